import GRDB

extension Migrations {
    /// Schedules, up to where each has been run, and what became of its last times.
    static func addSchedules(_ database: Database) throws {
        try database.execute(
            sql: """
                create table schedules(
                    id integer primary key,
                    name text not null unique,
                    definition blob not null,
                    source text not null,
                    made_at integer not null,
                    handled_until integer not null,
                    latest text,
                    latest_at integer,
                    buffered integer,
                    started integer not null,
                    skipped integer not null,
                    missed integer not null,
                    missed_at integer,
                    revision integer not null,
                    sum integer not null default 0
                ) strict;

                create trigger schedules_inserted after insert on schedules begin
                    update schedules set sum = row_sum('schedules', new.id, new.name, new.definition,
                        new.source, new.made_at, new.handled_until, new.latest, new.latest_at,
                        new.buffered, new.started, new.skipped, new.missed, new.missed_at, new.revision)
                        where id = new.id;
                end;

                create table schedule_runs(
                    id integer primary key,
                    schedule text not null,
                    outcome text not null,
                    first_at integer not null,
                    last_at integer not null,
                    count integer not null,
                    handled_at integer not null,
                    number text,
                    reason text,
                    sum integer not null default 0
                ) strict;

                create index schedule_runs_by_schedule on schedule_runs(schedule, id);

                create trigger schedule_runs_inserted after insert on schedule_runs begin
                    update schedule_runs set sum = row_sum('schedule_runs', new.id, new.schedule,
                        new.outcome, new.first_at, new.last_at, new.count, new.handled_at, new.number,
                        new.reason) where id = new.id;
                end;
                """
        )
    }
}
