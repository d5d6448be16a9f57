-- What failed, why, and how it is mended: notes, retries, and what was returned to its sender. Words are sealed elsewhere, under tokens.
alter table delivery add column cause text;
create table failure_note (
    note_id text collate "C" primary key, failure_group text collate "C" not null, words text not null, by text not null, at bigint not null);
create index failure_note_group on failure_note (failure_group, at);
create table retry (
    retry_id text collate "C" primary key, failure_group text collate "C" not null, state text not null, per_minute bigint not null, stop_after bigint not null,
    released bigint not null, forgiven bigint not null, by text not null, at bigint not null, ended_at bigint);
create index retry_group on retry (failure_group, at);
create index retry_open on retry (at) where ended_at is null;
create table retry_item (
    retry_id text collate "C" not null, n bigint not null, delivery_id text collate "C" not null, again_at bigint, outcome text, why text, settled_at bigint,
    primary key (retry_id, n));
create index retry_item_next on retry_item (retry_id, n) where again_at is null and outcome is null;
create index retry_item_going on retry_item (retry_id) where again_at is not null and outcome is null;
create index retry_item_again on retry_item (retry_id, again_at) where again_at is not null;
create table returned_message (
    sender text collate "C" not null, message_id text collate "C" not null, why text not null, by text not null, at bigint not null, primary key (sender, message_id));
create index message_turned_away on message (received_at) where outcome in ('quarantined', 'refused');
create index delivery_failure on delivery (state, cause, message_type, participant, due_at, child_token) where state in ('failed', 'expired');
create index delivery_review on delivery (decided_at) where state = 'held' and kind = 'review';
create index answer_clock_delivery on answer_clock (delivery_id, late_from) where answered_at is null and closed_at is null;
