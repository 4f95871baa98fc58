-- A deleted user's address may be used again; an organisation has one limit a window, also where no key is named: a
-- unique key holds two rows with NULL for different.
alter table users add column live_email varchar(320)
    generated always as (case when deleted_at is null then email end) stored;
comment on column users.live_email is '邮箱（由生成，软删后为空）';
alter table users drop constraint users_email;
alter table users add constraint users_email unique (org_id, live_email);

delete from rate_limits older using rate_limits newer
 where older.key_id is null and newer.key_id is null and older.org_id = newer.org_id
   and older."window" = newer."window" and older.id < newer.id;
alter table rate_limits add column holder_id uuid generated always as (coalesce(key_id, org_id)) stored;
comment on column rate_limits.holder_id is '受限方：密钥，无密钥则为组织（由生成）';
alter table rate_limits drop constraint rate_limits_window;
alter table rate_limits add constraint rate_limits_window unique (org_id, holder_id, "window");
