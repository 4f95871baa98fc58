-- One row per try. The same event keeps its event_id through all tries; url_hash (SHA-256, hex) stands for an address
-- too long to be indexed.
create table webhook_deliveries (
    id char(36) character set ascii collate ascii_bin not null primary key,
    org_id char(36) character set ascii collate ascii_bin not null,
    job_id char(36) character set ascii collate ascii_bin not null,
    event_id varchar(64) character set ascii collate ascii_bin not null,
    event_type varchar(40) not null,
    url varchar(2048) not null,
    url_hash char(64) character set ascii collate ascii_bin not null,
    payload text not null,
    attempt int not null,
    status varchar(16) not null,
    next_try_at datetime(6) null,
    http_status int,
    error varchar(1000),
    duration_ms int,
    created_at datetime(6) not null,
    tried_at datetime(6) null,
    constraint webhook_deliveries_try unique (event_id, url_hash, attempt),
    constraint webhook_deliveries_status check (status in ('pending', 'delivered', 'failed', 'abandoned')),
    constraint webhook_deliveries_due check ((status = 'pending') = (next_try_at is not null))
) default character set utf8mb4 collate utf8mb4_bin;
create index webhook_deliveries_next on webhook_deliveries (next_try_at);
create index webhook_deliveries_of_job on webhook_deliveries (job_id);
