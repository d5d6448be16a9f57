-- The tables of routing's store: the same names and columns as in SQLite. Times are Unix microseconds, UTC. Bodies are sealed;
-- everything else is coded or hashed. What is compared or ordered is compared by its bytes, whatever the database's language.

-- Whoever holds the lock on this row has the turn to write. last_key is the highest number of a record key in use.
create table database_meta (
    one boolean primary key default true check (one),
    commits bigint not null,
    incarnation text not null,
    anchor text not null,
    last_key bigint not null);

create table message (
    sender text collate "C" not null, id text collate "C" not null, type text not null, source text, about text collate "C", record text collate "C",
    child_token text collate "C",
    partition_key text collate "C", order_no text collate "C", epoch bigint, sequence bigint, urgent bigint not null,
    content_hash text not null, key_id bigint not null, body bytea not null,
    received_at bigint not null, outcome text not null, reasons text not null, happened_at bigint, facts text,
    primary key (id, sender));
create index message_received on message (received_at);
create index message_about on message (sender, about);
create index message_child on message (child_token);

create table sequence_state (
    sender text collate "C" not null, partition_key text collate "C" not null, epoch bigint not null, sequence bigint not null,
    primary key (partition_key, sender));

create table about_state (
    sender text collate "C" not null, about text collate "C" not null, order_no text collate "C" not null, message_id text not null,
    withdrawn bigint not null, outcome text, primary key (about, sender));

create table consent (
    sender text collate "C" not null, consent_id text collate "C" not null, record text collate "C" not null,
    child_token text collate "C" not null, order_no text collate "C" not null, fact text not null, primary key (sender, consent_id));
create index consent_child on consent (child_token);

create table address_restriction (
    record text collate "C" primary key, child_token text collate "C" not null, order_no text collate "C" not null, restricted bigint not null);
create index address_restriction_child on address_restriction (child_token);
create table known_address (
    record text collate "C" not null, child_token text collate "C" not null, digest text collate "C" not null, key_id bigint not null,
    body bytea not null, primary key (record, digest));
create index known_address_child on known_address (child_token);

create table child (
    token text collate "C" primary key, nhs_number text, former_nhs_numbers text, birth text, area text, school text, practice text, team text,
    seen_at bigint not null);
create table record (
    record text collate "C" primary key, sender text not null, source text not null, child_token text collate "C" not null,
    nhs_number text, former_nhs_numbers text, birth text, area text, school text, practice text, team text, first_seen bigint not null, told_at bigint not null,
    linked_at bigint not null, because text not null, digest text, key_id bigint not null, body bytea not null);
create index record_child on record (child_token);
create table record_key (
    kind text collate "C" not null, value text collate "C" not null, record text collate "C" not null,
    primary key (value, kind, record)); -- found by several kinds and values at once, of which the values are few

create table identity_review (
    review text collate "C" primary key, record text collate "C" not null, other text collate "C" not null, why text not null,
    likelihood bigint, opened_at bigint not null, decided_at bigint, decided_by text, outcome text);
create index identity_review_record on identity_review (record);
create index identity_review_other on identity_review (other);

create table involvement (
    sender text collate "C" not null, involvement_id text collate "C" not null, record text collate "C" not null,
    child_token text collate "C" not null, organisation text not null, since text, until text, closure text, plans text not null, primary key (sender, involvement_id));
create index involvement_child on involvement (child_token);
create table transfer (
    sender text collate "C" not null, transfer_id text collate "C" not null, record text collate "C" not null, child_token text collate "C" not null,
    order_no text collate "C" not null, kind text not null, from_organisation text not null, from_area text, to_organisation text, to_role text,
    to_area text, state text not null, requested_at bigint not null, changed_at bigint not null, conference_by bigint, conference_on text,
    responsible_from text, overdue_told bigint not null default 0, primary key (sender, transfer_id));
create index transfer_child on transfer (child_token);

create table plan (
    sender text collate "C" not null, plan_id text collate "C" not null, record text collate "C" not null, child_token text collate "C" not null,
    message_id text collate "C" not null, order_no text collate "C" not null, organisation text collate "C" not null, role text collate "C",
    type text not null, category text, started_on text, ended_on text, visited_on text,
    end_proposed_by text collate "C", view text, closed_at bigint, next_due bigint, told text not null default '', primary key (sender, plan_id));
create index plan_child on plan (child_token);
create index plan_due on plan (next_due) where closed_at is null;

create table meeting_place (
    sender text collate "C" not null, meeting_id text collate "C" not null, organisation text collate "C" not null, role text collate "C" not null,
    notice text collate "C" not null, record text collate "C" not null, child_token text collate "C" not null, type text collate "C" not null, day text collate "C" not null, held bigint not null,
    attended bigint, reported bigint, primary key (sender, meeting_id, organisation, role));
create index meeting_place_child on meeting_place (child_token);

create table refused_disclosure (
    sender text collate "C" not null, disclosure_id text collate "C" not null, record text collate "C" not null, child_token text collate "C" not null,
    source text collate "C" not null, organisation text collate "C" not null, at bigint not null, primary key (sender, disclosure_id));
create table move_signal (
    sender text collate "C" not null, about text collate "C" not null, record text collate "C" not null, child_token text collate "C" not null, order_no text collate "C" not null, message_id text not null,
    signal text not null, kind text not null, source text not null, from_area text, to_area text, day text not null, received_at bigint not null,
    primary key (sender, about));
