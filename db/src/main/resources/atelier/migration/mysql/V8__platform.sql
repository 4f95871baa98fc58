-- The rest of the model: people, scenes, judgements, limits, links, conversions, data sets, moderation, notices.
create table users (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    email varchar(320) not null comment '邮箱，组织内唯一',
    name varchar(200) comment '姓名',
    role varchar(16) not null default 'member' comment '角色：owner/admin/editor/member/viewer',
    status varchar(16) not null default 'active' comment '状态：active/invited/suspended',
    metadata json not null default ('{}') comment '扩展信息',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    deleted_at datetime(6) null comment '软删时间，空为有效',
    constraint users_email unique (org_id, email),
    constraint users_role check (role in ('owner', 'admin', 'editor', 'member', 'viewer')),
    constraint users_status check (status in ('active', 'invited', 'suspended')),
    constraint users_org foreign key (org_id) references orgs (id)
) default character set utf8mb4 collate utf8mb4_bin comment = '用户';

create table project_members (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    project_id char(36) character set ascii collate ascii_bin not null comment '项目ID',
    user_id char(36) character set ascii collate ascii_bin not null comment '用户ID',
    role varchar(16) not null default 'viewer' comment '项目内角色：owner/editor/viewer',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    constraint project_members_user unique (project_id, user_id),
    constraint project_members_role check (role in ('owner', 'editor', 'viewer')),
    constraint project_members_org foreign key (org_id) references orgs (id),
    constraint project_members_project foreign key (project_id) references projects (id),
    constraint project_members_member foreign key (user_id) references users (id)
) default character set utf8mb4 collate utf8mb4_bin comment = '项目成员';
create index project_members_of_user on project_members (user_id);

create table model_textures (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    model_asset_id char(36) character set ascii collate ascii_bin not null comment '模型资产ID',
    texture_asset_id char(36) character set ascii collate ascii_bin not null comment '贴图资产ID',
    role varchar(32) not null comment '贴图用途：base_color/normal/metallic_roughness/occlusion/emissive/other',
    uv_channel int not null default 0 comment 'UV通道序号，从0起',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    constraint model_textures_role unique (model_asset_id, role, uv_channel),
    constraint model_textures_role_word check (role in ('base_color', 'normal', 'metallic_roughness', 'occlusion', 'emissive', 'other')),
    constraint model_textures_model foreign key (model_asset_id) references model_assets (id),
    constraint model_textures_texture foreign key (texture_asset_id) references assets (id)
) default character set utf8mb4 collate utf8mb4_bin comment = '模型-贴图关联';
create index model_textures_asset on model_textures (texture_asset_id);

create table scenes (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    project_id char(36) character set ascii collate ascii_bin not null comment '项目ID',
    name varchar(200) not null comment '名称',
    description mediumtext comment '描述',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    deleted_at datetime(6) null comment '软删时间，空为有效',
    constraint scenes_org foreign key (org_id) references orgs (id),
    constraint scenes_project foreign key (project_id) references projects (id)
) default character set utf8mb4 collate utf8mb4_bin comment = '场景';
create index scenes_of_project on scenes (org_id, project_id);

create table scene_items (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    scene_id char(36) character set ascii collate ascii_bin not null comment '场景ID',
    model_asset_id char(36) character set ascii collate ascii_bin not null comment '模型资产ID',
    transform_jsonb json not null default ('{}') comment '变换：平移(米)、旋转(四元数)、缩放',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    constraint scene_items_scene foreign key (scene_id) references scenes (id),
    constraint scene_items_model foreign key (model_asset_id) references model_assets (id)
) default character set utf8mb4 collate utf8mb4_bin comment = '场景条目';
create index scene_items_of_scene on scene_items (scene_id);

create table evaluations (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    subject_type varchar(16) not null comment '对象类型：job/model_asset/asset',
    subject_id char(36) character set ascii collate ascii_bin not null comment '对象ID',
    evaluator_type varchar(8) not null comment '评估者：auto/human',
    rubric_id varchar(64) comment '评估量表版本，保证可比性',
    metrics_jsonb json not null default ('{}') comment '指标',
    comment mediumtext comment '评语',
    rating numeric(3,2) comment '评分，0-5',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    constraint evaluations_subject_type check (subject_type in ('job', 'model_asset', 'asset')),
    constraint evaluations_evaluator check (evaluator_type in ('auto', 'human')),
    constraint evaluations_rating check (rating between 0 and 5)
) default character set utf8mb4 collate utf8mb4_bin comment = '评估';
create index evaluations_subject on evaluations (org_id, subject_type, subject_id);

