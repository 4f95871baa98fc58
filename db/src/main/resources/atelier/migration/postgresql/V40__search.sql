-- What a prompt is found by: its words, and of Chinese and the like each character and each pair, made by the
-- application. An organisation's words stand together in the index.
create extension if not exists btree_gin;
alter table prompts add column search_terms text;
create index prompts_search on prompts using gin (org_id, array_to_tsvector(string_to_array(search_terms, ' ')));
create index generation_jobs_prompt on generation_jobs (prompt_id);
