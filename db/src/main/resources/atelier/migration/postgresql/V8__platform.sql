-- The rest of the model: people, scenes, judgements, limits, links, conversions, data sets, moderation, notices.
create table users (
    id uuid not null primary key,
    org_id uuid not null,
    email varchar(320) not null,
    name varchar(200),
    role varchar(16) not null default 'member',
    status varchar(16) not null default 'active',
    metadata jsonb not null default '{}',
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint users_email unique (org_id, email),
    constraint users_role check (role in ('owner', 'admin', 'editor', 'member', 'viewer')),
    constraint users_status check (status in ('active', 'invited', 'suspended')),
    constraint users_org foreign key (org_id) references orgs (id) deferrable initially deferred
);
comment on table users is '用户';
comment on column users.id is '主键';
comment on column users.org_id is '组织ID';
comment on column users.email is '邮箱，组织内唯一';
comment on column users.name is '姓名';
comment on column users.role is '角色：owner/admin/editor/member/viewer';
comment on column users.status is '状态：active/invited/suspended';
comment on column users.metadata is '扩展信息';
comment on column users.created_by is '创建人';
comment on column users.updated_by is '修改人';
comment on column users.created_at is '创建时间';
comment on column users.updated_at is '更新时间';
comment on column users.deleted_at is '软删时间，空为有效';

create table project_members (
    id uuid not null primary key,
    org_id uuid not null,
    project_id uuid not null,
    user_id uuid not null,
    role varchar(16) not null default 'viewer',
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint project_members_user unique (project_id, user_id),
    constraint project_members_role check (role in ('owner', 'editor', 'viewer')),
    constraint project_members_org foreign key (org_id) references orgs (id) deferrable initially deferred,
    constraint project_members_project foreign key (project_id) references projects (id) deferrable initially deferred,
    constraint project_members_member foreign key (user_id) references users (id) deferrable initially deferred
);
comment on table project_members is '项目成员';
comment on column project_members.id is '主键';
comment on column project_members.org_id is '组织ID';
comment on column project_members.project_id is '项目ID';
comment on column project_members.user_id is '用户ID';
comment on column project_members.role is '项目内角色：owner/editor/viewer';
comment on column project_members.created_by is '创建人';
comment on column project_members.updated_by is '修改人';
comment on column project_members.created_at is '创建时间';
comment on column project_members.updated_at is '更新时间';
create index project_members_of_user on project_members (user_id);

create table model_textures (
    id uuid not null primary key,
    org_id uuid not null,
    model_asset_id uuid not null,
    texture_asset_id uuid not null,
    role varchar(32) not null,
    uv_channel int not null default 0,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint model_textures_role unique (model_asset_id, role, uv_channel),
    constraint model_textures_role_word check (role in ('base_color', 'normal', 'metallic_roughness', 'occlusion', 'emissive', 'other')),
    constraint model_textures_model foreign key (model_asset_id) references model_assets (id) deferrable initially deferred,
    constraint model_textures_texture foreign key (texture_asset_id) references assets (id) deferrable initially deferred
);
comment on table model_textures is '模型-贴图关联';
comment on column model_textures.id is '主键';
comment on column model_textures.org_id is '组织ID';
comment on column model_textures.model_asset_id is '模型资产ID';
comment on column model_textures.texture_asset_id is '贴图资产ID';
comment on column model_textures.role is '贴图用途：base_color/normal/metallic_roughness/occlusion/emissive/other';
comment on column model_textures.uv_channel is 'UV通道序号，从0起';
comment on column model_textures.created_by is '创建人';
comment on column model_textures.updated_by is '修改人';
comment on column model_textures.created_at is '创建时间';
comment on column model_textures.updated_at is '更新时间';
create index model_textures_asset on model_textures (texture_asset_id);

