-- One row per try. The same event keeps its event_id through all tries; url_hash (SHA-256, hex) stands for an address
-- too long to be indexed.
create table webhook_deliveries (
    id uuid not null primary key,
    org_id uuid not null,
    job_id uuid not null,
    event_id varchar(64) not null,
    event_type varchar(40) not null,
    url varchar(2048) not null,
    url_hash char(64) not null,
    payload text not null,
    attempt int not null,
    status varchar(16) not null,
    next_try_at timestamptz,
    http_status int,
    error varchar(1000),
    duration_ms int,
    created_at timestamptz not null,
    tried_at timestamptz,
    constraint webhook_deliveries_try unique (event_id, url_hash, attempt),
    constraint webhook_deliveries_status check (status in ('pending', 'delivered', 'failed', 'abandoned')),
    constraint webhook_deliveries_due check ((status = 'pending') = (next_try_at is not null))
);
create index webhook_deliveries_next on webhook_deliveries (next_try_at) where next_try_at is not null;
create index webhook_deliveries_of_job on webhook_deliveries (job_id);
