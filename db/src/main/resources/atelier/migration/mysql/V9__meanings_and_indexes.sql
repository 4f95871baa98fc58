-- What each column means, in the language of the model; the common columns everywhere; the indexes under their names.
alter table orgs
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column name varchar(200) not null comment '名称',
    modify column plan varchar(40) not null default 'standard' comment '套餐',
    modify column status varchar(16) not null default 'active' comment '状态：active/suspended/closed',
    modify column created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    modify column updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    add column created_by char(36) character set ascii collate ascii_bin null comment '创建人',
    add column updated_by char(36) character set ascii collate ascii_bin null comment '修改人',
    add column deleted_at datetime(6) null comment '软删时间，空为有效',
    comment = '组织';

alter table projects
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    modify column name varchar(200) not null comment '名称',
    modify column description text comment '描述',
    modify column visibility varchar(16) not null default 'private' comment '可见性：private/team/public',
    modify column created_by char(36) character set ascii collate ascii_bin comment '创建人',
    modify column updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    modify column created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    modify column updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    add column deleted_at datetime(6) null comment '软删时间，空为有效',
    comment = '项目';

alter table api_keys
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    modify column name varchar(200) not null comment '名称',
    modify column key_hash char(64) character set ascii collate ascii_bin not null comment '密钥哈希',
    modify column scopes json not null comment '权限范围数组',
    modify column last_used_at datetime(6) null comment '最近使用时间',
    modify column expires_at datetime(6) null comment '过期时间',
    modify column status varchar(16) not null default 'active' comment '状态：active/revoked',
    modify column created_by char(36) character set ascii collate ascii_bin comment '创建人',
    modify column updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    modify column created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    modify column updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    add column deleted_at datetime(6) null comment '软删时间，空为有效',
    comment = '访问密钥';

alter table audit_logs
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    modify column actor varchar(200) not null comment '操作者',
    modify column action varchar(64) not null comment '动作',
    modify column subject_type varchar(40) not null comment '对象类型',
    modify column subject_id varchar(64) comment '对象ID',
    modify column request_id varchar(128) comment '请求ID，串联链路',
    modify column details json comment '细节',
    modify column created_at datetime(6) not null default (utc_timestamp(6)) comment '发生时间',
    comment = '审计日志';

alter table providers
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column name varchar(40) not null comment '名称',
    modify column base_url varchar(500) not null comment '接口地址',
    modify column status varchar(16) not null default 'active' comment '状态：active/inactive',
    modify column created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    modify column updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    add column created_by char(36) character set ascii collate ascii_bin null comment '创建人',
    add column updated_by char(36) character set ascii collate ascii_bin null comment '修改人',
    add column deleted_at datetime(6) null comment '软删时间，空为有效',
    comment = '供应商';

alter table provider_models
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column provider_id char(36) character set ascii collate ascii_bin not null comment '供应商ID',
    modify column model_name varchar(128) not null comment '公开名称',
    modify column remote_name varchar(200) not null comment '供应商处名称',
    modify column task_type varchar(16) not null comment '任务类型：image/video/mesh/conversion',
    modify column pricing json not null comment '价格，按计费单位',
    modify column limits json not null comment '限制：前置校验与排错',
    modify column metadata json not null comment '扩展信息',
    modify column status varchar(16) not null default 'active' comment '状态：active/inactive',
    modify column created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    modify column updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    add column created_by char(36) character set ascii collate ascii_bin null comment '创建人',
    add column updated_by char(36) character set ascii collate ascii_bin null comment '修改人',
    add column deleted_at datetime(6) null comment '软删时间，空为有效',
    comment = '供应商模型';