create table scenes (
    id uuid not null primary key,
    org_id uuid not null,
    project_id uuid not null,
    name varchar(200) not null,
    description text,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint scenes_org foreign key (org_id) references orgs (id) deferrable initially deferred,
    constraint scenes_project foreign key (project_id) references projects (id) deferrable initially deferred
);
comment on table scenes is '场景';
comment on column scenes.id is '主键';
comment on column scenes.org_id is '组织ID';
comment on column scenes.project_id is '项目ID';
comment on column scenes.name is '名称';
comment on column scenes.description is '描述';
comment on column scenes.created_by is '创建人';
comment on column scenes.updated_by is '修改人';
comment on column scenes.created_at is '创建时间';
comment on column scenes.updated_at is '更新时间';
comment on column scenes.deleted_at is '软删时间，空为有效';
create index scenes_of_project on scenes (org_id, project_id);

create table scene_items (
    id uuid not null primary key,
    org_id uuid not null,
    scene_id uuid not null,
    model_asset_id uuid not null,
    transform_jsonb jsonb not null default '{}',
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint scene_items_scene foreign key (scene_id) references scenes (id) deferrable initially deferred,
    constraint scene_items_model foreign key (model_asset_id) references model_assets (id) deferrable initially deferred
);
comment on table scene_items is '场景条目';
comment on column scene_items.id is '主键';
comment on column scene_items.org_id is '组织ID';
comment on column scene_items.scene_id is '场景ID';
comment on column scene_items.model_asset_id is '模型资产ID';
comment on column scene_items.transform_jsonb is '变换：平移(米)、旋转(四元数)、缩放';
comment on column scene_items.created_by is '创建人';
comment on column scene_items.updated_by is '修改人';
comment on column scene_items.created_at is '创建时间';
comment on column scene_items.updated_at is '更新时间';
create index scene_items_of_scene on scene_items (scene_id);

create table evaluations (
    id uuid not null primary key,
    org_id uuid not null,
    subject_type varchar(16) not null,
    subject_id uuid not null,
    evaluator_type varchar(8) not null,
    rubric_id varchar(64),
    metrics_jsonb jsonb not null default '{}',
    comment text,
    rating numeric(3,2),
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint evaluations_subject_type check (subject_type in ('job', 'model_asset', 'asset')),
    constraint evaluations_evaluator check (evaluator_type in ('auto', 'human')),
    constraint evaluations_rating check (rating between 0 and 5)
);
comment on table evaluations is '评估';
comment on column evaluations.id is '主键';
comment on column evaluations.org_id is '组织ID';
comment on column evaluations.subject_type is '对象类型：job/model_asset/asset';
comment on column evaluations.subject_id is '对象ID';
comment on column evaluations.evaluator_type is '评估者：auto/human';
comment on column evaluations.rubric_id is '评估量表版本，保证可比性';
comment on column evaluations.metrics_jsonb is '指标';
comment on column evaluations.comment is '评语';
comment on column evaluations.rating is '评分，0-5';
comment on column evaluations.created_by is '创建人';
comment on column evaluations.updated_by is '修改人';
comment on column evaluations.created_at is '创建时间';
comment on column evaluations.updated_at is '更新时间';
create index evaluations_subject on evaluations (org_id, subject_type, subject_id);

create table rate_limits (
    id uuid not null primary key,
    org_id uuid not null,
    key_id uuid,
    "window" varchar(16) not null,
    max_requests int,
    max_concurrency int,
    used_in_window int not null default 0,
    window_started_at timestamptz,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint rate_limits_window unique (org_id, key_id, "window"),
    constraint rate_limits_word check ("window" in ('second', 'minute', 'hour', 'day')),
    constraint rate_limits_figures check (max_requests >= 0 and max_concurrency >= 0 and used_in_window >= 0),
    constraint rate_limits_org foreign key (org_id) references orgs (id) deferrable initially deferred
);
comment on table rate_limits is '限流配额';
comment on column rate_limits.id is '主键';
comment on column rate_limits.org_id is '组织ID';
comment on column rate_limits.key_id is '密钥ID，空为整个组织';
comment on column rate_limits."window" is '窗口：second/minute/hour/day';
comment on column rate_limits.max_requests is '窗口内最大请求数';
comment on column rate_limits.max_concurrency is '最大并发任务数';
comment on column rate_limits.used_in_window is '窗口内已用';
comment on column rate_limits.window_started_at is '窗口开始时间';
comment on column rate_limits.created_by is '创建人';
comment on column rate_limits.updated_by is '修改人';
comment on column rate_limits.created_at is '创建时间';
comment on column rate_limits.updated_at is '更新时间';

