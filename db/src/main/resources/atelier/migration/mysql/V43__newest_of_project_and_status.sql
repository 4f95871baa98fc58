-- A project's jobs of one state, newest first: without it 20,000 jobs of a project are read to find that none failed.
create index generation_jobs_newest_of_project_status on generation_jobs (org_id, project_id, status, created_at, id);
