-- The pool: one row per credential. Uniqueness of live rows hangs on live_key, which is NULL once a row is deleted.
create table jimeng_accounts (
    id varchar(36) character set ascii collate ascii_bin not null primary key comment '雪花UUID',
    jimeng_account varchar(100) not null comment '即梦账号',
    jimeng_account_type smallint not null default 0 comment '即梦账号类型：0-国内账号，1-国外账号',
    session_id varchar(2000) character set ascii collate ascii_bin not null comment '登录状态ID（密文）',
    session_fingerprint varchar(64) character set ascii collate ascii_bin not null comment '登录状态ID的HMAC指纹',
    site_type smallint not null default 0 comment '站点类型：0-cn，1-us，2-hk，3-jp，4-sg',
    account_status smallint not null default 0 comment '账号状态：0-active(正常)，1-inactive(停用)，2-banned(封禁)',
    image_generation_status smallint not null default 1 comment '生图状态：0-不可用，1-可用，2-速率限制',
    video_generation_status smallint not null default 1 comment '生视频状态：0-不可用，1-可用，2-速率限制',
    mesh_generation_status smallint not null default 1 comment '生3D状态：0-不可用，1-可用，2-速率限制',
    image_count int not null default 0 comment '图片生成次数',
    video_count int not null default 0 comment '视频生成次数',
    mesh_count int not null default 0 comment '3D生成次数',
    image_unavailable_time datetime(6) null comment '生图失效时间，当生图状态变为0，2不可用时记录，用于额度刷新时恢复状态',
    video_unavailable_time datetime(6) null comment '生视频失效时间，当生视频状态变为0，2不可用时记录，用于额度刷新时恢复状态',
    mesh_unavailable_time datetime(6) null comment '生3D失效时间，当生3D状态变为0，2不可用时记录，用于额度刷新时恢复状态',
    quota_reset_time datetime(6) null comment '额度重置时间，由应用在账号创建时写入为“创建日期+1天的0:30”，后续在额度隔天刷新为可用状态时一并更新',
    priority int not null default 0 comment '账号优先级',
    max_retry_count int not null default 6 comment '最大重试次数',
    version int not null default 1 comment '版本号',
    is_deleted boolean not null default false comment '逻辑删除标记',
    create_time datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    update_time datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    create_by varchar(50) comment '创建人',
    update_by varchar(50) comment '修改人',
    attr1 varchar(255) comment '扩展字段1',
    attr2 varchar(255) comment '扩展字段2',
    attr3 text comment '扩展字段3',
    provider varchar(40) not null,
    org_id char(36) character set ascii collate ascii_bin,
    base_url varchar(500) not null,
    models json,
    not_models json,
    image_slots smallint not null default 1,
    video_slots smallint not null default 1,
    mesh_slots smallint not null default 1,
    image_unavailable_reason varchar(16),
    video_unavailable_reason varchar(16),
    mesh_unavailable_reason varchar(16),
    image_unavailable_until datetime(6) null,
    video_unavailable_until datetime(6) null,
    mesh_unavailable_until datetime(6) null,
    image_day_limit int,
    video_day_limit int,
    mesh_day_limit int,
    zone varchar(64) not null default 'Asia/Shanghai',
    live_key varchar(200),
    constraint jimeng_accounts_live unique (live_key),
    constraint jimeng_accounts_type check (jimeng_account_type in (0, 1)),
    constraint jimeng_accounts_site check (site_type between 0 and 4),
    constraint jimeng_accounts_status check (account_status between 0 and 2),
    constraint jimeng_accounts_image check (image_generation_status between 0 and 2),
    constraint jimeng_accounts_video check (video_generation_status between 0 and 2),
    constraint jimeng_accounts_mesh check (mesh_generation_status between 0 and 2),
    constraint jimeng_accounts_slots check (image_slots between 0 and 31 and video_slots between 0 and 31
        and mesh_slots between 0 and 31),
    constraint jimeng_accounts_image_reason check (image_unavailable_reason in ('quota', 'rate', 'auth', 'risk',
        'ban', 'manual')),
    constraint jimeng_accounts_video_reason check (video_unavailable_reason in ('quota', 'rate', 'auth', 'risk',
        'ban', 'manual')),
    constraint jimeng_accounts_mesh_reason check (mesh_unavailable_reason in ('quota', 'rate', 'auth', 'risk',
        'ban', 'manual')),
    constraint jimeng_accounts_deleted check (is_deleted = (live_key is null))
) default character set utf8mb4 collate utf8mb4_bin comment = '即梦账号管理表';
create index idx_account_status on jimeng_accounts (account_status);
create index idx_generation_status on jimeng_accounts (image_generation_status, video_generation_status);
create index idx_priority_create_time on jimeng_accounts (priority desc, create_time desc);
create index accounts_pool on jimeng_accounts (provider, account_status);
create index accounts_quota on jimeng_accounts (quota_reset_time);

-- The row that is locked while a line is served; nothing else in it is needed.
create table account_lines (
    provider varchar(40) not null,
    medium varchar(8) not null,
    primary key (provider, medium)
) default character set utf8mb4 collate utf8mb4_bin;
