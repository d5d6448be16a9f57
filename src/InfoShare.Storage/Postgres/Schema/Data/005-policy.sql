-- Changes of the policy: what is tried, what two people brought into force, and what a candidate would have decided.
create table policy_candidate (
    version text collate "C" primary key, name text not null, files text not null, added_by text not null, added_at bigint not null);
create table policy_activation (
    activation_id text collate "C" primary key, version text collate "C" not null, name text not null, files text not null, in_force_from bigint not null,
    asked_by text not null, approved_by text not null, approved_at bigint not null);
create table policy_shadow (
    shadow_id text collate "C" primary key, version text collate "C" not null, name text not null, started_by text not null, started_at bigint not null,
    last_decision bigint not null, decided bigint not null, different bigint not null, not_decided bigint not null,
    ended_by text, ended_at bigint);
create table policy_shadow_difference (
    shadow_id text collate "C" not null, role text collate "C" not null, part bigint not null, change bigint not null, decisions bigint not null, examples text not null,
    primary key (shadow_id, role, part, change));