alter table prompts
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    modify column project_id char(36) character set ascii collate ascii_bin comment '项目ID',
    modify column user_id char(36) character set ascii collate ascii_bin comment '用户ID',
    modify column input_type varchar(16) not null comment '输入类型：text/image/both',
    modify column text mediumtext comment '提示词文本',
    modify column input_asset_id char(36) character set ascii collate ascii_bin comment '输入资产ID',
    modify column negative_text mediumtext comment '负面提示词',
    modify column parameters json not null default ('{}') comment '参数',
    modify column prompt_hash varchar(64) character set ascii collate ascii_bin comment '归一化文本的哈希，用于去重',
    modify column language varchar(16) comment '语言',
    modify column translated_text json comment '多语译文',
    modify column moderation_status varchar(16) comment '审核状态',
    modify column safety_tags json comment '安全标签数组',
    modify column tags json comment '标签数组',
    modify column version int not null default 1 comment '版本号',
    modify column created_by char(36) character set ascii collate ascii_bin comment '创建人',
    modify column updated_by char(36) character set ascii collate ascii_bin comment '修改人',
    modify column created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    modify column updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    add column deleted_at datetime(6) null comment '软删时间，空为有效',
    comment = '提示词';

alter table generation_jobs
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    modify column project_id char(36) character set ascii collate ascii_bin comment '项目ID',
    modify column prompt_id char(36) character set ascii collate ascii_bin comment '提示词ID，仅转换任务可为空',
    modify column provider_id char(36) character set ascii collate ascii_bin comment '供应商ID',
    modify column provider_model_id char(36) character set ascii collate ascii_bin comment '供应商模型ID',
    modify column status varchar(16) not null comment '状态：pending/queued/running/succeeded/failed/canceled',
    modify column priority int not null default 5 comment '优先级，0-9',
    modify column queue_id char(36) character set ascii collate ascii_bin comment '队列ID',
    modify column attempt int not null default 0 comment '第几次重试',
    modify column retry_of_job_id char(36) character set ascii collate ascii_bin comment '重试自哪个任务',
    modify column retried_by_job_id char(36) character set ascii collate ascii_bin comment '被哪个任务重试',
    modify column scheduler_lane varchar(220) comment '调度通道',
    modify column worker_id varchar(200) comment '执行者',
    modify column worker_region varchar(64) comment '执行者区域',
    modify column started_at datetime(6) null comment '开始时间',
    modify column completed_at datetime(6) null comment '完成时间',
    modify column latency_ms int comment '耗时(毫秒)，自开始至完成',
    modify column queue_latency_ms int comment '排队耗时(毫秒)',
    modify column cost_usd numeric(12,6) comment '费用(美元)',
    modify column billed_units_json json not null default ('{}') comment '计费单位明细',
    modify column error_code varchar(128) comment '错误码',
    modify column error_message text comment '错误信息',
    modify column webhook_url varchar(2048) comment '回调地址',
    modify column auto_cleanup_at datetime(6) null comment '自动清理时间',
    modify column created_by char(36) character set ascii collate ascii_bin comment '创建人',
    modify column created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    comment = '生成任务';

alter table provider_requests
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column job_id char(36) character set ascii collate ascii_bin comment '任务ID',
    modify column request_ts datetime(6) not null comment '请求时间',
    modify column response_ts datetime(6) null comment '响应时间',
    modify column request_payload_jsonb json comment '请求内容（脱敏）',
    modify column response_payload_jsonb json comment '响应内容（脱敏）',
    modify column http_status int comment 'HTTP状态码，0为无响应',
    modify column tokens_input bigint comment '输入令牌数',
    modify column tokens_output bigint comment '输出令牌数',
    modify column billed_cost_usd numeric(12,6) comment '计费(美元)',
    modify column retry_index int not null default 0 comment '第几次提交，从0起',
    modify column provider_request_id varchar(200) comment '供应商请求ID',
    comment = '底层API往返日志';

