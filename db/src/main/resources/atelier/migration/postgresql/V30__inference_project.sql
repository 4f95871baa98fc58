-- The studio's own table: one row a storyboard (a shot). Another program may write it with plain SQL. Names, order,
-- chosen asset and deletion are the project side's; status, results, accounts and counts are written by the jobs.
create table inference_project (
    org_id uuid not null,
    project_id varchar(50) not null,
    storyboard_id varchar(50) not null,
    work_id varchar(50),
    project_name varchar(50),
    storyboard_name varchar(200),
    shot_order int,
    chosen_asset_id varchar(64),
    is_deleted boolean not null default false,
    image_status smallint,
    image_record_id varchar(36),
    image_urls jsonb,
    image_local_paths jsonb,
    image_account_ids jsonb,
    image_count int not null default 0,
    video_status smallint,
    video_record_id varchar(36),
    video_urls jsonb,
    video_local_paths jsonb,
    video_account_ids jsonb,
    video_count int not null default 0,
    version int not null default 1,
    create_time timestamptz not null default now(),
    update_time timestamptz not null default now(),
    primary key (org_id, project_id, storyboard_id)
);
comment on table inference_project is '推理项目分镜表';
comment on column inference_project.project_id is '推理项目ID';
comment on column inference_project.storyboard_id is '分镜ID';
comment on column inference_project.work_id is '作品ID';
comment on column inference_project.project_name is '推理项目名称';
comment on column inference_project.storyboard_name is '分镜名称';
comment on column inference_project.shot_order is '分镜顺序';
comment on column inference_project.chosen_asset_id is '选用的资产ID';
comment on column inference_project.is_deleted is '逻辑删除标记';
comment on column inference_project.image_status is '图片生成状态：0-pending，1-processing，2-completed，3-failed，4-retrying，5-canceled';
comment on column inference_project.image_record_id is '图片结果所属记录ID';
comment on column inference_project.image_urls is '最近一次成功的图片URL数组';
comment on column inference_project.image_local_paths is '最近一次成功的图片本地路径数组';
comment on column inference_project.image_account_ids is '图片使用过的账号ID数组（有序，不重复）';
comment on column inference_project.image_count is '图片生成任务数';
comment on column inference_project.video_status is '视频生成状态：0-pending，1-processing，2-completed，3-failed，4-retrying，5-canceled';
comment on column inference_project.video_record_id is '视频结果所属记录ID';
comment on column inference_project.video_urls is '最近一次成功的视频URL数组';
comment on column inference_project.video_local_paths is '最近一次成功的视频本地路径数组';
comment on column inference_project.video_account_ids is '视频使用过的账号ID数组（有序，不重复）';
comment on column inference_project.video_count is '视频生成任务数';
comment on column inference_project.version is '版本号';
comment on column inference_project.create_time is '创建时间';
comment on column inference_project.update_time is '更新时间';

-- What of the project side has arrived in the records, and the lock under which a shot's records change. source is the
-- name of the studio's table, so that another one in its place deletes nothing. owed: the results wait for that row.
create table inference_project_synced (
    source varchar(130) not null,
    org_id uuid not null,
    project_id varchar(50) not null,
    storyboard_id varchar(50) not null,
    work_id text,
    project_name text,
    storyboard_name text,
    shot_order int,
    chosen_asset_id text,
    is_deleted boolean not null default false,
    owed boolean not null default false,
    primary key (source, org_id, project_id, storyboard_id)
);
