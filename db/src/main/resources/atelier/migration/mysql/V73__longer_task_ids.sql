-- Some providers' handles are two: what a task is looked at by, and what its files are fetched by.
alter table submissions
    modify column remote_task_id varchar(600),
    modify column remote_key varchar(640);
alter table orphan_tasks
    modify column remote_task_id varchar(600) not null,
    modify column remote_key varchar(640) not null;
alter table jimeng_video_generation_records modify column remote_task_id varchar(600) comment '远程任务ID';
