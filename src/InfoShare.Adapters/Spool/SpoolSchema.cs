namespace InfoShare.Adapters.Spool;

/// <summary>The tables of one adapter. Times are Unix milliseconds; what could identify anybody is hashed or sealed.</summary>
internal static class SpoolSchema
{
    public const string Sql = """
        create table if not exists outgoing (
            id text primary key, type text not null, partition text not null, ord text not null, urgent integer not null,
            epoch integer not null, sequence integer not null, keyId integer not null, body blob not null,
            state text not null, attempts integer not null, dueAt integer not null, acceptedAt integer not null,
            receiptedAt integer not null, reasons text not null, reasonDue integer not null);
        create index if not exists outgoing_waiting on outgoing (urgent, partition, ord, dueAt) where state = 'waiting';
        create index if not exists outgoing_due on outgoing (urgent, dueAt, ord) where state = 'waiting';
        create index if not exists outgoing_key on outgoing (partition, epoch, sequence);
        create index if not exists outgoing_state on outgoing (state, receiptedAt, acceptedAt);
        create index if not exists outgoing_reason on outgoing (id) where reasonDue = 1;
        create table if not exists record (
            track text primary key, message text not null, content text not null, parts text not null,
            partition text not null, withdrawn integer not null);
        create table if not exists submission (id text primary key, content text not null);
        create table if not exists child (partition text primary key, epoch integer not null, nextSequence integer not null, ord integer not null);
        create table if not exists file (id text primary key, outcome text not null, finished integer not null, at integer not null);
        create table if not exists inbox (
            arrived integer primary key autoincrement, id text not null unique, kind text not null, partition text not null,
            about text not null, correction integer not null, ord text not null, urgent integer not null, keyId integer not null, body blob not null,
            state text not null, told text not null, fileName text not null, attempts integer not null, dueAt integer not null,
            receivedAt integer not null, changedAt integer not null, handedOverAt integer not null);
        drop index if exists inbox_due;
        create index if not exists inbox_to_go on inbox (urgent, partition, arrived) where state in ('received', 'staged', 'offered', 'failed');
        create index if not exists inbox_untold on inbox (arrived) where told <> state;
        create index if not exists inbox_about on inbox (about, ord) where correction = 1;
        create index if not exists inbox_state on inbox (state);
        create index if not exists inbox_kept on inbox (changedAt) where length(body) > 0;
        create table if not exists recall (id text primary key, reason text not null, at integer not null, told integer not null);
        create table if not exists incarnation (id text primary key, latest integer not null);
        create table if not exists counter (name text primary key, value integer not null);
        """;
}
