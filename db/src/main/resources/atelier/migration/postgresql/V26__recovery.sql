-- While a row stands here, nothing is submitted.
create table submit_holds (
    name varchar(40) not null primary key,
    reason varchar(1000) not null,
    since timestamptz not null
);

-- Tasks that stand in a provider's list and in no row of ours: a person may adopt one for a parked job.
create table orphan_tasks (
    id uuid not null primary key,
    provider varchar(40) not null,
    account_id varchar(36) not null,
    remote_task_id varchar(200) not null,
    remote_key varchar(300) not null,
    model varchar(200),
    marker varchar(200),
    provider_status varchar(64),
    begun_at timestamptz,
    found_at timestamptz not null,
    constraint orphan_tasks_remote unique (remote_key)
);
