-- What is made of each 3D model of a project without being asked for; one conversion job for a finished job.
alter table projects add column auto_conversions json not null default ('[]') comment '三维任务完成后自动转换：preview/lods/usdz';
alter table generation_jobs add column automatic_of_job_id char(36) character set ascii collate ascii_bin comment '因哪个任务完成而自动创建';
alter table generation_jobs add constraint generation_jobs_automatic unique (automatic_of_job_id);
