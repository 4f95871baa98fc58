-- A deleted user's address may be used again; an organisation has one limit a window, also where no key is named: a
-- unique key holds two rows with NULL for different.
alter table users add column live_email varchar(320)
    generated always as (case when deleted_at is null then email end) stored comment '邮箱（由生成，软删后为空）';
create unique index users_live_email on users (org_id, live_email);
drop index users_email on users;
alter table users rename index users_live_email to users_email;

delete older from rate_limits older join rate_limits newer
    on older.org_id = newer.org_id and older.`window` = newer.`window` and older.id < newer.id
 where older.key_id is null and newer.key_id is null;
-- Without rtrim MariaDB fears a session that pads CHAR.
alter table rate_limits add column holder_id char(36) character set ascii collate ascii_bin
    generated always as (coalesce(rtrim(key_id), rtrim(org_id))) stored comment '受限方：密钥，无密钥则为组织（由生成）';
create unique index rate_limits_holder on rate_limits (org_id, holder_id, `window`);
drop index rate_limits_window on rate_limits;
alter table rate_limits rename index rate_limits_holder to rate_limits_window;
