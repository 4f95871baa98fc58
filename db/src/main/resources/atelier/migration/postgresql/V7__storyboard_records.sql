-- What a storyboard sees of its jobs; a record shares the job's id. generation_status 5 (canceled) is ours. One live
-- record per organisation, project and storyboard: live_key, NULL once deleted.
create table jimeng_image_generation_records (
    id varchar(36) not null primary key,
    org_id uuid not null,
    jimeng_accounts_id varchar(36),
    project_id varchar(50) not null,
    project_name varchar(50) not null,
    storyboard_id varchar(50) not null,
    work_id varchar(50) not null,
    model varchar(128) not null,
    prompt text not null,
    negative_prompt text,
    ratio varchar(10) default '1:1',
    resolution varchar(10) default '2k',
    intelligent_ratio boolean not null default false,
    sample_strength numeric(3,2),
    response_format varchar(20) default 'url',
    input_images jsonb,
    original_session_id varchar(200),
    site_used smallint,
    generation_status smallint not null default 0,
    image_urls jsonb,
    image_local_paths jsonb,
    generation_time int,
    error_code varchar(128),
    error_message text,
    site_switch_count int not null default 0,
    priority int not null default 0,
    callback_url varchar(2048),
    version int not null default 1,
    is_deleted boolean not null default false,
    create_time timestamptz not null default now(),
    update_time timestamptz not null default now(),
    create_by varchar(50),
    update_by varchar(50),
    attr1 varchar(255),
    attr2 varchar(255),
    attr3 text,
    live_key varchar(255),
    constraint jimeng_image_records_live unique (live_key),
    constraint jimeng_image_records_status check (generation_status between 0 and 5),
    constraint jimeng_image_records_site check (site_used between 0 and 4),
    constraint jimeng_image_records_strength check (sample_strength between 0 and 1),
    constraint jimeng_image_records_deleted check (is_deleted = (live_key is null))
);
comment on table jimeng_image_generation_records is '图片生成任务记录表';
comment on column jimeng_image_generation_records.id is '雪花UUID';
comment on column jimeng_image_generation_records.jimeng_accounts_id is '即梦账号表ID 逻辑外键不建立外键索引';
comment on column jimeng_image_generation_records.project_id is '推理项目ID';
comment on column jimeng_image_generation_records.project_name is '推理项目名称';
comment on column jimeng_image_generation_records.storyboard_id is '分镜ID';
comment on column jimeng_image_generation_records.work_id is '作品id';
comment on column jimeng_image_generation_records.model is '使用的模型';
comment on column jimeng_image_generation_records.prompt is '生成提示词';
comment on column jimeng_image_generation_records.negative_prompt is '负面提示词';
comment on column jimeng_image_generation_records.ratio is '宽高比，支持：1:1, 4:3, 3:4, 16:9, 9:16, 3:2, 2:3, 21:9';
comment on column jimeng_image_generation_records.resolution is '分辨率，支持：1k, 2k, 4k';
comment on column jimeng_image_generation_records.intelligent_ratio is '是否启用智能比例，0-否，1-是，仅对jimeng-4.0/jimeng-4.1/jimeng-4.5模型有效';
comment on column jimeng_image_generation_records.sample_strength is '采样强度，范围0.0-1.0';
comment on column jimeng_image_generation_records.response_format is '响应格式，url或b64_json';
comment on column jimeng_image_generation_records.input_images is '输入图片URLs数组（图生图时使用）';
comment on column jimeng_image_generation_records.original_session_id is '原始session_id（指纹）';
comment on column jimeng_image_generation_records.site_used is '实际使用的站点：0-cn，1-us，2-hk，3-jp，4-sg';
comment on column jimeng_image_generation_records.generation_status is '生成状态：0-pending，1-processing，2-completed，3-failed，4-retrying，5-canceled';
comment on column jimeng_image_generation_records.image_urls is '生成图片URL数组';
comment on column jimeng_image_generation_records.image_local_paths is '图片本地路径数组';
comment on column jimeng_image_generation_records.generation_time is '生成耗时(秒)';
comment on column jimeng_image_generation_records.error_code is '错误码';
comment on column jimeng_image_generation_records.error_message is '错误信息';
comment on column jimeng_image_generation_records.site_switch_count is '站点切换次数';
comment on column jimeng_image_generation_records.priority is '任务优先级';
comment on column jimeng_image_generation_records.callback_url is '回调地址';
comment on column jimeng_image_generation_records.version is '版本号';
comment on column jimeng_image_generation_records.is_deleted is '逻辑删除标记';
comment on column jimeng_image_generation_records.create_time is '创建时间';
comment on column jimeng_image_generation_records.update_time is '更新时间';
comment on column jimeng_image_generation_records.create_by is '创建人';
comment on column jimeng_image_generation_records.update_by is '修改人';
comment on column jimeng_image_generation_records.attr1 is '扩展字段1';
comment on column jimeng_image_generation_records.attr2 is '扩展字段2';
comment on column jimeng_image_generation_records.attr3 is '扩展字段3';
create index idx_image_accounts_id_status on jimeng_image_generation_records (jimeng_accounts_id, generation_status);
create index idx_image_project_storyboard on jimeng_image_generation_records (project_id, storyboard_id);
create index idx_image_status_create_time on jimeng_image_generation_records (generation_status, create_time);

