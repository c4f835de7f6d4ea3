import GRDB

extension Migrations {
    /// Row ids are given in arrival order, so that accepting an order appends to every table and index, whatever
    /// the order numbers look like; those are found through `order_numbers`, which is filled in sorted runs.
    ///
    /// Statuses are sorted downwards for the same reason: a queued order's is 0, the least. Every index ends with the row
    /// id of itself.
    static func createOrders(_ database: Database) throws {
        try database.execute(
            sql: """
                create table settings(
                    name text primary key,
                    value blob not null
                ) strict, without rowid;

                create table boots(
                    epoch integer primary key,
                    started_at integer not null
                ) strict;

                create table workflows(
                    id integer primary key,
                    hash text not null unique,
                    name text not null,
                    definition blob not null
                ) strict;

                create table orders(
                    id integer primary key,
                    number text not null,
                    digest integer not null,
                    status integer not null check(status between 0 and 6),
                    workflow integer not null references workflows(id),
                    created_at integer not null,
                    started_at integer,
                    finished_at integer,
                    due integer,
                    gate text,
                    timer integer,
                    fence integer not null default 0,
                    lease_epoch integer,
                    started integer not null default 0,
                    failed integer not null default 0,
                    crashed integer not null default 0,
                    handed_back integer not null default 0,
                    crash_streak integer not null default 0,
                    suspicion integer not null default 0,
                    redrives integer not null default 0,
                    erased_at integer,
                    state text,
                    check(due is null or lease_epoch is null),
                    check(gate is null or (due is not null and status = 1)),
                    check(timer is null or gate is not null),
                    check(lease_epoch is null or status = 1)
                ) strict;

                create index orders_by_status on orders(status desc);
                create index orders_due on orders(status desc, due) where due is not null and gate is null;
                create index orders_waiting on orders(gate, due) where gate is not null;
                create index orders_timed on orders(timer) where timer is not null;
                create index orders_leased on orders(lease_epoch) where lease_epoch is not null;
                create index orders_suspected on orders(status, due) where crash_streak >= 2;
                create index orders_finished on orders(finished_at) where finished_at is not null;

                create table idempotency_keys(
                    digest blob primary key,
                    body blob not null,
                    order_id integer not null references orders(id),
                    created_at integer not null
                ) strict, without rowid;

                create index idempotency_keys_by_age on idempotency_keys(created_at);
                create index idempotency_keys_by_order on idempotency_keys(order_id);

                create table inputs(
                    order_id integer primary key references orders(id),
                    body blob not null
                ) strict;

                create table executions(
                    order_id integer primary key references orders(id),
                    snapshot blob not null
                ) strict;

                create table endings(
                    order_id integer primary key references orders(id),
                    output blob,
                    error text,
                    cause text
                ) strict;

                create table history(
                    order_id integer not null references orders(id),
                    first_event integer not null,
                    count integer not null check(count > 0),
                    events blob not null,
                    primary key(order_id, first_event)
                ) strict, without rowid;

                create table deliveries(
                    id integer primary key,
                    order_id integer not null references orders(id),
                    visit integer not null,
                    name text not null,
                    state text not null,
                    kind text not null check(kind in ('email', 'notice')),
                    status integer not null check(status between 0 and 4),
                    content_hash text not null,
                    message_id text,
                    reason text,
                    attempts integer not null,
                    fence integer not null,
                    intended_at integer not null,
                    concluded_at integer
                ) strict;

                create unique index deliveries_by_key on deliveries(order_id, visit, name);
                create index deliveries_by_status on deliveries(status);

                create view ledger as
                    select d.id, o.number, d.visit, d.name, d.state, d.kind, d.status, d.content_hash,
                        d.message_id, d.reason, d.attempts, d.intended_at, d.concluded_at, d.order_id
                    from deliveries d join orders o on o.id = d.order_id;

                create table crashes(
                    order_id integer not null references orders(id),
                    epoch integer not null,
                    found_at integer not null,
                    state text,
                    run integer not null,
                    primary key(order_id, epoch)
                ) strict, without rowid;

                create table audit(
                    id integer primary key,
                    order_id integer references orders(id),
                    at integer not null,
                    action text not null,
                    who text not null,
                    why text,
                    detail text
                ) strict;

                create index audit_by_order on audit(order_id);
                create index audit_of_queue on audit(at) where order_id is null;

                create table bulk_redrives(
                    id integer primary key,
                    status integer not null,
                    error text,
                    finished_after integer,
                    finished_before integer,
                    from_start integer not null check(from_start in (0, 1)),
                    on_current integer not null check(on_current in (0, 1)),
                    rate integer not null check(rate > 0),
                    who text not null,
                    why text,
                    created_at integer not null,
                    finished_at integer,
                    state integer not null check(state between 0 and 2),
                    total integer not null,
                    redriven integer not null default 0,
                    refused integer not null default 0,
                    cursor integer not null default 0
                ) strict;

                create index bulk_redrives_by_end on bulk_redrives(finished_at) where finished_at is not null;
                create index bulk_redrives_running on bulk_redrives(id) where state = 0;

                create table order_numbers(
                    digest integer not null,
                    order_id integer not null,
                    primary key(digest, order_id)
                ) strict, without rowid;
                """
        )
    }
}
