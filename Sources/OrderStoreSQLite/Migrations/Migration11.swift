import GRDB

extension Migrations {
    /// A bulk redrive can mean the orders of one state or workflow and change their inputs, and it is kept since when new
    /// orders of a workflow run on which definition.
    ///
    /// A bulk redrive without any of that has the checksum that it has always had: none needs to be made anew.
    static func addParts(_ database: Database) throws {
        try database.execute(
            sql: """
                alter table bulk_redrives add column in_state text;
                alter table bulk_redrives add column workflow text;
                alter table bulk_redrives add column place text;
                alter table bulk_redrives add column patch blob;

                drop trigger bulk_redrives_inserted;
                drop trigger bulk_redrives_updated;

                create trigger bulk_redrives_inserted after insert on bulk_redrives begin
                    update bulk_redrives set sum = case when coalesce(new.in_state, new.workflow, new.place,
                        new.patch) is null then row_sum('bulk_redrives', new.id, new.status, new.error,
                        new.finished_after, new.finished_before, new.from_start, new.on_current, new.rate,
                        new.who, new.why, new.created_at, new.finished_at, new.state, new.total, new.redriven,
                        new.refused, new.cursor, new.stops) else row_sum('bulk_redrives', new.id, new.status,
                        new.error, new.finished_after, new.finished_before, new.from_start, new.on_current,
                        new.rate, new.who, new.why, new.created_at, new.finished_at, new.state, new.total,
                        new.redriven, new.refused, new.cursor, new.stops, new.in_state, new.workflow,
                        new.place, new.patch) end where id = new.id;
                end;

                create trigger bulk_redrives_updated after update of state, finished_at, redriven, refused, cursor on bulk_redrives begin
                    update bulk_redrives set sum = case when coalesce(new.in_state, new.workflow, new.place,
                        new.patch) is null then row_sum('bulk_redrives', new.id, new.status, new.error,
                        new.finished_after, new.finished_before, new.from_start, new.on_current, new.rate,
                        new.who, new.why, new.created_at, new.finished_at, new.state, new.total, new.redriven,
                        new.refused, new.cursor, new.stops) else row_sum('bulk_redrives', new.id, new.status,
                        new.error, new.finished_after, new.finished_before, new.from_start, new.on_current,
                        new.rate, new.who, new.why, new.created_at, new.finished_at, new.state, new.total,
                        new.redriven, new.refused, new.cursor, new.stops, new.in_state, new.workflow,
                        new.place, new.patch) end where id = new.id;
                end;

                create table workflow_changes(
                    id integer primary key,
                    name text not null,
                    workflow text not null,
                    since integer not null,
                    who text,
                    why text,
                    sum integer not null default 0
                ) strict;

                create index workflow_changes_by_name on workflow_changes(name);

                create trigger workflow_changes_inserted after insert on workflow_changes begin
                    update workflow_changes set sum = row_sum('workflow_changes', new.id, new.name,
                        new.workflow, new.since, new.who, new.why) where id = new.id;
                end;
                """
        )
    }
}
