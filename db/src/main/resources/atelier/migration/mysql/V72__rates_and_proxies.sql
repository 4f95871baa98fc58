-- How often a provider may be asked to make something, by all of us together.
alter table providers
    add column submits_per_second decimal(9, 3) comment '每秒最多提交次数；为空表示不限',
    add constraint providers_submits_per_second check (submits_per_second > 0);
-- The way to the provider that one account takes; sealed, for it may hold a login.
alter table jimeng_accounts
    add column proxy varchar(2000) comment '代理地址（密文）；为空表示直连';
