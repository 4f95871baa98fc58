-- The studio's own table: one row a storyboard (a shot). Another program may write it with plain SQL. Names, order,
-- chosen asset and deletion are the project side's; status, results, accounts and counts are written by the jobs.
create table inference_project (
    org_id char(36) character set ascii collate ascii_bin not null,
    project_id varchar(50) not null comment '推理项目ID',
    storyboard_id varchar(50) not null comment '分镜ID',
    work_id varchar(50) comment '作品ID',
    project_name varchar(50) comment '推理项目名称',
    storyboard_name varchar(200) comment '分镜名称',
    shot_order int comment '分镜顺序',
    chosen_asset_id varchar(64) comment '选用的资产ID',
    is_deleted boolean not null default false comment '逻辑删除标记',
    image_status smallint comment '图片生成状态：0-pending，1-processing，2-completed，3-failed，4-retrying，5-canceled',
    image_record_id varchar(36) character set ascii collate ascii_bin comment '图片结果所属记录ID',
    image_urls json comment '最近一次成功的图片URL数组',
    image_local_paths json comment '最近一次成功的图片本地路径数组',
    image_account_ids json comment '图片使用过的账号ID数组（有序，不重复）',
    image_count int not null default 0 comment '图片生成任务数',
    video_status smallint comment '视频生成状态：0-pending，1-processing，2-completed，3-failed，4-retrying，5-canceled',
    video_record_id varchar(36) character set ascii collate ascii_bin comment '视频结果所属记录ID',
    video_urls json comment '最近一次成功的视频URL数组',
    video_local_paths json comment '最近一次成功的视频本地路径数组',
    video_account_ids json comment '视频使用过的账号ID数组（有序，不重复）',
    video_count int not null default 0 comment '视频生成任务数',
    version int not null default 1 comment '版本号',
    create_time datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    update_time datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    primary key (org_id, project_id, storyboard_id)
) default character set utf8mb4 collate utf8mb4_bin comment = '推理项目分镜表';

-- What of the project side has arrived in the records, and the lock under which a shot's records change. source is the
-- name of the studio's table, so that another one in its place deletes nothing. owed: the results wait for that row.
create table inference_project_synced (
    source varchar(130) character set ascii collate ascii_bin not null,
    org_id char(36) character set ascii collate ascii_bin not null,
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
) default character set utf8mb4 collate utf8mb4_bin;