alter table assets
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column org_id char(36) character set ascii collate ascii_bin not null comment '组织ID',
    modify column project_id char(36) character set ascii collate ascii_bin comment '项目ID',
    modify column owner_id char(36) character set ascii collate ascii_bin comment '所有者ID',
    modify column kind varchar(16) not null comment '类型：file/image/thumbnail/video/3d_model/texture/material',
    modify column name varchar(255) comment '名称',
    modify column storage_provider varchar(40) not null comment '存储提供方',
    modify column storage_bucket varchar(200) not null comment '存储桶',
    modify column storage_key varchar(400) character set ascii collate ascii_bin not null comment '存储键，唯一',
    modify column storage_url varchar(2048) comment '存储地址',
    modify column sha256 varchar(64) character set ascii collate ascii_bin comment '去重摘要',
    modify column md5 varchar(32) character set ascii collate ascii_bin comment '快速校验',
    modify column mime_type varchar(127) comment 'MIME类型',
    modify column size_bytes bigint comment '大小(字节)',
    modify column width int comment '宽(像素)',
    modify column height int comment '高(像素)',
    modify column duration_sec numeric(12,3) comment '时长(秒)',
    modify column source_type varchar(16) comment '来源：upload/generated/imported',
    modify column origin_url text comment '外部来源',
    modify column license varchar(200) comment '许可证',
    modify column visibility varchar(16) not null default 'private' comment '可见性：private/team/public',
    modify column storage_region varchar(64) comment '存储区域',
    modify column etag varchar(200) comment '实体标签',
    modify column signed_url_expires_at datetime(6) null comment '签名地址过期时间',
    modify column lifecycle_state varchar(16) not null default 'active' comment '生命周期：active/archived/purged',
    modify column retention_until datetime(6) null comment '保留至',
    modify column metadata json not null default ('{}') comment '扩展信息',
    modify column created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    modify column updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    add column deleted_at datetime(6) null comment '软删时间，空为有效',
    comment = '通用文件资产';

alter table model_assets
    modify column id char(36) character set ascii collate ascii_bin not null comment '主键',
    modify column job_id char(36) character set ascii collate ascii_bin comment '任务ID',
    modify column asset_id char(36) character set ascii collate ascii_bin not null comment '资产ID',
    modify column format varchar(16) not null comment '格式',
    modify column vertex_count bigint comment '顶点数',
    modify column face_count bigint comment '面数',
    modify column material_count int comment '材质数',
    modify column uv_map_count int comment 'UV集数',
    modify column bbox_jsonb json comment '包围盒',
    modify column units varchar(16) comment '单位',
    modify column origin varchar(64) comment '原点',
    modify column triangulated boolean comment '是否三角化',
    modify column watertight boolean comment '是否封闭',
    modify column preview_asset_id char(36) character set ascii collate ascii_bin comment '预览资产ID',
    modify column lod_of_model_asset_id char(36) character set ascii collate ascii_bin comment '本记录为某模型的降阶/简化版本',
    modify column quality_metrics_jsonb json comment '质量指标',
    modify column created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    add column created_by char(36) character set ascii collate ascii_bin null comment '创建人',
    add column updated_by char(36) character set ascii collate ascii_bin null comment '修改人',
    add column deleted_at datetime(6) null comment '软删时间，空为有效',
    comment = '生成的3D主资产';

-- One retry of a job: the guarded update of retried_by_job_id says so; a table in months has no unique key without its id.
alter table generation_jobs drop index generation_jobs_retry;
create index generation_jobs_retry_of on generation_jobs (retry_of_job_id);

alter table jimeng_image_generation_records rename index idx_image_accounts_id_status to idx_jimeng_accounts_id_status;
alter table jimeng_image_generation_records rename index idx_image_project_storyboard to idx_project_storyboard;
alter table jimeng_image_generation_records rename index idx_image_status_create_time to idx_status_create_time;
alter table jimeng_video_generation_records rename index idx_video_accounts_id_status to idx_jimeng_accounts_id_status;
alter table jimeng_video_generation_records rename index idx_video_project_storyboard to idx_project_storyboard;
alter table jimeng_video_generation_records rename index idx_video_status_create_time to idx_status_create_time;
alter table jimeng_video_generation_records rename index idx_video_remote_task_id to idx_remote_task_id;

-- Answers of providers and figures of evaluations are asked for by what they hold.
alter table provider_requests add column response_error varchar(128)
    generated always as (left(json_unquote(json_extract(response_payload_jsonb, '$.error.code')), 128)) stored comment '供应商错误码（由响应生成）';
alter table evaluations add column metrics_grade varchar(32)
    generated always as (left(json_unquote(json_extract(metrics_jsonb, '$.grade')), 32)) stored comment '等级（由指标生成）';
create index provider_requests_response on provider_requests (response_error);
create index evaluations_metrics on evaluations (metrics_grade);