create table share_links (
    id uuid not null primary key,
    org_id uuid not null,
    subject_type varchar(16) not null,
    subject_id uuid not null,
    token_hash char(64) not null,
    visibility varchar(16) not null default 'unlisted',
    expires_at timestamptz,
    max_accesses int,
    access_count int not null default 0,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint share_links_token unique (token_hash),
    constraint share_links_visibility check (visibility in ('private', 'unlisted', 'public')),
    constraint share_links_subject_type check (subject_type in ('asset', 'job', 'scene')),
    constraint share_links_org foreign key (org_id) references orgs (id) deferrable initially deferred
);
comment on table share_links is '外链分享';
comment on column share_links.id is '主键';
comment on column share_links.org_id is '组织ID';
comment on column share_links.subject_type is '对象类型：asset/job/scene';
comment on column share_links.subject_id is '对象ID';
comment on column share_links.token_hash is '令牌哈希（SHA-256）';
comment on column share_links.visibility is '可见性：private/unlisted/public，默认unlisted';
comment on column share_links.expires_at is '过期时间';
comment on column share_links.max_accesses is '最大访问次数，空为不限';
comment on column share_links.access_count is '已访问次数';
comment on column share_links.created_by is '创建人';
comment on column share_links.updated_by is '修改人';
comment on column share_links.created_at is '创建时间';
comment on column share_links.updated_at is '更新时间';
comment on column share_links.deleted_at is '软删时间，空为有效';
create index share_links_subject on share_links (org_id, subject_type, subject_id);

create table conversions (
    id uuid not null primary key,
    org_id uuid not null,
    job_id uuid not null,
    position int not null default 0,
    depends_on int,
    source_asset_id uuid,
    operation varchar(32) not null,
    parameters jsonb not null default '{}',
    parameters_hash char(64),
    status varchar(16) not null default 'pending',
    progress int,
    engine varchar(40),
    engine_version varchar(64),
    started_at timestamptz,
    completed_at timestamptz,
    duration_ms bigint,
    peak_memory_bytes bigint,
    output_asset_id uuid,
    result jsonb,
    error_code varchar(128),
    error_message text,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint conversions_status_word check (status in ('pending', 'queued', 'running', 'succeeded', 'failed', 'canceled')),
    constraint conversions_progress check (progress between 0 and 100)
);
comment on table conversions is '后处理/转换任务';
comment on column conversions.id is '主键';
comment on column conversions.org_id is '组织ID';
comment on column conversions.job_id is '所属任务ID';
comment on column conversions.position is '任务内序号，从0起';
comment on column conversions.depends_on is '所依赖的输出序号，空为任务的源资产';
comment on column conversions.source_asset_id is '源资产ID，依赖输出完成前为空';
comment on column conversions.operation is '操作：convert/simplify/bake_texture/render_preview/render_turntable/optimize/analyze/resize/thumbnail/poster';
comment on column conversions.parameters is '参数';
comment on column conversions.parameters_hash is '源sha256与参数的哈希，用于复用结果';
comment on column conversions.status is '状态：pending/queued/running/succeeded/failed/canceled';
comment on column conversions.progress is '进度，0-100';
comment on column conversions.engine is '引擎：embedded/studio/provider:<name>';
comment on column conversions.engine_version is '引擎版本';
comment on column conversions.started_at is '开始时间';
comment on column conversions.completed_at is '完成时间';
comment on column conversions.duration_ms is '耗时(毫秒)';
comment on column conversions.peak_memory_bytes is '峰值内存(字节)';
comment on column conversions.output_asset_id is '输出资产ID';
comment on column conversions.result is '结果摘要：请求与达成';
comment on column conversions.error_code is '错误码';
comment on column conversions.error_message is '错误信息';
comment on column conversions.created_by is '创建人';
comment on column conversions.updated_by is '修改人';
comment on column conversions.created_at is '创建时间';
comment on column conversions.updated_at is '更新时间';
create index conversions_of_job on conversions (job_id, position);
create index conversions_status on conversions (org_id, status);
create index conversions_source on conversions (source_asset_id);
create index conversions_output on conversions (output_asset_id);
create index conversions_equal on conversions (org_id, parameters_hash);
create index conversions_created on conversions (created_at);

