import GRDB

extension Migrations {
    /// What people are told of, and the messages that are on their way to them.
    ///
    /// A row that changes is written anew: no trigger for updates is needed.
    static func addAlerts(_ database: Database) throws {
        try database.execute(
            sql: """
                create table alerts(
                    id integer primary key,
                    name text not null,
                    kind text not null,
                    subject text not null,
                    is_lasting integer not null check(is_lasting in (0, 1)),
                    since integer not null,
                    state text not null,
                    until integer,
                    told_at integer,
                    count integer not null,
                    examples text not null,
                    detail text,
                    sum integer not null default 0
                ) strict;

                create unique index alerts_by_key on alerts(kind, subject);

                create trigger alerts_inserted after insert on alerts begin
                    update alerts set sum = row_sum('alerts', new.id, new.name, new.kind, new.subject,
                        new.is_lasting, new.since, new.state, new.until, new.told_at, new.count,
                        new.examples, new.detail) where id = new.id;
                end;

                create table alert_messages(
                    id integer primary key,
                    message text not null,
                    way text not null,
                    alert text not null,
                    body blob not null,
                    created_at integer not null,
                    due integer not null,
                    attempts integer not null,
                    sum integer not null default 0
                ) strict;

                create unique index alert_messages_by_key on alert_messages(message, way);

                create trigger alert_messages_inserted after insert on alert_messages begin
                    update alert_messages set sum = row_sum('alert_messages', new.id, new.message, new.way,
                        new.alert, new.body, new.created_at, new.due, new.attempts) where id = new.id;
                end;
                """
        )
    }
}
