-- Accounts say what the first schema says in words: a time exactly when a medium is not available, a domestic account
-- exactly on site 0. Rows from before are brought in line first.
update jimeng_accounts set image_unavailable_time = update_time
 where image_generation_status in (0, 2) and image_unavailable_time is null;
update jimeng_accounts set video_unavailable_time = update_time
 where video_generation_status in (0, 2) and video_unavailable_time is null;
update jimeng_accounts set mesh_unavailable_time = update_time
 where mesh_generation_status in (0, 2) and mesh_unavailable_time is null;
update jimeng_accounts set image_unavailable_time = null, image_unavailable_reason = null, image_unavailable_until = null
 where image_generation_status = 1;
update jimeng_accounts set video_unavailable_time = null, video_unavailable_reason = null, video_unavailable_until = null
 where video_generation_status = 1;
update jimeng_accounts set mesh_unavailable_time = null, mesh_unavailable_reason = null, mesh_unavailable_until = null
 where mesh_generation_status = 1;
update jimeng_accounts set jimeng_account_type = case when site_type = 0 then 0 else 1 end;

alter table jimeng_accounts
    add column strain int not null default 0,
    add column strain_at datetime(6),
    add column warm_until datetime(6),
    add column credential_state varchar(16) not null default 'unchecked',
    add column credential_checked_at datetime(6),
    add constraint jimeng_accounts_image_since check ((image_generation_status in (0, 2))
        = (image_unavailable_time is not null)),
    add constraint jimeng_accounts_video_since check ((video_generation_status in (0, 2))
        = (video_unavailable_time is not null)),
    add constraint jimeng_accounts_mesh_since check ((mesh_generation_status in (0, 2))
        = (mesh_unavailable_time is not null)),
    add constraint jimeng_accounts_home check ((jimeng_account_type = 0) = (site_type = 0)),
    add constraint jimeng_accounts_strain check (strain >= 0 and (strain = 0 or strain_at is not null)),
    add constraint jimeng_accounts_credential check (credential_state in ('unchecked', 'accepted', 'refused', 'unknown'));
create index accounts_unchecked on jimeng_accounts (credential_state, provider);

-- What befell accounts lately: several that fail alike have one cause, and it is not theirs.
create table account_troubles (
    id varchar(36) character set ascii collate ascii_bin not null primary key,
    account_id varchar(36) not null,
    provider varchar(40) not null,
    medium varchar(8) not null,
    kind varchar(40) not null,
    happened_at datetime(6) not null
);
create index account_troubles_alike on account_troubles (provider, kind, happened_at);
create index account_troubles_old on account_troubles (happened_at);

-- A provider that gets no submissions for a while; one row a provider.
create table pool_stops (
    provider varchar(40) not null primary key,
    reason varchar(40) not null,
    detail varchar(1000),
    since datetime(6) not null,
    until datetime(6) not null,
    stopped_by varchar(200) not null,
    constraint pool_stops_time check (until > since)
);

-- Of two organisations that both wait, one of weight 2 gets two turns for each of the other's.
alter table orgs
    add column weight int not null default 1,
    add constraint orgs_weight check (weight between 1 and 1000);

-- How long slots were held lately, for an honest guess at when a waiting job begins.
create index submissions_runs on submissions (provider, medium, ended_at);
