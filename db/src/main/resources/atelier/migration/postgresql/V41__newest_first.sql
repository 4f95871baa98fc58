-- Lists are read newest first, by organisation and one filter; measured on 1,000,000 rows.
create index generation_jobs_newest on generation_jobs (org_id, created_at, id);
create index generation_jobs_newest_of_status on generation_jobs (org_id, status, created_at, id);
create index generation_jobs_newest_of_kind on generation_jobs (org_id, kind, created_at, id);
create index generation_jobs_newest_of_model on generation_jobs (org_id, model_name, created_at, id);
create index generation_jobs_newest_of_project on generation_jobs (org_id, project_id, created_at, id);