create index move_signal_child on move_signal (child_token);
create table destination_unknown (
    sender text collate "C" not null, about text collate "C" not null, record text collate "C" not null, child_token text collate "C" not null, message_id text not null, source text not null,
    from_area text, since text not null, opened_at bigint not null, seen_at bigint, seen_by text, seen_message text, primary key (sender, about));
create index destination_unknown_child on destination_unknown (child_token) where seen_at is null;
create table family_person (
    record text collate "C" not null, child_token text collate "C" not null, key text collate "C" not null, kind text not null, first_told bigint not null, last_told bigint not null,
    primary key (record, key, kind));
create index family_person_key on family_person (key);
create index family_person_child on family_person (child_token);
create table family_concern (
    sender text collate "C" not null, about text collate "C" not null, other text collate "C" not null, record text collate "C" not null, child_token text collate "C" not null, told bigint not null,
    primary key (sender, about, other));
create index family_concern_other on family_concern (sender, other);
create index family_concern_child on family_concern (child_token);
create table answer_clock (
    sender text collate "C" not null, about text collate "C" not null, organisation text collate "C" not null, role text collate "C" not null, clock text collate "C" not null, owed text not null,
    delivery_id text not null, started_at bigint not null, warn_at bigint not null, late_from bigint not null, warned_at bigint, late_told_at bigint,
    answered_at bigint, closed_at bigint, primary key (about, organisation, role, clock, sender));
create index answer_clock_warn on answer_clock (warn_at) where answered_at is null and closed_at is null and warned_at is null;
create index answer_clock_late on answer_clock (late_from) where answered_at is null and closed_at is null and late_told_at is null;
create index answer_clock_started on answer_clock (started_at);
create table escalation (
    sender text collate "C" not null, escalation_id text collate "C" not null, record text collate "C" not null, child_token text collate "C" not null, message_id text collate "C" not null,
    delivery_id text collate "C" not null, organisation text not null, role text not null, raised_by text not null, unsafe_now bigint not null, stage bigint not null, stage_ends bigint,
    raised_at bigint not null, answered_at bigint, closed_at bigint, outcome text, primary key (sender, escalation_id));
create table incident (
    incident text collate "C" primary key, kind text not null, about text not null, opened_at bigint not null, overdue_told bigint, closed_at bigint, closed_by text);
create table incident_delivery (incident text collate "C" not null, delivery_id text collate "C" not null, primary key (incident, delivery_id));

create table decision (
    id bigint generated always as identity primary key, sender text not null, message_id text not null,
    delivery_id text collate "C" not null, kind text not null, at bigint not null, policy text not null, built_in text,
    directory text not null, facts text not null, outcome text not null);
create index decision_delivery on decision (delivery_id);

create table policy_set (
    version text collate "C" not null, in_force_from bigint not null, name text not null, files text not null,
    first_seen bigint not null, last_seen bigint not null, primary key (version, in_force_from));

create table delivery (
    rowid bigint generated always as identity, -- the order of the decisions, by the name that SQLite gives it
    delivery_id text collate "C" primary key, sender text collate "C" not null, message_id text collate "C" not null,
    message_type text not null, about text collate "C",
    child_token text collate "C", kind text not null,
    participant text collate "C", organisation text collate "C" not null, role text collate "C" not null,
    relationship text not null, urgent bigint not null, partition_key text collate "C" not null, order_no text collate "C" not null,
    state text collate "C" not null, code text, parts text not null, withheld_parts text not null, because text not null,
    basis text not null, detail text, attempts bigint not null default 0, due_at bigint not null,
    decided_at bigint not null, sent_at bigint, received_at bigint, handed_over_at bigint, answered_at bigint,
    late_told bigint not null default 0, recall text, recall_reason text, recall_due_at bigint,
    grant_id text);
-- A delivery changes its state three times at least, and each time its place in every index: as few and as small as can be.
create index delivery_message on delivery (sender, message_id);
create index delivery_child on delivery (child_token) where because like '%agreement%';
create index delivery_first on delivery (participant, urgent, order_no, rowid) where state = 'decided';
create index delivery_in_broker on delivery (participant, urgent, due_at) where state in ('sending', 'sent');
create index delivery_not_received on delivery (decided_at) where state in ('decided', 'sending', 'sent');
create index delivery_received on delivery (participant, urgent, due_at) where state = 'received'; -- apart: these may be very many
create index delivery_order on delivery (organisation, role, partition_key, order_no)
    where urgent = 0 and kind <> 'review' and state in ('decided', 'sending', 'sent', 'held', 'failed');
create index delivery_recall on delivery (recall, recall_due_at) where recall is not null;

create table emergency (
    grant_id text collate "C" primary key, incarnation text not null, child_token text collate "C" not null, organisation text not null,
    role text not null, delivery_id text not null, reason text not null, asked_by text not null, asked_at bigint not null,
    stands_until bigint not null, review_by bigint, ended_at bigint, ended_by text, reviewed_at bigint, reviewed_by text, outcome text,
    overdue_told bigint not null default 0, key_id bigint not null, body bytea not null);
create index emergency_child on emergency (child_token) where ended_at is null;
create table operator_name (token text collate "C" primary key, key_id bigint not null, body bytea not null);

create table audit (
    writer text collate "C" not null, n bigint not null, previous text not null, hash text not null, at bigint not null,
    kind text not null, about text not null, detail text not null, primary key (writer, n));
