-- What is made of each 3D model of a project without being asked for; one conversion job for a finished job.
alter table projects add column auto_conversions jsonb not null default '[]';
comment on column projects.auto_conversions is '三维任务完成后自动转换：preview/lods/usdz';
alter table generation_jobs add column automatic_of_job_id uuid;
alter table generation_jobs add constraint generation_jobs_automatic unique (automatic_of_job_id);
comment on column generation_jobs.automatic_of_job_id is '因哪个任务完成而自动创建';
