-- What posts without a system of their own do in the console: read what was released to them, and send. Ids and codes only.
create table inbox_reading (delivery_id text collate "C" not null, by text collate "C" not null, at bigint not null, primary key (delivery_id, by));
create table inbox_sent (
    reference text collate "C" primary key, participant text not null, organisation text collate "C" not null, role text collate "C" not null, by text not null,
    type text not null, delivery_id text collate "C", message_id text collate "C" not null, at bigint not null);
create index inbox_sent_post on inbox_sent (organisation, role, at);
create index inbox_sent_message on inbox_sent (message_id);
create index inbox_sent_delivery on inbox_sent (delivery_id);
-- What one post was sent, and what it owes.
create index delivery_post on delivery (organisation, role, decided_at)
    where state in ('received', 'handed-over', 'acknowledged', 'answered', 'recalled');
create index answer_clock_post on answer_clock (organisation, role, late_from) where answered_at is null and closed_at is null;
