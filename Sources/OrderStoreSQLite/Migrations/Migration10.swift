import GRDB

extension Migrations {
    /// The history lies in a table with row ids.
    ///
    /// A page holds several rows of such a table; of one without row ids every row that is larger than a quarter of a page, as
    /// an order's are, fills a page of its own. What is there already stays where it is until its orders are pruned: to copy
    /// it would keep a large store from starting. `history` answers what both hold.
    static func giveHistoryRowIDs(_ database: Database) throws {
        try database.execute(
            sql: """
                alter table history rename to early_history;

                create table history_rows(
                    id integer primary key,
                    count integer not null check(count > 0),
                    events blob not null,
                    sum integer not null default 0
                ) strict;

                create view history as
                    select order_id, first_event, count, events, sum from early_history
                    union all
                    select id >> 28, id & 0xFFFFFFF, count, events, sum from history_rows;
                """
        )
    }
}
