namespace InfoShare.Storage;

/// <summary>The console's tables, beside routing's: who may sign in, and who has read what. Names, passwords and reasons are sealed.</summary>
internal static class ConsoleSchema
{
    public const string Sql = """
        create table if not exists account (
            token text primary key, roles text not null, participant text, organisation text, post text, demo integer not null, active integer not null,
            must_change integer not null, failures integer not null, locked_until integer, last_step integer not null, stamp text not null,
            created_at integer not null, signed_in_at integer, key_id integer not null, body blob not null);
        create table if not exists reveal (
            reveal_id text primary key, sender text not null, message_id text not null, by text not null,
            reason text not null, why text not null, at integer not null, until integer not null);
        create index if not exists reveal_message on reveal (message_id, sender);
        create index if not exists audit_about on audit (about);
        create index if not exists delivery_attention on delivery (decided_at) where state in ('failed', 'expired', 'held');
        create table if not exists approval (
            approval_id text primary key, kind text not null, subject text not null, asked_by text not null, why text not null,
            asked_at integer not null, until integer not null, decided_by text, decided_at integer, outcome text);
        create table if not exists approved_work (
            approval_id text primary key, subject text not null, approved_at integer not null, tried integer not null, not_before integer not null,
            problem text, ended_at integer, outcome text);
        """;
}
