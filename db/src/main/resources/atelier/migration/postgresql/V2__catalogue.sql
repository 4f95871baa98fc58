-- What can be asked for. model_name is our public name, remote_name the provider's own.
create table providers (
    id uuid not null primary key,
    name varchar(40) not null,
    base_url varchar(500) not null,
    status varchar(16) not null default 'active',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint providers_name unique (name),
    constraint providers_status check (status in ('active', 'inactive'))
);

create table provider_models (
    id uuid not null primary key,
    provider_id uuid not null,
    model_name varchar(128) not null,
    remote_name varchar(200) not null,
    task_type varchar(16) not null,
    pricing jsonb not null,
    limits jsonb not null,
    metadata jsonb not null,
    status varchar(16) not null default 'active',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint provider_models_name unique (model_name),
    constraint provider_models_status check (status in ('active', 'inactive')),
    constraint provider_models_task check (task_type in ('image', 'video', 'mesh', 'conversion')),
    constraint provider_models_provider foreign key (provider_id) references providers (id) deferrable initially deferred
);