create table datasets (
    id uuid not null primary key,
    org_id uuid not null,
    name varchar(200) not null,
    description text,
    purpose varchar(16) not null,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint datasets_purpose check (purpose in ('train', 'eval', 'benchmark')),
    constraint datasets_org foreign key (org_id) references orgs (id) deferrable initially deferred
);
comment on table datasets is '数据集';
comment on column datasets.id is '主键';
comment on column datasets.org_id is '组织ID';
comment on column datasets.name is '名称';
comment on column datasets.description is '描述';
comment on column datasets.purpose is '用途：train/eval/benchmark';
comment on column datasets.created_by is '创建人';
comment on column datasets.updated_by is '修改人';
comment on column datasets.created_at is '创建时间';
comment on column datasets.updated_at is '更新时间';
comment on column datasets.deleted_at is '软删时间，空为有效';
create index datasets_of_org on datasets (org_id, created_at);

create table dataset_items (
    id uuid not null primary key,
    org_id uuid not null,
    dataset_id uuid not null,
    asset_id uuid not null,
    labels jsonb not null default '{}',
    split varchar(8) not null default 'train',
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint dataset_items_asset unique (dataset_id, asset_id),
    constraint dataset_items_split check (split in ('train', 'val', 'test')),
    constraint dataset_items_dataset foreign key (dataset_id) references datasets (id) deferrable initially deferred,
    constraint dataset_items_of foreign key (asset_id) references assets (id) deferrable initially deferred
);
comment on table dataset_items is '数据集条目';
comment on column dataset_items.id is '主键';
comment on column dataset_items.org_id is '组织ID';
comment on column dataset_items.dataset_id is '数据集ID';
comment on column dataset_items.asset_id is '资产ID';
comment on column dataset_items.labels is '标注';
comment on column dataset_items.split is '划分：train/val/test';
comment on column dataset_items.created_by is '创建人';
comment on column dataset_items.updated_by is '修改人';
comment on column dataset_items.created_at is '创建时间';
comment on column dataset_items.updated_at is '更新时间';
create index dataset_items_of_asset on dataset_items (asset_id);

create table moderation_events (
    id uuid not null primary key,
    org_id uuid not null,
    subject_type varchar(16) not null,
    subject_id uuid not null,
    rule varchar(128) not null,
    severity varchar(16) not null default 'medium',
    details jsonb not null default '{}',
    decision varchar(8) not null,
    created_at timestamptz not null default now(),
    constraint moderation_events_type check (subject_type in ('job', 'prompt', 'asset')),
    constraint moderation_events_severity check (severity in ('low', 'medium', 'high')),
    constraint moderation_events_decision check (decision in ('allow', 'flag', 'block'))
);
comment on table moderation_events is '合规与内容审核';
comment on column moderation_events.id is '主键';
comment on column moderation_events.org_id is '组织ID';
comment on column moderation_events.subject_type is '对象类型：job/prompt/asset';
comment on column moderation_events.subject_id is '对象ID';
comment on column moderation_events.rule is '规则';
comment on column moderation_events.severity is '严重程度：low/medium/high';
comment on column moderation_events.details is '细节';
comment on column moderation_events.decision is '决定：allow/flag/block';
comment on column moderation_events.created_at is '创建时间';
create index moderation_events_subject on moderation_events (subject_type, subject_id);
create index moderation_events_created on moderation_events (created_at);
create index moderation_events_of_org on moderation_events (org_id, created_at);

