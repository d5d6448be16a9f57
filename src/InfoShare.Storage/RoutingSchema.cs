namespace InfoShare.Storage;

/// <summary>The tables of routing's store. Times are Unix microseconds, UTC. Bodies are sealed; everything else is coded or hashed.</summary>
internal static class RoutingSchema
{
    public const string Sql = """
        create table if not exists message (
            sender text not null, id text not null, type text not null, source text, about text, record text, child_token text,
            partition_key text, order_no text, epoch integer, sequence integer, urgent integer not null,
            content_hash text not null, key_id integer not null, body blob not null,
            received_at integer not null, outcome text not null, reasons text not null, happened_at integer, facts text,
            primary key (id, sender));
        create index if not exists message_about on message (sender, about);
        create index if not exists message_received on message (received_at);
        create index if not exists message_child on message (child_token);

        create table if not exists sequence_state (
            sender text not null, partition_key text not null, epoch integer not null, sequence integer not null,
            primary key (partition_key, sender));

        create table if not exists about_state (
            sender text not null, about text not null, order_no text not null, message_id text not null, withdrawn integer not null, outcome text,
            primary key (about, sender));

        create table if not exists consent (
            sender text not null, consent_id text not null, record text not null, child_token text not null, order_no text not null, fact text not null,
            primary key (sender, consent_id));
        create index if not exists consent_child on consent (child_token);

        create table if not exists address_restriction (
            record text primary key, child_token text not null, order_no text not null, restricted integer not null);
        create index if not exists address_restriction_child on address_restriction (child_token);
        create table if not exists known_address (
            record text not null, child_token text not null, digest text not null, key_id integer not null, body blob not null,
            primary key (record, digest));
        create index if not exists known_address_child on known_address (child_token);

        create table if not exists child (
            token text primary key, nhs_number text, former_nhs_numbers text, birth text, area text, school text, practice text, team text, seen_at integer not null);
        create table if not exists record (
            record text primary key, sender text not null, source text not null, child_token text not null, nhs_number text, former_nhs_numbers text, birth text, area text,
            school text, practice text, team text, first_seen integer not null, told_at integer not null, linked_at integer not null,
            because text not null, digest text, key_id integer not null, body blob not null);
        create index if not exists record_child on record (child_token);
        create table if not exists record_key (kind text not null, value text not null, record text not null, primary key (kind, value, record));

        create table if not exists identity_review (
            review text primary key, record text not null, other text not null, why text not null, likelihood integer, opened_at integer not null,
            decided_at integer, decided_by text, outcome text);
        create index if not exists identity_review_record on identity_review (record);
        create index if not exists identity_review_other on identity_review (other);

        create table if not exists involvement (
            sender text not null, involvement_id text not null, record text not null, child_token text not null, organisation text not null,
            since text, until text, closure text, plans text not null, primary key (sender, involvement_id));
        create index if not exists involvement_child on involvement (child_token);

        create table if not exists transfer (
            sender text not null, transfer_id text not null, record text not null, child_token text not null, order_no text not null, kind text not null,
            from_organisation text not null, from_area text, to_organisation text, to_role text, to_area text, state text not null,
            requested_at integer not null, changed_at integer not null, conference_by integer, conference_on text, responsible_from text,
            overdue_told integer not null default 0, primary key (sender, transfer_id));
        create index if not exists transfer_child on transfer (child_token);

        create table if not exists plan (
            sender text not null, plan_id text not null, record text not null, child_token text not null, message_id text not null, order_no text not null,
            organisation text not null, role text, type text not null, category text, started_on text, ended_on text, visited_on text,
            end_proposed_by text, view text, closed_at integer, next_due integer, told text not null default '', primary key (sender, plan_id));
        create index if not exists plan_child on plan (child_token);
        create index if not exists plan_due on plan (next_due) where closed_at is null;

        create table if not exists meeting_place (
            sender text not null, meeting_id text not null, organisation text not null, role text not null, notice text not null, record text not null, child_token text not null,
            type text not null, day text not null, held integer not null, attended integer, reported integer, primary key (sender, meeting_id, organisation, role));
        create index if not exists meeting_place_child on meeting_place (child_token);
        create table if not exists refused_disclosure (
            sender text not null, disclosure_id text not null, record text not null, child_token text not null, source text not null, organisation text not null,
            at integer not null, primary key (sender, disclosure_id));

        create table if not exists move_signal (
            sender text not null, about text not null, record text not null, child_token text not null, order_no text not null, message_id text not null,
            signal text not null, kind text not null, source text not null, from_area text, to_area text, day text not null, received_at integer not null,
            primary key (sender, about));
        create index if not exists move_signal_child on move_signal (child_token);
        create table if not exists destination_unknown (
            sender text not null, about text not null, record text not null, child_token text not null, message_id text not null, source text not null,
            from_area text, since text not null, opened_at integer not null, seen_at integer, seen_by text, seen_message text, primary key (sender, about));
        create index if not exists destination_unknown_child on destination_unknown (child_token) where seen_at is null;

        create table if not exists family_person (
            record text not null, child_token text not null, key text not null, kind text not null, first_told integer not null, last_told integer not null,
            primary key (record, key, kind));
        create index if not exists family_person_key on family_person (key);
        create index if not exists family_person_child on family_person (child_token);
        create table if not exists family_concern (
            sender text not null, about text not null, other text not null, record text not null, child_token text not null, told integer not null,
            primary key (sender, about, other));
        create index if not exists family_concern_other on family_concern (sender, other);
        create index if not exists family_concern_child on family_concern (child_token);

        create table if not exists answer_clock (
            sender text not null, about text not null, organisation text not null, role text not null, clock text not null, owed text not null,
            delivery_id text not null, started_at integer not null, warn_at integer not null, late_from integer not null, warned_at integer, late_told_at integer,
            answered_at integer, closed_at integer, primary key (about, organisation, role, clock, sender));
        create index if not exists answer_clock_warn on answer_clock (warn_at) where answered_at is null and closed_at is null and warned_at is null;
        create index if not exists answer_clock_late on answer_clock (late_from) where answered_at is null and closed_at is null and late_told_at is null;
        create index if not exists answer_clock_started on answer_clock (started_at);

        create table if not exists escalation (
            sender text not null, escalation_id text not null, record text not null, child_token text not null, message_id text not null,
            delivery_id text not null, organisation text not null, role text not null, raised_by text not null, unsafe_now integer not null, stage integer not null, stage_ends integer,
            raised_at integer not null, answered_at integer, closed_at integer, outcome text, primary key (sender, escalation_id));

        create table if not exists incident (
            incident text primary key, kind text not null, about text not null, opened_at integer not null, overdue_told integer, closed_at integer, closed_by text);
        create table if not exists incident_delivery (incident text not null, delivery_id text not null, primary key (incident, delivery_id));

        create table if not exists decision (
            id integer primary key, sender text not null, message_id text not null, delivery_id text not null, kind text not null,
            at integer not null, policy text not null, built_in text, directory text not null, facts text not null, outcome text not null);
        create index if not exists decision_delivery on decision (delivery_id);
        create table if not exists policy_set (
            version text not null, in_force_from integer not null, name text not null, files text not null,
            first_seen integer not null, last_seen integer not null, primary key (version, in_force_from));

        create table if not exists delivery (
            delivery_id text primary key, sender text not null, message_id text not null, message_type text not null, about text,
            child_token text, kind text not null, participant text, organisation text not null, role text not null,
            relationship text not null, urgent integer not null, partition_key text not null, order_no text not null,
            state text not null, code text, cause text, parts text not null, withheld_parts text not null, because text not null,
            basis text not null, detail text, attempts integer not null default 0, due_at integer not null,
            decided_at integer not null, sent_at integer, received_at integer, handed_over_at integer, answered_at integer,
            late_told integer not null default 0, recall text, recall_reason text, recall_due_at integer,
            grant_id text);
        create index if not exists delivery_message on delivery (sender, message_id);
        create index if not exists delivery_child on delivery (child_token) where because like '%agreement%';
        create index if not exists delivery_first on delivery (participant, urgent, order_no) where state = 'decided';
        create index if not exists delivery_in_broker on delivery (participant, urgent, due_at) where state in ('sending', 'sent');
        create index if not exists delivery_not_received on delivery (decided_at) where state in ('decided', 'sending', 'sent');
        create index if not exists delivery_received on delivery (participant, urgent, due_at) where state = 'received';
        drop index if exists delivery_order;
        create index if not exists delivery_key on delivery (partition_key, organisation, role, order_no)
            where urgent = 0 and kind <> 'review' and state in ('decided', 'sending', 'sent', 'held', 'failed');
        create index if not exists delivery_recall on delivery (recall, recall_due_at) where recall is not null;

        create table if not exists emergency (
            grant_id text primary key, incarnation text not null, child_token text not null, organisation text not null, role text not null,
            delivery_id text not null, reason text not null, asked_by text not null, asked_at integer not null, stands_until integer not null,
            review_by integer, ended_at integer, ended_by text, reviewed_at integer, reviewed_by text, outcome text,
            overdue_told integer not null default 0, key_id integer not null, body blob not null);
        create index if not exists emergency_child on emergency (child_token) where ended_at is null;
        create table if not exists operator_name (token text primary key, key_id integer not null, body blob not null);

        create table if not exists audit (
            writer text not null, n integer not null, previous text not null, hash text not null, at integer not null,
            kind text not null, about text not null, detail text not null, primary key (writer, n));
        """;
}
