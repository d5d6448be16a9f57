namespace InfoShare.Storage;

/// <summary>The tables of what failed and is mended: notes, retries, and what was returned to its sender. Names and words are sealed elsewhere, under tokens.</summary>
internal static class FailureSchema
{
    public const string Sql = """
        create table if not exists failure_note (
            note_id text primary key, failure_group text not null, words text not null, by text not null, at integer not null);
        create index if not exists failure_note_group on failure_note (failure_group, at);
        create table if not exists retry (
            retry_id text primary key, failure_group text not null, state text not null, per_minute integer not null, stop_after integer not null,
            released integer not null, forgiven integer not null, by text not null, at integer not null, ended_at integer);
        create index if not exists retry_group on retry (failure_group, at);
        create index if not exists retry_open on retry (at) where ended_at is null;
        create table if not exists retry_item (
            retry_id text not null, n integer not null, delivery_id text not null, again_at integer, outcome text, why text, settled_at integer,
            primary key (retry_id, n));
        create index if not exists retry_item_next on retry_item (retry_id, n) where again_at is null and outcome is null;
        create index if not exists retry_item_going on retry_item (retry_id) where again_at is not null and outcome is null;
        create index if not exists retry_item_again on retry_item (retry_id, again_at) where again_at is not null;
        create table if not exists returned_message (
            sender text not null, message_id text not null, why text not null, by text not null, at integer not null, primary key (sender, message_id));
        create index if not exists message_turned_away on message (received_at) where outcome in ('quarantined', 'refused');
        create index if not exists audit_given_up on audit (at) where kind in ('message-kept', 'message-given-back');
        create index if not exists delivery_failure on delivery (state, cause, message_type, participant, due_at, child_token) where state in ('failed', 'expired');
        create index if not exists delivery_review on delivery (decided_at) where state = 'held' and kind = 'review';
        create index if not exists answer_clock_delivery on answer_clock (delivery_id, late_from) where answered_at is null and closed_at is null;
        """;
}
