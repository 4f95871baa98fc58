-- The spine of every job, and the ledger of its attempts.
create table prompts (
    id char(36) character set ascii collate ascii_bin not null primary key,
    org_id char(36) character set ascii collate ascii_bin not null,
    project_id char(36) character set ascii collate ascii_bin,
    user_id char(36) character set ascii collate ascii_bin,
    input_type varchar(16) not null,
    text mediumtext,
    input_asset_id char(36) character set ascii collate ascii_bin,
    negative_text mediumtext,
    parameters json not null default ('{}'),
    prompt_hash varchar(64) character set ascii collate ascii_bin,
    language varchar(16),
    translated_text json,
    moderation_status varchar(16),
    safety_tags json,
    tags json,
    version int not null default 1,
    created_by char(36) character set ascii collate ascii_bin,
    updated_by char(36) character set ascii collate ascii_bin,
    created_at datetime(6) not null default (utc_timestamp(6)),
    updated_at datetime(6) not null default (utc_timestamp(6)),
    constraint prompts_input check (input_type in ('text', 'image', 'both'))
) default character set utf8mb4 collate utf8mb4_bin;
create index prompts_of_org on prompts (org_id, project_id);
create index prompts_hash on prompts (prompt_hash);

create table generation_jobs (
    id char(36) character set ascii collate ascii_bin not null primary key,
    org_id char(36) character set ascii collate ascii_bin not null,
    project_id char(36) character set ascii collate ascii_bin,
    prompt_id char(36) character set ascii collate ascii_bin,
    provider_id char(36) character set ascii collate ascii_bin,
    provider_model_id char(36) character set ascii collate ascii_bin,
    kind varchar(16) not null,
    provider varchar(40) not null,
    model_name varchar(128) not null,
    status varchar(16) not null,
    priority int not null default 5,
    queue_id char(36) character set ascii collate ascii_bin,
    attempt int not null default 0,
    retry_of_job_id char(36) character set ascii collate ascii_bin,
    retried_by_job_id char(36) character set ascii collate ascii_bin,
    scheduler_lane varchar(220),
    worker_id varchar(200),
    worker_region varchar(64),
    input json not null,
    metadata json,
    storyboard json,
    progress int,
    started_at datetime(6) null,
    completed_at datetime(6) null,
    latency_ms int,
    queue_latency_ms int,
    cost_usd numeric(12,6),
    billed_units_json json not null default ('{}'),
    error_code varchar(128),
    error_message text,
    error_retryable boolean,
    provider_code varchar(128),
    webhook_url varchar(2048),
    webhook_events json,
    request_id varchar(128),
    api_key_id char(36) character set ascii collate ascii_bin,
    tell_at datetime(6) null,
    tell_tries int not null default 0,
    tell_first boolean not null default true,
    deadline datetime(6) not null,
    cancel_requested_at datetime(6) null,
    cancel_by varchar(200),
    cancel_reason varchar(1000),
    attention_reason varchar(40),
    attention_detail text,
    attention_since datetime(6) null,
    next_attempt_at datetime(6) null,
    waits_used int not null default 0,
    checked_at datetime(6) null,
    auto_cleanup_at datetime(6) null,
    created_by char(36) character set ascii collate ascii_bin,
    updated_by char(36) character set ascii collate ascii_bin,
    created_at datetime(6) not null default (utc_timestamp(6)),
    updated_at datetime(6) not null,
    constraint generation_jobs_retry unique (retry_of_job_id),
    constraint generation_jobs_kind check (kind in ('image', 'video', 'mesh', 'conversion')),
    constraint generation_jobs_status check (status in ('pending', 'queued', 'running', 'succeeded', 'failed',
        'canceled')),
    constraint generation_jobs_prompt check (prompt_id is not null or kind = 'conversion'),
    constraint generation_jobs_attention check ((attention_reason is null) = (attention_since is null))
) default character set utf8mb4 collate utf8mb4_bin;
create index generation_jobs_of_project on generation_jobs (org_id, project_id, status);
create index generation_jobs_model on generation_jobs (provider_model_id);
create index generation_jobs_created on generation_jobs (created_at);
create index generation_jobs_of_org on generation_jobs (org_id, id);
create index generation_jobs_tell on generation_jobs (tell_at);
create index generation_jobs_open on generation_jobs (status, checked_at);

