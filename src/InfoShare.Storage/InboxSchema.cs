namespace InfoShare.Storage;

/// <summary>What posts without a system of their own do in the console: read what was released to them, and send. Ids and codes only.</summary>
internal static class InboxSchema
{
    public const string Sql = """
        create table if not exists inbox_reading (delivery_id text not null, by text not null, at integer not null, primary key (delivery_id, by));
        create table if not exists inbox_sent (
            reference text primary key, participant text not null, organisation text not null, role text not null, by text not null,
            type text not null, delivery_id text, message_id text not null, at integer not null);
        create index if not exists inbox_sent_post on inbox_sent (organisation, role, at);
        create index if not exists inbox_sent_message on inbox_sent (message_id);
        create index if not exists inbox_sent_delivery on inbox_sent (delivery_id);
        create index if not exists delivery_post on delivery (organisation, role, decided_at)
            where state in ('received', 'handed-over', 'acknowledged', 'answered', 'recalled');
        create index if not exists answer_clock_post on answer_clock (organisation, role, late_from) where answered_at is null and closed_at is null;
        """;
}
