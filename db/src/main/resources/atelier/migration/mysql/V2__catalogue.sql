-- What can be asked for. model_name is our public name, remote_name the provider's own.
create table providers (
    id char(36) character set ascii collate ascii_bin not null primary key,
    name varchar(40) not null,
    base_url varchar(500) not null,
    status varchar(16) not null default 'active',
    created_at datetime(6) not null default (utc_timestamp(6)),
    updated_at datetime(6) not null default (utc_timestamp(6)),
    constraint providers_name unique (name),
    constraint providers_status check (status in ('active', 'inactive'))
) default character set utf8mb4 collate utf8mb4_bin;

create table provider_models (
    id char(36) character set ascii collate ascii_bin not null primary key,
    provider_id char(36) character set ascii collate ascii_bin not null,
    model_name varchar(128) not null,
    remote_name varchar(200) not null,
    task_type varchar(16) not null,
    pricing json not null,
    limits json not null,
    metadata json not null,
    status varchar(16) not null default 'active',
    created_at datetime(6) not null default (utc_timestamp(6)),
    updated_at datetime(6) not null default (utc_timestamp(6)),
    constraint provider_models_name unique (model_name),
    constraint provider_models_status check (status in ('active', 'inactive')),
    constraint provider_models_task check (task_type in ('image', 'video', 'mesh', 'conversion')),
    constraint provider_models_provider foreign key (provider_id) references providers (id)
) default character set utf8mb4 collate utf8mb4_bin;
