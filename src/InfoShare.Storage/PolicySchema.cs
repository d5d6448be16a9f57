namespace InfoShare.Storage;

/// <summary>The tables of changes of the policy: what is tried, what two people brought into force, and what a candidate would have decided. No child is in them.</summary>
internal static class PolicySchema
{
    public const string Sql = """
        create table if not exists policy_candidate (
            version text primary key, name text not null, files text not null, added_by text not null, added_at integer not null);
        create table if not exists policy_activation (
            activation_id text primary key, version text not null, name text not null, files text not null, in_force_from integer not null,
            asked_by text not null, approved_by text not null, approved_at integer not null);
        create table if not exists policy_shadow (
            shadow_id text primary key, version text not null, name text not null, started_by text not null, started_at integer not null,
            last_decision integer not null, decided integer not null, different integer not null, not_decided integer not null,
            ended_by text, ended_at integer);
        create table if not exists policy_shadow_difference (
            shadow_id text not null, role text not null, part integer not null, change integer not null, decisions integer not null, examples text not null,
            primary key (shadow_id, role, part, change));
        """;
}
