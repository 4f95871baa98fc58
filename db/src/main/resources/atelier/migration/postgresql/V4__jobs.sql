-- The spine of every job, and the ledger of its attempts.
create table prompts (
    id uuid not null primary key,
    org_id uuid not null,
    project_id uuid,
    user_id uuid,
    input_type varchar(16) not null,
    text text,
    input_asset_id uuid,
    negative_text text,
    parameters jsonb not null default '{}',
    prompt_hash varchar(64),
    language varchar(16),
    translated_text jsonb,
    moderation_status varchar(16),
    safety_tags jsonb,
    tags jsonb,
    version int not null default 1,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint prompts_input check (input_type in ('text', 'image', 'both'))
);
create index prompts_of_org on prompts (org_id, project_id);
create index prompts_hash on prompts (prompt_hash);

create table generation_jobs (
    id uuid not null primary key,
    org_id uuid not null,
    project_id uuid,
    prompt_id uuid,
    provider_id uuid,
    provider_model_id uuid,
    kind varchar(16) not null,
    provider varchar(40) not null,
    model_name varchar(128) not null,
    status varchar(16) not null,
    priority int not null default 5,
    queue_id uuid,
    attempt int not null default 0,
    retry_of_job_id uuid,
    retried_by_job_id uuid,
    scheduler_lane varchar(220),
    worker_id varchar(200),
    worker_region varchar(64),
    input jsonb not null,
    metadata jsonb,
    storyboard jsonb,
    progress int,
    started_at timestamptz,
    completed_at timestamptz,
    latency_ms int,
    queue_latency_ms int,
    cost_usd numeric(12,6),
    billed_units_json jsonb not null default '{}',
    error_code varchar(128),
    error_message text,
    error_retryable boolean,
    provider_code varchar(128),
    webhook_url varchar(2048),
    webhook_events jsonb,
    request_id varchar(128),
    api_key_id uuid,
    tell_at timestamptz,
    tell_tries int not null default 0,
    tell_first boolean not null default true,
    deadline timestamptz not null,
    cancel_requested_at timestamptz,
    cancel_by varchar(200),
    cancel_reason varchar(1000),
    attention_reason varchar(40),
    attention_detail text,
    attention_since timestamptz,
    next_attempt_at timestamptz,
    waits_used int not null default 0,
    checked_at timestamptz,
    auto_cleanup_at timestamptz,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null,
    constraint generation_jobs_retry unique (retry_of_job_id),
    constraint generation_jobs_kind check (kind in ('image', 'video', 'mesh', 'conversion')),
    constraint generation_jobs_status check (status in ('pending', 'queued', 'running', 'succeeded', 'failed',
        'canceled')),
    constraint generation_jobs_prompt check (prompt_id is not null or kind = 'conversion'),
    constraint generation_jobs_attention check ((attention_reason is null) = (attention_since is null))
);
create index generation_jobs_of_project on generation_jobs (org_id, project_id, status);
create index generation_jobs_model on generation_jobs (provider_model_id);
create index generation_jobs_created on generation_jobs (created_at);
create index generation_jobs_of_org on generation_jobs (org_id, id);
create index generation_jobs_tell on generation_jobs (tell_at) where tell_at is not null;
create index generation_jobs_open on generation_jobs (status, checked_at) where status in ('pending', 'queued', 'running');

create table submissions (
    id uuid not null primary key,
    job_id uuid not null,
    attempt int not null,
    org_id uuid not null,
    provider varchar(40) not null,
    model varchar(128) not null,
    medium varchar(8) not null,
    priority smallint not null,
    start_tag bigint not null,
    line varchar(220),
    state varchar(12) not null,
    account_id varchar(36),
    held_by varchar(36),
    slot smallint,
    open_key uuid,
    provider_model_id uuid,
    remote_task_id varchar(200),
    remote_key varchar(300),
    worker_id varchar(200),
    provider_status varchar(64),
    progress int,
    looks int not null default 0,
    result jsonb,
    error_kind varchar(40),
    error_phase varchar(8),
    error_code varchar(40),
    provider_code varchar(128),
    message text,
    billed varchar(8) not null default 'no',
    counted boolean not null default false,
    cost_usd numeric(12,6),
    billed_units jsonb,
    find_tries int not null default 0,
    send_before timestamptz,
    alive_at timestamptz,
    granted_at timestamptz,
    sent_at timestamptz,
    next_look_at timestamptz,
    runs_until timestamptz,
    absent_since timestamptz,
    cancel_wanted_at timestamptz,
    cancel_tried_at timestamptz,
    ended_at timestamptz,
    settled_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
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
);
create index submissions_head on submissions (line, priority desc, start_tag, id) where line is not null;
create index submissions_org on submissions (line, org_id, priority desc, start_tag, id) where line is not null;
create index submissions_look on submissions (next_look_at) where next_look_at is not null;
create index submissions_account on submissions (account_id);

create table provider_requests (
    id uuid not null primary key,
    org_id uuid not null,
    job_id uuid,
    submission_id uuid,
    account_id varchar(36),
    provider varchar(40) not null,
    operation varchar(16) not null,
    request_ts timestamptz not null,
    response_ts timestamptz,
    request_payload_jsonb jsonb,
    response_payload_jsonb jsonb,
    http_status int,
    tokens_input bigint,
    tokens_output bigint,
    billed_cost_usd numeric(12,6),
    retry_index int not null default 0,
    provider_request_id varchar(200),
    request_id varchar(128),
    error_kind varchar(40),
    created_at timestamptz not null default now()
);
create index provider_requests_job on provider_requests (job_id);
create index provider_requests_submission on provider_requests (submission_id);

-- One key, one job.
create table idempotency_keys (
    org_id uuid not null,
    api_key_id uuid not null,
    method varchar(8) not null,
    route varchar(100) not null,
    idem_key varchar(255) not null,
    fingerprint char(64) not null,
    job_id uuid,
    created_at timestamptz not null,
    primary key (org_id, api_key_id, method, route, idem_key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table job_events (
    id uuid not null primary key,
    org_id uuid not null,
    job_id uuid not null,
    type varchar(40) not null,
    data jsonb,
    at timestamptz not null
);
create index job_events_of_job on job_events (job_id, id);
