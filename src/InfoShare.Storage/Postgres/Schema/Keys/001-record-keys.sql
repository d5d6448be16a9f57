-- The key of each record, wrapped by the master key.
create table record_key (id bigint primary key, wrapped bytea not null);

-- How far the data have come, as noted after each commit; key numbers below next_key may be in use; and which master key
-- wraps the keys, by a keyed hash.
create table progress (
    one boolean primary key default true check (one),
    commits bigint not null default 0,
    anchor text not null default '',
    next_key bigint not null default 1,
    master text);
insert into progress default values;
