extension Migrations {
    /// The tables of everything, as they are at first.
    ///
    /// Rows that are written again and again leave room in their pages, so that a new version of a row finds its place beside
    /// the old one and no index changes. Texts are compared by their bytes. No table refers to another: each order that is
    /// accepted would lock the row of its workflow, which all have in common.
    static let first: [String] = [
        """
        create table settings(
            name text primary key,
            value text not null
        )
        """,
        """
        create table counters(
            name text primary key,
            value bigint not null
        )
        """,
        """
        create table nodes(
            epoch bigint primary key generated always as identity,
            name text collate "C" not null,
            token uuid not null default gen_random_uuid(),
            started_at bigint not null,
            heartbeat_at timestamptz not null,
            ended_at bigint,
            link bigint not null default 0,
            batch bigint not null default 0
        ) with (fillfactor = 50)
        """,
        "create index nodes_alive on nodes(name) where ended_at is null",
        """
        create function begin_batch(of_epoch bigint, of_link bigint, of_batch bigint) returns void
        language plpgsql as $$
        begin
            update nodes set batch = of_batch, heartbeat_at = clock_timestamp()
            where epoch = of_epoch and link = of_link;
            if not found then
                raise exception 'another connection writes for this start of the node'
                    using errcode = 'OD001';
            end if;
        end
        $$
        """,
        """
        create table tallies(
            epoch bigint not null,
            kind text collate "C" not null,
            status text collate "C" not null,
            count bigint not null,
            primary key(epoch, kind, status)
        ) with (fillfactor = 50)
        """,
        """
        create table workflows(
            id bigint primary key generated always as identity,
            hash text collate "C" not null unique,
            name text collate "C" not null,
            definition bytea not null
        )
        """,
        """
        create table workflow_changes(
            id bigint primary key generated always as identity,
            name text collate "C" not null,
            workflow text collate "C" not null,
            since bigint not null,
            who text,
            why text
        )
        """,
        "create index workflow_changes_by_name on workflow_changes(name, id)",
        """
        create table orders(
            id bigint primary key generated always as identity,
            number text collate "C" not null unique,
            status text collate "C" not null check(status in
                ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'HELD')),
            workflow bigint not null,
            created_at bigint not null,
            started_at bigint,
            finished_at bigint,
            due bigint,
            gate text collate "C",
            timer bigint,
            fence bigint not null default 0,
            lease_epoch bigint,
            lease_until bigint,
            started bigint not null default 0,
            failed bigint not null default 0,
            crashed bigint not null default 0,
            handed_back bigint not null default 0,
            crash_streak bigint not null default 0,
            suspicion bigint not null default 0,
            redrives bigint not null default 0,
            erased_at bigint,
            state text collate "C",
            check(due is null or lease_epoch is null),
            check(gate is null or (due is not null and status = 'RUNNING')),
            check(timer is null or gate is not null),
            check(lease_epoch is null or status = 'RUNNING'),
            check((lease_epoch is null) = (lease_until is null))
        ) with (fillfactor = 70)
        """,
        "create index orders_by_status on orders(status, id)",
        """
        create index orders_due on orders(status, due, id)
            where due is not null and gate is null and crash_streak < 2
        """,
        "create index orders_waiting on orders(gate, due, id) where gate is not null",
        "create index orders_timed on orders(timer, id) where timer is not null",
        "create index orders_leased on orders(lease_until) where lease_epoch is not null",
        "create index orders_of_holder on orders(lease_epoch) where lease_epoch is not null",
        "create index orders_suspected on orders(status, due) where crash_streak >= 2",
        "create index orders_finished on orders(finished_at, id) where finished_at is not null",
        """
        create table idempotency_keys(
            digest bytea primary key,
            body bytea not null,
            order_id bigint not null,
            created_at bigint not null
        )
        """,
        "create index idempotency_keys_by_age on idempotency_keys(created_at)",
        "create index idempotency_keys_by_order on idempotency_keys(order_id)",
        """
        create table inputs(
            order_id bigint primary key,
            body bytea not null
        )
        """,
        """
        create table origins(
            order_id bigint primary key,
            body bytea not null
        )
        """,
        """
        create table executions(
            order_id bigint primary key,
            snapshot bytea not null
        ) with (fillfactor = 50)
        """,
        """
        create table endings(
            order_id bigint primary key,
            output bytea,
            error text collate "C",
            cause text
        )
        """,
        """
        create table history(
            order_id bigint not null,
            first_event bigint not null,
            count bigint not null check(count > 0),
            events bytea not null,
            primary key(order_id, first_event)
        )
        """,
        """
        create table deliveries(
            id bigint primary key generated always as identity,
            order_id bigint not null,
            visit bigint not null,
            name text collate "C" not null,
            state text not null,
            kind text collate "C" not null,
            status text collate "C" not null check(status in
                ('intended', 'sent', 'withheld', 'waiting', 'refused', 'uncertain', 'resend')),
            content_hash text not null,
            message_id text,
            reason text,
            attempts bigint not null,
            fence bigint not null,
            holder bigint not null,
            intended_at bigint not null,
            concluded_at bigint,
            unique(order_id, visit, name)
        ) with (fillfactor = 70)
        """,
        "create index deliveries_by_status on deliveries(status, id)",
        "create index deliveries_intended on deliveries(holder) where status = 'intended'",
        """
        create table crashes(
            order_id bigint not null,
            epoch bigint not null,
            found_at bigint not null,
            state text,
            run bigint not null,
            primary key(order_id, epoch, run)
        )
        """,
        """
        create table audit(
            id bigint primary key generated always as identity,
            order_id bigint,
            at bigint not null,
            action text not null,
            who text not null,
            why text,
            detail text
        )
        """,
        "create index audit_by_order on audit(order_id, id) where order_id is not null",
        "create index audit_of_queue on audit(at) where order_id is null",
        """
        create table bulk_redrives(
            id bigint primary key generated always as identity,
            status text collate "C" not null,
            error text,
            finished_after bigint,
            finished_before bigint,
            from_start boolean not null,
            on_current boolean not null,
            rate bigint not null check(rate > 0),
            who text not null,
            why text,
            created_at bigint not null,
            finished_at bigint,
            state text collate "C" not null check(state in ('running', 'finished', 'cancelled')),
            total bigint not null,
            redriven bigint not null default 0,
            refused bigint not null default 0,
            cursor bigint not null default 0,
            stops boolean not null,
            in_state text,
            workflow text,
            place text,
            patch bytea
        )
        """,
        "create index bulk_redrives_by_end on bulk_redrives(finished_at) where finished_at is not null",
        "create index bulk_redrives_running on bulk_redrives(id) where state = 'running'",
        """
        create table tasks(
            id bigint primary key generated always as identity,
            order_id bigint not null,
            task bigint not null,
            token bytea not null unique,
            state text not null,
            kind text collate "C" not null,
            name text collate "C" not null,
            since bigint not null,
            status text collate "C" not null,
            worker text,
            taken_at bigint,
            unique(order_id, task)
        ) with (fillfactor = 70)
        """,
        "create index tasks_open on tasks(id) where status in ('open', 'taken')",
        "create index tasks_waiting on tasks(name, id) where kind = 'activity' and status = 'open'",
        """
        create table answers(
            id bigint primary key generated always as identity,
            order_id bigint not null,
            task bigint not null,
            at bigint not null,
            kind text collate "C" not null,
            body bytea not null
        )
        """,
        "create index answers_by_order on answers(order_id, id)",
        """
        create table children(
            id bigint primary key generated always as identity,
            child_id bigint not null,
            parent_id bigint not null,
            task bigint not null,
            is_awaited boolean not null,
            is_starter boolean not null,
            unique(child_id, parent_id, task)
        )
        """,
        "create index children_by_parent on children(parent_id, id)",
        "create index children_awaited on children(child_id) where is_awaited",
        """
        create table suppressions(
            address text collate "C" primary key,
            cause text not null,
            detail text,
            since bigint not null,
            who text not null,
            why text
        )
        """,
        """
        create table schedules(
            name text collate "C" primary key,
            definition bytea not null,
            source text not null,
            made_at bigint not null,
            handled_until bigint not null,
            latest text,
            latest_at bigint,
            buffered bigint,
            started bigint not null,
            skipped bigint not null,
            missed bigint not null,
            missed_at bigint,
            revision bigint not null
        )
        """,
        """
        create table schedule_runs(
            id bigint primary key generated always as identity,
            schedule text collate "C" not null,
            outcome text not null,
            first_at bigint not null,
            last_at bigint not null,
            count bigint not null,
            handled_at bigint not null,
            number text,
            reason text
        )
        """,
        "create index schedule_runs_by_schedule on schedule_runs(schedule, id)",
        """
        create table alerts(
            name text not null,
            kind text collate "C" not null,
            subject text collate "C" not null,
            is_lasting boolean not null,
            since bigint not null,
            state text not null,
            until bigint,
            told_at bigint,
            count bigint not null,
            examples text not null,
            detail text,
            primary key(kind, subject)
        )
        """,
        """
        create table alert_messages(
            id bigint primary key generated always as identity,
            message text collate "C" not null,
            way text collate "C" not null,
            alert text not null,
            body bytea not null,
            created_at bigint not null,
            due bigint not null,
            attempts bigint not null,
            unique(message, way)
        )
        """,
    ]
}