create table rate_limits (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    key_id char(36) character set ascii collate ascii_bin comment '密钥ID，空为整个组织',
    `window` varchar(16) not null comment '窗口：second/minute/hour/day',
    max_requests int comment '窗口内最大请求数',
    max_concurrency int comment '最大并发任务数',
    used_in_window int not null default 0 comment '窗口内已用',
    window_started_at datetime(6) null comment '窗口开始时间',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    constraint rate_limits_window unique (org_id, key_id, `window`),
    constraint rate_limits_word check (`window` in ('second', 'minute', 'hour', 'day')),
    constraint rate_limits_figures check (max_requests >= 0 and max_concurrency >= 0 and used_in_window >= 0),
    constraint rate_limits_org foreign key (org_id) references orgs (id)
) default character set utf8mb4 collate utf8mb4_bin comment = '限流配额';

create table share_links (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    subject_type varchar(16) not null comment '对象类型：asset/job/scene',
    subject_id char(36) character set ascii collate ascii_bin not null comment '对象ID',
    token_hash char(64) character set ascii collate ascii_bin not null comment '令牌哈希（SHA-256）',
    visibility varchar(16) not null default 'unlisted' comment '可见性：private/unlisted/public，默认unlisted',
    expires_at datetime(6) null comment '过期时间',
    max_accesses int comment '最大访问次数，空为不限',
    access_count int not null default 0 comment '已访问次数',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    deleted_at datetime(6) null comment '软删时间，空为有效',
    constraint share_links_token unique (token_hash),
    constraint share_links_visibility check (visibility in ('private', 'unlisted', 'public')),
    constraint share_links_subject_type check (subject_type in ('asset', 'job', 'scene')),
    constraint share_links_org foreign key (org_id) references orgs (id)
) default character set utf8mb4 collate utf8mb4_bin comment = '外链分享';
create index share_links_subject on share_links (org_id, subject_type, subject_id);

create table conversions (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    job_id char(36) character set ascii collate ascii_bin not null comment '所属任务ID',
    position int not null default 0 comment '任务内序号，从0起',
    depends_on int comment '所依赖的输出序号，空为任务的源资产',
    source_asset_id char(36) character set ascii collate ascii_bin comment '源资产ID，依赖输出完成前为空',
    operation varchar(32) not null comment '操作：convert/simplify/bake_texture/render_preview/render_turntable/optimize/analyze/resize/thumbnail/poster',
    parameters json not null default ('{}') comment '参数',
    parameters_hash char(64) character set ascii collate ascii_bin comment '源sha256与参数的哈希，用于复用结果',
    status varchar(16) not null default 'pending' comment '状态：pending/queued/running/succeeded/failed/canceled',
    progress int comment '进度，0-100',
    engine varchar(40) comment '引擎：embedded/studio/provider:<name>',
    engine_version varchar(64) comment '引擎版本',
    started_at datetime(6) null comment '开始时间',
    completed_at datetime(6) null comment '完成时间',
    duration_ms bigint comment '耗时(毫秒)',
    peak_memory_bytes bigint comment '峰值内存(字节)',
    output_asset_id char(36) character set ascii collate ascii_bin comment '输出资产ID',
    result json comment '结果摘要：请求与达成',
    error_code varchar(128) comment '错误码',
    error_message mediumtext comment '错误信息',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    constraint conversions_status_word check (status in ('pending', 'queued', 'running', 'succeeded', 'failed', 'canceled')),
    constraint conversions_progress check (progress between 0 and 100)
) default character set utf8mb4 collate utf8mb4_bin comment = '后处理/转换任务';
create index conversions_of_job on conversions (job_id, position);
create index conversions_status on conversions (org_id, status);
create index conversions_source on conversions (source_asset_id);
create index conversions_output on conversions (output_asset_id);
create index conversions_equal on conversions (org_id, parameters_hash);
create index conversions_created on conversions (created_at);

