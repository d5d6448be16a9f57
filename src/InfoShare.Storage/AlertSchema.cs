namespace InfoShare.Storage;

/// <summary>What stands that somebody must know of, who was told by which way, and how long a probe takes to each participant and back. Ids, codes and times only.</summary>
internal static class AlertSchema
{
    public const string Sql = """
        create table if not exists alert (
            key text primary key, kind text not null, subject text not null, count integer not null, level integer not null, urgent integer not null,
            since integer not null, worse_at integer not null, gone_at integer, acknowledged_by text, acknowledged_at integer);
        create table if not exists alert_told (
            key text not null, channel text not null, at integer not null, since integer not null, level integer not null, ended integer not null,
            primary key (key, channel));
        create table if not exists alert_channel (
            channel text primary key, sent_at integer, failures integer not null, failing_since integer, failed_at integer, problem text, next_at integer not null);
        create table if not exists alert_duty (duty text primary key, holder text not null, until integer not null);
        create table if not exists probe (
            participant text primary key, number integer not null, sent_at integer not null, answered integer not null, answered_at integer, took integer);
        """;
}