create table submissions (
    id char(36) character set ascii collate ascii_bin not null primary key,
    job_id char(36) character set ascii collate ascii_bin not null,
    attempt int not null,
    org_id char(36) character set ascii collate ascii_bin not null,
    provider varchar(40) not null,
    model varchar(128) not null,
    medium varchar(8) character set ascii collate ascii_bin not null,
    priority smallint not null,
    start_tag bigint not null,
    line varchar(220) character set ascii collate ascii_bin,
    state varchar(12) character set ascii collate ascii_bin not null,
    account_id varchar(36) character set ascii collate ascii_bin,
    held_by varchar(36) character set ascii collate ascii_bin,
    slot smallint,
    open_key char(36) character set ascii collate ascii_bin,
    provider_model_id char(36) character set ascii collate ascii_bin,
    remote_task_id varchar(200),
    remote_key varchar(300),
    worker_id varchar(200),
    provider_status varchar(64),
    progress int,
    looks int not null default 0,
    result json,
    error_kind varchar(40),
    error_phase varchar(8),
    error_code varchar(40),
    provider_code varchar(128),
    message text,
    billed varchar(8) character set ascii collate ascii_bin not null default 'no',
    counted boolean not null default false,
    cost_usd numeric(12,6),
    billed_units json,
    find_tries int not null default 0,
    send_before datetime(6) null,
    alive_at datetime(6) null,
    granted_at datetime(6) null,
    sent_at datetime(6) null,
    next_look_at datetime(6) null,
    runs_until datetime(6) null,
    absent_since datetime(6) null,
    cancel_wanted_at datetime(6) null,
    cancel_tried_at datetime(6) null,
    ended_at datetime(6) null,
    settled_at datetime(6) null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    constraint submissions_attempt unique (job_id, attempt),
    constraint submissions_open unique (open_key),
    constraint submissions_slot unique (held_by, medium, slot),
    constraint submissions_remote unique (remote_key),
    constraint submissions_line check ((state = 'waiting') = (line is not null)),
    constraint submissions_held check ((slot is null) = (held_by is null)),
    constraint submissions_medium check (medium in ('image', 'video', 'mesh')),
    constraint submissions_state check (state in ('waiting', 'granted', 'sending', 'sent', 'ambiguous', 'made',
        'failed', 'not_sent', 'withdrawn', 'written_off')),
    constraint submissions_billed check (billed in ('no', 'maybe', 'yes'))
) default character set utf8mb4 collate utf8mb4_bin;
create index submissions_head on submissions (line, priority desc, start_tag, id);
create index submissions_org on submissions (line, org_id, priority desc, start_tag, id);
create index submissions_look on submissions (next_look_at);
create index submissions_account on submissions (account_id);

create table provider_requests (
    id char(36) character set ascii collate ascii_bin not null primary key,
    org_id char(36) character set ascii collate ascii_bin not null,
    job_id char(36) character set ascii collate ascii_bin,
    submission_id char(36) character set ascii collate ascii_bin,
    account_id varchar(36) character set ascii collate ascii_bin,
    provider varchar(40) not null,
    operation varchar(16) not null,
    request_ts datetime(6) not null,
    response_ts datetime(6) null,
    request_payload_jsonb json,
    response_payload_jsonb json,
    http_status int,
    tokens_input bigint,
    tokens_output bigint,
    billed_cost_usd numeric(12,6),
    retry_index int not null default 0,
    provider_request_id varchar(200),
    request_id varchar(128),
    error_kind varchar(40),
    created_at datetime(6) not null default (utc_timestamp(6))
) default character set utf8mb4 collate utf8mb4_bin;
create index provider_requests_job on provider_requests (job_id);
create index provider_requests_submission on provider_requests (submission_id);

-- One key, one job.
create table idempotency_keys (
    org_id char(36) character set ascii collate ascii_bin not null,
    api_key_id char(36) character set ascii collate ascii_bin not null,
    method varchar(8) character set ascii collate ascii_bin not null,
    route varchar(100) not null,
    idem_key varchar(255) not null,
    fingerprint char(64) character set ascii collate ascii_bin not null,
    job_id char(36) character set ascii collate ascii_bin,
    created_at datetime(6) not null,
    primary key (org_id, api_key_id, method, route, idem_key)
) default character set utf8mb4 collate utf8mb4_bin;
create index idempotency_keys_age on idempotency_keys (created_at);

create table job_events (
    id char(36) character set ascii collate ascii_bin not null primary key,
    org_id char(36) character set ascii collate ascii_bin not null,
    job_id char(36) character set ascii collate ascii_bin not null,
    type varchar(40) not null,
    data json,
    at datetime(6) not null
) default character set utf8mb4 collate utf8mb4_bin;
create index job_events_of_job on job_events (job_id, id);
