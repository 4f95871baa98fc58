-- Each organisation's audit rows are a chain: row_hash is a keyed hash of the row and of the row before it. No unique
-- key on (org_id, seq): the lock on the head keeps it, and the table may be partitioned by created_at.
alter table audit_logs add column seq bigint not null default 0;
alter table audit_logs add column prev_hash char(64);
alter table audit_logs add column row_hash char(64);
create index audit_logs_chain on audit_logs (org_id, seq);

-- The end of each chain; whoever writes a row locks it until he commits.
create table audit_heads (
    org_id uuid not null primary key,
    seq bigint not null,
    row_hash char(64) not null,
    last_at timestamptz not null,
    unchained bigint not null default 0
);

-- Vouches for rows up to seq that were dropped: mac is a keyed hash, so it cannot be made up.
create table audit_checkpoints (
    org_id uuid not null,
    seq bigint not null,
    row_hash char(64) not null,
    mac char(64) not null,
    created_at timestamptz not null,
    primary key (org_id, seq)
);

-- Rows from before the chain are only counted.
insert into audit_heads (org_id, seq, row_hash, last_at, unchained)
select org_id, 0, repeat('0', 64), max(created_at), count(*) from audit_logs group by org_id;
