-- Who uses it: organisations, their projects and keys, and what was done in their name.
create table orgs (
    id char(36) character set ascii collate ascii_bin not null primary key,
    name varchar(200) not null,
    plan varchar(40) not null default 'standard',
    status varchar(16) not null default 'active',
    created_at datetime(6) not null default (utc_timestamp(6)),
    updated_at datetime(6) not null default (utc_timestamp(6)),
    constraint orgs_name unique (name),
    constraint orgs_status check (status in ('active', 'suspended', 'closed'))
) default character set utf8mb4 collate utf8mb4_bin;

create table projects (
    id char(36) character set ascii collate ascii_bin not null primary key,
    org_id char(36) character set ascii collate ascii_bin not null,
    name varchar(200) not null,
    description text,
    visibility varchar(16) not null default 'private',
    created_by char(36) character set ascii collate ascii_bin,
    updated_by char(36) character set ascii collate ascii_bin,
    created_at datetime(6) not null default (utc_timestamp(6)),
    updated_at datetime(6) not null default (utc_timestamp(6)),
    constraint projects_name unique (org_id, name),
    constraint projects_visibility check (visibility in ('private', 'team', 'public')),
    constraint projects_org foreign key (org_id) references orgs (id)
) default character set utf8mb4 collate utf8mb4_bin;

create table api_keys (
    id char(36) character set ascii collate ascii_bin not null primary key,
    org_id char(36) character set ascii collate ascii_bin not null,
    name varchar(200) not null,
    key_hash char(64) character set ascii collate ascii_bin not null,
    scopes json not null,
    last_used_at datetime(6) null,
    expires_at datetime(6) null,
    status varchar(16) not null default 'active',
    created_by char(36) character set ascii collate ascii_bin,
    updated_by char(36) character set ascii collate ascii_bin,
    created_at datetime(6) not null default (utc_timestamp(6)),
    updated_at datetime(6) not null default (utc_timestamp(6)),
    constraint api_keys_hash unique (key_hash),
    constraint api_keys_status check (status in ('active', 'revoked')),
    constraint api_keys_org foreign key (org_id) references orgs (id)
) default character set utf8mb4 collate utf8mb4_bin;
create index api_keys_of_org on api_keys (org_id, created_at);

create table audit_logs (
    id char(36) character set ascii collate ascii_bin not null primary key,
    org_id char(36) character set ascii collate ascii_bin not null,
    actor varchar(200) not null,
    action varchar(64) not null,
    subject_type varchar(40) not null,
    subject_id varchar(64),
    request_id varchar(128),
    details json,
    created_at datetime(6) not null default (utc_timestamp(6))
) default character set utf8mb4 collate utf8mb4_bin;
create index audit_logs_of_org on audit_logs (org_id, id);
create index audit_logs_subject on audit_logs (subject_type, subject_id);
create index audit_logs_request on audit_logs (request_id);
