-- Some providers' handles are two: what a task is looked at by, and what its files are fetched by.
alter table submissions alter column remote_task_id type varchar(600);
alter table submissions alter column remote_key type varchar(640);
alter table orphan_tasks alter column remote_task_id type varchar(600);
alter table orphan_tasks alter column remote_key type varchar(640);
alter table jimeng_video_generation_records alter column remote_task_id type varchar(600);
