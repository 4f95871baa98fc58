-- What each column means, in the language of the model; the common columns everywhere; the indexes under their names.
alter table orgs
    add column created_by uuid,
    add column updated_by uuid,
    add column deleted_at timestamptz;
comment on table orgs is '组织';
comment on column orgs.id is '主键';
comment on column orgs.name is '名称';
comment on column orgs.plan is '套餐';
comment on column orgs.status is '状态：active/suspended/closed';
comment on column orgs.created_at is '创建时间';
comment on column orgs.updated_at is '更新时间';
comment on column orgs.created_by is '创建人';
comment on column orgs.updated_by is '修改人';
comment on column orgs.deleted_at is '软删时间，空为有效';

alter table projects
    add column deleted_at timestamptz;
comment on table projects is '项目';
comment on column projects.id is '主键';
comment on column projects.org_id is '组织ID';
comment on column projects.name is '名称';
comment on column projects.description is '描述';
comment on column projects.visibility is '可见性：private/team/public';
comment on column projects.created_by is '创建人';
comment on column projects.updated_by is '修改人';
comment on column projects.created_at is '创建时间';
comment on column projects.updated_at is '更新时间';
comment on column projects.deleted_at is '软删时间，空为有效';

alter table api_keys
    add column deleted_at timestamptz;
comment on table api_keys is '访问密钥';
comment on column api_keys.id is '主键';
comment on column api_keys.org_id is '组织ID';
comment on column api_keys.name is '名称';
comment on column api_keys.key_hash is '密钥哈希';
comment on column api_keys.scopes is '权限范围数组';
comment on column api_keys.last_used_at is '最近使用时间';
comment on column api_keys.expires_at is '过期时间';
comment on column api_keys.status is '状态：active/revoked';
comment on column api_keys.created_by is '创建人';
comment on column api_keys.updated_by is '修改人';
comment on column api_keys.created_at is '创建时间';
comment on column api_keys.updated_at is '更新时间';
comment on column api_keys.deleted_at is '软删时间，空为有效';

comment on table audit_logs is '审计日志';
comment on column audit_logs.id is '主键';
comment on column audit_logs.org_id is '组织ID';
comment on column audit_logs.actor is '操作者';
comment on column audit_logs.action is '动作';
comment on column audit_logs.subject_type is '对象类型';
comment on column audit_logs.subject_id is '对象ID';
comment on column audit_logs.request_id is '请求ID，串联链路';
comment on column audit_logs.details is '细节';
comment on column audit_logs.created_at is '发生时间';

alter table providers
    add column created_by uuid,
    add column updated_by uuid,
    add column deleted_at timestamptz;
comment on table providers is '供应商';
comment on column providers.id is '主键';
comment on column providers.name is '名称';
comment on column providers.base_url is '接口地址';
comment on column providers.status is '状态：active/inactive';
comment on column providers.created_at is '创建时间';
comment on column providers.updated_at is '更新时间';
comment on column providers.created_by is '创建人';
comment on column providers.updated_by is '修改人';
comment on column providers.deleted_at is '软删时间，空为有效';

alter table provider_models
    add column created_by uuid,
    add column updated_by uuid,
    add column deleted_at timestamptz;
comment on table provider_models is '供应商模型';
comment on column provider_models.id is '主键';
comment on column provider_models.provider_id is '供应商ID';
comment on column provider_models.model_name is '公开名称';
comment on column provider_models.remote_name is '供应商处名称';
comment on column provider_models.task_type is '任务类型：image/video/mesh/conversion';
comment on column provider_models.pricing is '价格，按计费单位';
comment on column provider_models.limits is '限制：前置校验与排错';
comment on column provider_models.metadata is '扩展信息';
comment on column provider_models.status is '状态：active/inactive';
comment on column provider_models.created_at is '创建时间';
comment on column provider_models.updated_at is '更新时间';
comment on column provider_models.created_by is '创建人';
comment on column provider_models.updated_by is '修改人';
comment on column provider_models.deleted_at is '软删时间，空为有效';

alter table prompts
    add column deleted_at timestamptz;