create table datasets (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    name varchar(200) not null comment '名称',
    description mediumtext comment '描述',
    purpose varchar(16) not null comment '用途：train/eval/benchmark',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    deleted_at datetime(6) null comment '软删时间，空为有效',
    constraint datasets_purpose check (purpose in ('train', 'eval', 'benchmark')),
    constraint datasets_org foreign key (org_id) references orgs (id)
) default character set utf8mb4 collate utf8mb4_bin comment = '数据集';
create index datasets_of_org on datasets (org_id, created_at);

create table dataset_items (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    dataset_id char(36) character set ascii collate ascii_bin not null comment '数据集ID',
    asset_id char(36) character set ascii collate ascii_bin not null comment '资产ID',
    labels json not null default ('{}') comment '标注',
    split varchar(8) not null default 'train' comment '划分：train/val/test',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    constraint dataset_items_asset unique (dataset_id, asset_id),
    constraint dataset_items_split check (split in ('train', 'val', 'test')),
    constraint dataset_items_dataset foreign key (dataset_id) references datasets (id),
    constraint dataset_items_of foreign key (asset_id) references assets (id)
) default character set utf8mb4 collate utf8mb4_bin comment = '数据集条目';
create index dataset_items_of_asset on dataset_items (asset_id);

create table moderation_events (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    subject_type varchar(16) not null comment '对象类型：job/prompt/asset',
    subject_id char(36) character set ascii collate ascii_bin not null comment '对象ID',
    rule varchar(128) not null comment '规则',
    severity varchar(16) not null default 'medium' comment '严重程度：low/medium/high',
    details json not null default ('{}') comment '细节',
    decision varchar(8) not null comment '决定：allow/flag/block',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    constraint moderation_events_type check (subject_type in ('job', 'prompt', 'asset')),
    constraint moderation_events_severity check (severity in ('low', 'medium', 'high')),
    constraint moderation_events_decision check (decision in ('allow', 'flag', 'block'))
) default character set utf8mb4 collate utf8mb4_bin comment = '合规与内容审核';
create index moderation_events_subject on moderation_events (subject_type, subject_id);
create index moderation_events_created on moderation_events (created_at);
create index moderation_events_of_org on moderation_events (org_id, created_at);

create table notifications (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    user_id char(36) character set ascii collate ascii_bin comment '用户ID，空为组织全体',
    event_type varchar(64) not null comment '事件类型',
    payload json not null default ('{}') comment '内容',
    `read` boolean not null default false comment '是否已读',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间'
) default character set utf8mb4 collate utf8mb4_bin comment = '站内通知/事件';
create index notifications_of_user on notifications (org_id, user_id, created_at);

create table embeddings (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    subject_type varchar(16) not null comment '对象类型：prompt/asset',
    subject_id char(36) character set ascii collate ascii_bin not null comment '对象ID',
    model varchar(128) not null comment '向量模型',
    dimensions int not null comment '维数',
    vector mediumblob not null comment '向量，小端32位浮点',
    text_hash char(64) character set ascii collate ascii_bin not null comment '归一化文本的哈希',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    constraint embeddings_subject unique (org_id, subject_type, subject_id, model),
    constraint embeddings_dimensions check (dimensions between 1 and 16384)
) default character set utf8mb4 collate utf8mb4_bin comment = '向量';

create table webhook_endpoints (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    url varchar(2048) not null comment '地址',
    secret varchar(2000) not null comment '签名密钥（密文）',
    events json not null comment '订阅的事件',
    status varchar(16) not null default 'active' comment '状态：active/disabled',
    description varchar(200) comment '描述',
    version int not null default 1 comment '版本号',
    created_by char(36) character set ascii collate ascii_bin comment '创建人',
    updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    deleted_at datetime(6) null comment '软删时间，空为有效',
    constraint webhook_endpoints_status check (status in ('active', 'disabled')),
    constraint webhook_endpoints_org foreign key (org_id) references orgs (id)
) default character set utf8mb4 collate utf8mb4_bin comment = '回调地址登记';
create index webhook_endpoints_of_org on webhook_endpoints (org_id, created_at);
