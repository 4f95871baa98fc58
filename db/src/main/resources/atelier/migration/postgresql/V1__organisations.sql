-- Who uses it: organisations, their projects and keys, and what was done in their name.
create table orgs (
    id uuid not null primary key,
    name varchar(200) not null,
    plan varchar(40) not null default 'standard',
    status varchar(16) not null default 'active',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint orgs_name unique (name),
    constraint orgs_status check (status in ('active', 'suspended', 'closed'))
);

create table projects (
    id uuid not null primary key,
    org_id uuid not null,
    name varchar(200) not null,
    description text,
    visibility varchar(16) not null default 'private',
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint projects_name unique (org_id, name),
    constraint projects_visibility check (visibility in ('private', 'team', 'public')),
    constraint projects_org foreign key (org_id) references orgs (id) deferrable initially deferred
);

create table api_keys (
    id uuid not null primary key,
    org_id uuid not null,
    name varchar(200) not null,
    key_hash char(64) not null,
    scopes jsonb not null,
    last_used_at timestamptz,
    expires_at timestamptz,
    status varchar(16) not null default 'active',
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint api_keys_hash unique (key_hash),
    constraint api_keys_status check (status in ('active', 'revoked')),
    constraint api_keys_org foreign key (org_id) references orgs (id) deferrable initially deferred
);
create index api_keys_of_org on api_keys (org_id, created_at);

create table audit_logs (
    id uuid not null primary key,
    org_id uuid not null,
    actor varchar(200) not null,
    action varchar(64) not null,
    subject_type varchar(40) not null,
    subject_id varchar(64),
    request_id varchar(128),
    details jsonb,
    created_at timestamptz not null default now()
);
create index audit_logs_of_org on audit_logs (org_id, id);
create index audit_logs_subject on audit_logs (subject_type, subject_id);
create index audit_logs_request on audit_logs (request_id);