create table notifications (
    id uuid not null primary key,
    org_id uuid not null,
    user_id uuid,
    event_type varchar(64) not null,
    payload jsonb not null default '{}',
    "read" boolean not null default false,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
comment on table notifications is '站内通知/事件';
comment on column notifications.id is '主键';
comment on column notifications.org_id is '组织ID';
comment on column notifications.user_id is '用户ID，空为组织全体';
comment on column notifications.event_type is '事件类型';
comment on column notifications.payload is '内容';
comment on column notifications."read" is '是否已读';
comment on column notifications.created_by is '创建人';
comment on column notifications.updated_by is '修改人';
comment on column notifications.created_at is '创建时间';
comment on column notifications.updated_at is '更新时间';
create index notifications_of_user on notifications (org_id, user_id, created_at);

create table embeddings (
    id uuid not null primary key,
    org_id uuid not null,
    subject_type varchar(16) not null,
    subject_id uuid not null,
    model varchar(128) not null,
    dimensions int not null,
    vector bytea not null,
    text_hash char(64) not null,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint embeddings_subject unique (org_id, subject_type, subject_id, model),
    constraint embeddings_dimensions check (dimensions between 1 and 16384)
);
comment on table embeddings is '向量';
comment on column embeddings.id is '主键';
comment on column embeddings.org_id is '组织ID';
comment on column embeddings.subject_type is '对象类型：prompt/asset';
comment on column embeddings.subject_id is '对象ID';
comment on column embeddings.model is '向量模型';
comment on column embeddings.dimensions is '维数';
comment on column embeddings.vector is '向量，小端32位浮点';
comment on column embeddings.text_hash is '归一化文本的哈希';
comment on column embeddings.created_by is '创建人';
comment on column embeddings.updated_by is '修改人';
comment on column embeddings.created_at is '创建时间';
comment on column embeddings.updated_at is '更新时间';

create table webhook_endpoints (
    id uuid not null primary key,
    org_id uuid not null,
    url varchar(2048) not null,
    secret varchar(2000) not null,
    events jsonb not null,
    status varchar(16) not null default 'active',
    description varchar(200),
    version int not null default 1,
    created_by uuid,
    updated_by uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint webhook_endpoints_status check (status in ('active', 'disabled')),
    constraint webhook_endpoints_org foreign key (org_id) references orgs (id) deferrable initially deferred
);
comment on table webhook_endpoints is '回调地址登记';
comment on column webhook_endpoints.id is '主键';
comment on column webhook_endpoints.org_id is '组织ID';
comment on column webhook_endpoints.url is '地址';
comment on column webhook_endpoints.secret is '签名密钥（密文）';
comment on column webhook_endpoints.events is '订阅的事件';
comment on column webhook_endpoints.status is '状态：active/disabled';
comment on column webhook_endpoints.description is '描述';
comment on column webhook_endpoints.version is '版本号';
comment on column webhook_endpoints.created_by is '创建人';
comment on column webhook_endpoints.updated_by is '修改人';
comment on column webhook_endpoints.created_at is '创建时间';
comment on column webhook_endpoints.updated_at is '更新时间';
comment on column webhook_endpoints.deleted_at is '软删时间，空为有效';
create index webhook_endpoints_of_org on webhook_endpoints (org_id, created_at);
