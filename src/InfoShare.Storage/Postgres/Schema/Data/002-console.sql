-- Who may sign in to the console, and who has read what. Names, passwords and reasons are sealed.
create table account (
    token text collate "C" primary key, roles text not null, participant text, organisation text, post text, demo bigint not null, active bigint not null,
    must_change bigint not null, failures bigint not null, locked_until bigint, last_step bigint not null, stamp text not null,
    created_at bigint not null, signed_in_at bigint, key_id bigint not null, body bytea not null);
create table reveal (
    reveal_id text collate "C" primary key, sender text collate "C" not null, message_id text collate "C" not null, by text not null,
    reason text not null, why text not null, at bigint not null, until bigint not null);
create index reveal_message on reveal (message_id, sender);
-- What a person asks for by name, and what the console lists: few of many.
create index audit_about on audit (about);
create index delivery_attention on delivery (decided_at) where state in ('failed', 'expired', 'held');
-- What one person asks for and another must approve.
create table approval (
    approval_id text collate "C" primary key, kind text not null, subject text not null, asked_by text not null, why text not null,
    asked_at bigint not null, until bigint not null, decided_by text, decided_at bigint, outcome text);
