create table approved_work (
    approval_id text collate "C" primary key, subject text not null, approved_at bigint not null, tried bigint not null, not_before bigint not null,
    problem text, ended_at bigint, outcome text);
