import GRDB

extension Migrations {
    /// Tasks whose ends somebody outside tells, what was told, which tasks have started which orders, and how orders came.
    ///
    /// A closed task's row stays with its order: whoever comes late is told so.
    static func addTasks(_ database: Database) throws {
        try database.execute(
            sql: """
                create table tasks(
                    id integer primary key,
                    order_id integer not null references orders(id),
                    task integer not null,
                    token blob not null unique,
                    state text not null,
                    kind text not null,
                    name text not null,
                    since integer not null,
                    status text not null,
                    worker text,
                    taken_at integer,
                    sum integer not null default 0
                ) strict;

                create unique index tasks_by_order on tasks(order_id, task);
                create index tasks_live on tasks(order_id) where status in ('open', 'taken', 'answered');
                create index tasks_open on tasks(id) where status in ('open', 'taken');
                create index tasks_waiting on tasks(name, id) where kind = 'activity' and status = 'open';

                create trigger tasks_inserted after insert on tasks begin
                    update tasks set sum = row_sum('tasks', new.id, new.order_id, new.task, new.token,
                        new.state, new.kind, new.name, new.since, new.status, new.worker, new.taken_at)
                        where id = new.id;
                end;

                create trigger tasks_updated after update of status, worker, taken_at on tasks begin
                    update tasks set sum = row_sum('tasks', new.id, new.order_id, new.task, new.token,
                        new.state, new.kind, new.name, new.since, new.status, new.worker, new.taken_at)
                        where id = new.id;
                end;

                create table answers(
                    id integer primary key autoincrement, -- a number that is given again would be taken for known
                    order_id integer not null references orders(id),
                    task integer not null,
                    at integer not null,
                    kind text not null,
                    body blob not null,
                    sum integer not null default 0
                ) strict;

                create index answers_by_order on answers(order_id, id);

                create trigger answers_inserted after insert on answers begin
                    update answers set sum = row_sum('answers', new.id, new.order_id, new.task, new.at,
                        new.kind, new.body) where id = new.id;
                end;

                create table origins(
                    order_id integer primary key references orders(id),
                    body blob not null,
                    sum integer not null default 0
                ) strict;

                create trigger origins_inserted after insert on origins begin
                    update origins set sum = row_sum('origins', new.order_id, new.body)
                        where order_id = new.order_id;
                end;

                create table children(
                    id integer primary key,
                    child_id integer not null references orders(id),
                    parent_id integer not null references orders(id),
                    task integer not null,
                    is_awaited integer not null check(is_awaited in (0, 1)),
                    is_starter integer not null check(is_starter in (0, 1)),
                    sum integer not null default 0
                ) strict;

                create unique index children_by_child on children(child_id, parent_id, task);
                create index children_by_parent on children(parent_id);
                create index children_awaited on children(child_id) where is_awaited = 1;

                create trigger children_inserted after insert on children begin
                    update children set sum = row_sum('children', new.id, new.child_id, new.parent_id,
                        new.task, new.is_awaited, new.is_starter) where id = new.id;
                end;

                create trigger children_updated after update of is_awaited on children begin
                    update children set sum = row_sum('children', new.id, new.child_id, new.parent_id,
                        new.task, new.is_awaited, new.is_starter) where id = new.id;
                end;
                """
        )
    }
}