comment on table prompts is '提示词';
comment on column prompts.id is '主键';
comment on column prompts.org_id is '组织ID';
comment on column prompts.project_id is '项目ID';
comment on column prompts.user_id is '用户ID';
comment on column prompts.input_type is '输入类型：text/image/both';
comment on column prompts.text is '提示词文本';
comment on column prompts.input_asset_id is '输入资产ID';
comment on column prompts.negative_text is '负面提示词';
comment on column prompts.parameters is '参数';
comment on column prompts.prompt_hash is '归一化文本的哈希，用于去重';
comment on column prompts.language is '语言';
comment on column prompts.translated_text is '多语译文';
comment on column prompts.moderation_status is '审核状态';
comment on column prompts.safety_tags is '安全标签数组';
comment on column prompts.tags is '标签数组';
comment on column prompts.version is '版本号';
comment on column prompts.created_by is '创建人';
comment on column prompts.updated_by is '修改人';
comment on column prompts.created_at is '创建时间';
comment on column prompts.updated_at is '更新时间';
comment on column prompts.deleted_at is '软删时间，空为有效';

comment on table generation_jobs is '生成任务';
comment on column generation_jobs.id is '主键';
comment on column generation_jobs.org_id is '组织ID';
comment on column generation_jobs.project_id is '项目ID';
comment on column generation_jobs.prompt_id is '提示词ID，仅转换任务可为空';
comment on column generation_jobs.provider_id is '供应商ID';
comment on column generation_jobs.provider_model_id is '供应商模型ID';
comment on column generation_jobs.status is '状态：pending/queued/running/succeeded/failed/canceled';
comment on column generation_jobs.priority is '优先级，0-9';
comment on column generation_jobs.queue_id is '队列ID';
comment on column generation_jobs.attempt is '第几次重试';
comment on column generation_jobs.retry_of_job_id is '重试自哪个任务';
comment on column generation_jobs.retried_by_job_id is '被哪个任务重试';
comment on column generation_jobs.scheduler_lane is '调度通道';
comment on column generation_jobs.worker_id is '执行者';
comment on column generation_jobs.worker_region is '执行者区域';
comment on column generation_jobs.started_at is '开始时间';
comment on column generation_jobs.completed_at is '完成时间';
comment on column generation_jobs.latency_ms is '耗时(毫秒)，自开始至完成';
comment on column generation_jobs.queue_latency_ms is '排队耗时(毫秒)';
comment on column generation_jobs.cost_usd is '费用(美元)';
comment on column generation_jobs.billed_units_json is '计费单位明细';
comment on column generation_jobs.error_code is '错误码';
comment on column generation_jobs.error_message is '错误信息';
comment on column generation_jobs.webhook_url is '回调地址';
comment on column generation_jobs.auto_cleanup_at is '自动清理时间';
comment on column generation_jobs.created_by is '创建人';
comment on column generation_jobs.created_at is '创建时间';

comment on table provider_requests is '底层API往返日志';
comment on column provider_requests.id is '主键';
comment on column provider_requests.job_id is '任务ID';
comment on column provider_requests.request_ts is '请求时间';
comment on column provider_requests.response_ts is '响应时间';
comment on column provider_requests.request_payload_jsonb is '请求内容（脱敏）';
comment on column provider_requests.response_payload_jsonb is '响应内容（脱敏）';
comment on column provider_requests.http_status is 'HTTP状态码，0为无响应';
comment on column provider_requests.tokens_input is '输入令牌数';
comment on column provider_requests.tokens_output is '输出令牌数';
comment on column provider_requests.billed_cost_usd is '计费(美元)';
comment on column provider_requests.retry_index is '第几次提交，从0起';
comment on column provider_requests.provider_request_id is '供应商请求ID';

alter table assets
    add column deleted_at timestamptz;
