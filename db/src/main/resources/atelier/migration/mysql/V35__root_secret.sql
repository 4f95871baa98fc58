-- One row: the random secret that fingerprints and webhook secrets are derived from, sealed with the operator's key.
-- It stays the same when that key is rotated, and tells at each start whether the key is the right one.
create table secret_root (
    id smallint not null primary key,
    sealed varchar(2000) character set ascii collate ascii_bin not null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    constraint secret_root_one check (id = 1)
) default character set utf8mb4 collate utf8mb4_bin;
