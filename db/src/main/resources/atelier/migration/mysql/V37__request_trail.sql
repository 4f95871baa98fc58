-- What one request to the API led to is looked up by its id.
create index generation_jobs_request on generation_jobs (request_id);
create index provider_requests_of_request on provider_requests (request_id);