comment on table assets is '通用文件资产';
comment on column assets.id is '主键';
comment on column assets.org_id is '组织ID';
comment on column assets.project_id is '项目ID';
comment on column assets.owner_id is '所有者ID';
comment on column assets.kind is '类型：file/image/thumbnail/video/3d_model/texture/material';
comment on column assets.name is '名称';
comment on column assets.storage_provider is '存储提供方';
comment on column assets.storage_bucket is '存储桶';
comment on column assets.storage_key is '存储键，唯一';
comment on column assets.storage_url is '存储地址';
comment on column assets.sha256 is '去重摘要';
comment on column assets.md5 is '快速校验';
comment on column assets.mime_type is 'MIME类型';
comment on column assets.size_bytes is '大小(字节)';
comment on column assets.width is '宽(像素)';
comment on column assets.height is '高(像素)';
comment on column assets.duration_sec is '时长(秒)';
comment on column assets.source_type is '来源：upload/generated/imported';
comment on column assets.origin_url is '外部来源';
comment on column assets.license is '许可证';
comment on column assets.visibility is '可见性：private/team/public';
comment on column assets.storage_region is '存储区域';
comment on column assets.etag is '实体标签';
comment on column assets.signed_url_expires_at is '签名地址过期时间';
comment on column assets.lifecycle_state is '生命周期：active/archived/purged';
comment on column assets.retention_until is '保留至';
comment on column assets.metadata is '扩展信息';
comment on column assets.created_at is '创建时间';
comment on column assets.updated_at is '更新时间';
comment on column assets.deleted_at is '软删时间，空为有效';

alter table model_assets
    add column created_by uuid,
    add column updated_by uuid,
    add column deleted_at timestamptz;
comment on table model_assets is '生成的3D主资产';
comment on column model_assets.id is '主键';
comment on column model_assets.job_id is '任务ID';
comment on column model_assets.asset_id is '资产ID';
comment on column model_assets.format is '格式';
comment on column model_assets.vertex_count is '顶点数';
comment on column model_assets.face_count is '面数';
comment on column model_assets.material_count is '材质数';
comment on column model_assets.uv_map_count is 'UV集数';
comment on column model_assets.bbox_jsonb is '包围盒';
comment on column model_assets.units is '单位';
comment on column model_assets.origin is '原点';
comment on column model_assets.triangulated is '是否三角化';
comment on column model_assets.watertight is '是否封闭';
comment on column model_assets.preview_asset_id is '预览资产ID';
comment on column model_assets.lod_of_model_asset_id is '本记录为某模型的降阶/简化版本';
comment on column model_assets.quality_metrics_jsonb is '质量指标';
comment on column model_assets.created_at is '创建时间';
comment on column model_assets.created_by is '创建人';
comment on column model_assets.updated_by is '修改人';
comment on column model_assets.deleted_at is '软删时间，空为有效';

-- One retry of a job: the guarded update of retried_by_job_id says so; a table in months has no unique key without its id.
alter table generation_jobs drop constraint generation_jobs_retry;
create index generation_jobs_retry_of on generation_jobs (retry_of_job_id);

alter index idx_account_status rename to jimeng_accounts_idx_account_status;
alter index idx_generation_status rename to jimeng_accounts_idx_generation_status;
alter index idx_priority_create_time rename to jimeng_accounts_idx_priority_create_time;
alter index idx_image_accounts_id_status rename to jimeng_image_generation_records_idx_jimeng_accounts_id_status;
alter index idx_image_project_storyboard rename to jimeng_image_generation_records_idx_project_storyboard;
alter index idx_image_status_create_time rename to jimeng_image_generation_records_idx_status_create_time;
alter index idx_video_accounts_id_status rename to jimeng_video_generation_records_idx_jimeng_accounts_id_status;
alter index idx_video_project_storyboard rename to jimeng_video_generation_records_idx_project_storyboard;
alter index idx_video_status_create_time rename to jimeng_video_generation_records_idx_status_create_time;
alter index idx_video_remote_task_id rename to jimeng_video_generation_records_idx_remote_task_id;

-- Answers of providers and figures of evaluations are asked for by what they hold.
alter table provider_requests add column response_error varchar(128)
    generated always as (left(response_payload_jsonb #>> '{error,code}', 128)) stored;
comment on column provider_requests.response_error is '供应商错误码（由响应生成）';
alter table evaluations add column metrics_grade varchar(32)
    generated always as (left(metrics_jsonb ->> 'grade', 32)) stored;
comment on column evaluations.metrics_grade is '等级（由指标生成）';
create index provider_requests_response on provider_requests using gin (response_payload_jsonb);
create index evaluations_metrics on evaluations using gin (metrics_jsonb);
