import GRDB

extension Migrations {
    /// Every row that an order is made of carries a checksum, the file carries a mark by which it is known, and its
    /// transactions are counted.
    ///
    /// What was there before is sealed afterwards (`Sealing`), by the code of the day.
    static func addChecksums(_ database: Database) throws {
        try database.execute(
            sql: """
                pragma application_id = 1869767794; -- the letters "ordr"

                alter table settings add column sum integer not null default 0;
                alter table workflows add column sum integer not null default 0;
                alter table orders add column sum integer not null default 0;
                alter table idempotency_keys add column sum integer not null default 0;
                alter table inputs add column sum integer not null default 0;
                alter table executions add column sum integer not null default 0;
                alter table endings add column sum integer not null default 0;
                alter table history add column sum integer not null default 0;
                alter table deliveries add column sum integer not null default 0;
                alter table audit add column sum integer not null default 0;
                alter table boots add column sum integer not null default 0;
                alter table crashes add column sum integer not null default 0;
                alter table bulk_redrives add column sum integer not null default 0;

                alter table bulk_redrives add column stops integer not null default 0 check(stops in (0, 1));

                drop view ledger;

                create table commits(
                    id integer primary key check(id = 1),
                    count integer not null,
                    inverse integer not null
                ) strict;
                insert into commits(id, count, inverse) values(1, 0, 0);

                create table damages(
                    order_id integer primary key references orders(id),
                    found_at integer not null,
                    evidence text not null,
                    is_decided integer not null default 0 check(is_decided in (0, 1)),
                    sum integer not null default 0
                ) strict;

                create table restorations(
                    id integer primary key,
                    found_at integer not null,
                    copied_at integer,
                    kind text not null,
                    latest_order integer not null,
                    held integer not null,
                    sum integer not null default 0
                ) strict;

                create trigger boots_inserted after insert on boots begin
                    update boots set sum = row_sum('boots', new.epoch, new.started_at) where epoch =
                        new.epoch;
                end;

                create trigger crashes_inserted after insert on crashes begin
                    update crashes set sum = row_sum('crashes', new.order_id, new.epoch, new.found_at,
                        new.state, new.run) where order_id = new.order_id and epoch = new.epoch;
                end;

                create trigger damages_inserted after insert on damages begin
                    update damages set sum = row_sum('damages', new.order_id, new.found_at, new.evidence,
                        new.is_decided) where order_id = new.order_id;
                end;

                create trigger damages_updated after update of is_decided on damages begin
                    update damages set sum = row_sum('damages', new.order_id, new.found_at, new.evidence,
                        new.is_decided) where order_id = new.order_id;
                end;

                create trigger restorations_inserted after insert on restorations begin
                    update restorations set sum = row_sum('restorations', new.id, new.found_at, new.copied_at,
                        new.kind, new.latest_order, new.held) where id = new.id;
                end;

                create trigger bulk_redrives_inserted after insert on bulk_redrives begin
                    update bulk_redrives set sum = row_sum('bulk_redrives', new.id, new.status, new.error,
                        new.finished_after, new.finished_before, new.from_start, new.on_current, new.rate,
                        new.who, new.why, new.created_at, new.finished_at, new.state, new.total, new.redriven,
                        new.refused, new.cursor, new.stops) where id = new.id;
                end;

                create trigger bulk_redrives_updated after update of state, finished_at, redriven, refused, cursor on bulk_redrives begin
                    update bulk_redrives set sum = row_sum('bulk_redrives', new.id, new.status, new.error,
                        new.finished_after, new.finished_before, new.from_start, new.on_current, new.rate,
                        new.who, new.why, new.created_at, new.finished_at, new.state, new.total, new.redriven,
                        new.refused, new.cursor, new.stops) where id = new.id;
                end;

                insert into settings(name, value) values('unsealed', x'');
                """
        )
    }
}
