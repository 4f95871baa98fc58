-- How long an organisation's rows and bytes are kept; without a row here, the usual terms hold. Idempotency keys are
-- forgotten after 30 days, so no job may be forgotten before that.
create table retention_policies (
    org_id char(36) character set ascii collate ascii_bin not null primary key,
    failed_jobs_days int not null default 90,
    requests_days int not null default 90,
    archived_days int not null default 30,
    storage_quota_bytes bigint,
    updated_at datetime(6) not null,
    constraint retention_policies_failed check (failed_jobs_days >= 31),
    constraint retention_policies_requests check (requests_days >= 1),
    constraint retention_policies_archived check (archived_days >= 1),
    constraint retention_policies_quota check (storage_quota_bytes >= 0)
) default character set utf8mb4 collate utf8mb4_bin;
create index provider_requests_age on provider_requests (org_id, created_at);
create index generation_jobs_cleanup on generation_jobs (auto_cleanup_at);
create index assets_by_age on assets (org_id, lifecycle_state, created_at);
create index assets_retention on assets (retention_until);