create table jimeng_video_generation_records (
    id varchar(36) not null primary key,
    org_id uuid not null,
    jimeng_accounts_id varchar(36),
    project_id varchar(50) not null,
    project_name varchar(50) not null,
    storyboard_id varchar(50) not null,
    work_id varchar(50) not null,
    model varchar(128) not null,
    prompt text not null,
    negative_prompt text,
    ratio varchar(10) default '16:9',
    resolution varchar(10) default '720p',
    duration int default 5,
    response_format varchar(20) default 'url',
    input_images jsonb,
    original_session_id varchar(200),
    site_used smallint,
    generation_status smallint not null default 0,
    remote_task_id varchar(200),
    video_urls jsonb,
    video_local_paths jsonb,
    generation_time int,
    error_code varchar(128),
    error_message text,
    site_switch_count int not null default 0,
    priority int not null default 0,
    callback_url varchar(2048),
    version int not null default 1,
    is_deleted boolean not null default false,
    create_time timestamptz not null default now(),
    update_time timestamptz not null default now(),
    create_by varchar(50),
    update_by varchar(50),
    attr1 varchar(255),
    attr2 varchar(255),
    attr3 text,
    live_key varchar(255),
    constraint jimeng_video_records_live unique (live_key),
    constraint jimeng_video_records_status check (generation_status between 0 and 5),
    constraint jimeng_video_records_site check (site_used between 0 and 4),
    constraint jimeng_video_records_deleted check (is_deleted = (live_key is null))
);
comment on table jimeng_video_generation_records is '视频生成任务记录表';
comment on column jimeng_video_generation_records.id is '雪花UUID';
comment on column jimeng_video_generation_records.jimeng_accounts_id is '即梦账号表ID 逻辑外键不建立外键索引';
comment on column jimeng_video_generation_records.project_id is '推理项目ID';
comment on column jimeng_video_generation_records.project_name is '推理项目名称';
comment on column jimeng_video_generation_records.storyboard_id is '分镜ID';
comment on column jimeng_video_generation_records.work_id is '作品id';
comment on column jimeng_video_generation_records.model is '使用的模型';
comment on column jimeng_video_generation_records.prompt is '生成提示词';
comment on column jimeng_video_generation_records.negative_prompt is '负面提示词';
comment on column jimeng_video_generation_records.ratio is '宽高比，支持：1:1, 4:3, 3:4, 16:9, 9:16, 21:9（图生视频时此参数会被忽略）';
comment on column jimeng_video_generation_records.resolution is '视频分辨率，支持：720p, 1080p';
comment on column jimeng_video_generation_records.duration is '视频时长(秒)，支持：5, 10';
comment on column jimeng_video_generation_records.response_format is '响应格式，url或b64_json';
comment on column jimeng_video_generation_records.input_images is '输入图片URLs数组(图生视频或首尾帧视频)';
comment on column jimeng_video_generation_records.original_session_id is '原始session_id（指纹）';
comment on column jimeng_video_generation_records.site_used is '实际使用的站点：0-cn，1-us，2-hk，3-jp，4-sg';
comment on column jimeng_video_generation_records.generation_status is '生成状态：0-pending，1-processing，2-completed，3-failed，4-retrying，5-canceled';
comment on column jimeng_video_generation_records.remote_task_id is '远程任务ID';
comment on column jimeng_video_generation_records.video_urls is '生成视频URL数组';
comment on column jimeng_video_generation_records.video_local_paths is '视频本地路径数组';
comment on column jimeng_video_generation_records.generation_time is '生成耗时(秒)';
comment on column jimeng_video_generation_records.error_code is '错误码';
comment on column jimeng_video_generation_records.error_message is '错误信息';
comment on column jimeng_video_generation_records.site_switch_count is '站点切换次数';
comment on column jimeng_video_generation_records.priority is '任务优先级';
comment on column jimeng_video_generation_records.callback_url is '回调地址';
comment on column jimeng_video_generation_records.version is '版本号';
comment on column jimeng_video_generation_records.is_deleted is '逻辑删除标记';
comment on column jimeng_video_generation_records.create_time is '创建时间';
comment on column jimeng_video_generation_records.update_time is '更新时间';
comment on column jimeng_video_generation_records.create_by is '创建人';
comment on column jimeng_video_generation_records.update_by is '修改人';
comment on column jimeng_video_generation_records.attr1 is '扩展字段1';
comment on column jimeng_video_generation_records.attr2 is '扩展字段2';
comment on column jimeng_video_generation_records.attr3 is '扩展字段3';
create index idx_video_accounts_id_status on jimeng_video_generation_records (jimeng_accounts_id, generation_status);
create index idx_video_project_storyboard on jimeng_video_generation_records (project_id, storyboard_id);
create index idx_video_status_create_time on jimeng_video_generation_records (generation_status, create_time);
create index idx_video_remote_task_id on jimeng_video_generation_records (remote_task_id);
