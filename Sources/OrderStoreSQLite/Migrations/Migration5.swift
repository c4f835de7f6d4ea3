import GRDB

extension Migrations {
    /// Addresses that nothing is sent to.
    static func addSuppressions(_ database: Database) throws {
        try database.execute(
            sql: """
                create table suppressions(
                    id integer primary key,
                    address text not null unique,
                    cause text not null,
                    detail text,
                    since integer not null,
                    who text not null,
                    why text,
                    sum integer not null default 0
                ) strict;

                create trigger suppressions_inserted after insert on suppressions begin
                    update suppressions set sum = row_sum('suppressions', new.id, new.address, new.cause,
                        new.detail, new.since, new.who, new.why) where id = new.id;
                end;
                """
        )
    }
}
