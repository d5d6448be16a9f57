-- What stands that somebody must know of, who was told by which way, and how long a probe takes to each participant and back.
create table alert (
    key text collate "C" primary key, kind text not null, subject text not null, count bigint not null, level bigint not null, urgent bigint not null,
    since bigint not null, worse_at bigint not null, gone_at bigint, acknowledged_by text, acknowledged_at bigint);
create table alert_told (
    key text collate "C" not null, channel text not null, at bigint not null, since bigint not null, level bigint not null, ended bigint not null,
    primary key (key, channel));
create table alert_channel (
    channel text primary key, sent_at bigint, failures bigint not null, failing_since bigint, failed_at bigint, problem text, next_at bigint not null);
-- One of several consoles tells.
create table alert_duty (duty text primary key, holder text not null, until bigint not null);
create table probe (
    participant text primary key, number bigint not null, sent_at bigint not null, answered bigint not null, answered_at bigint, took bigint);
