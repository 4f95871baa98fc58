-- What a prompt is found by: its words, and of Chinese and the like each character and each pair, made by the
-- application, which is why the index needs no ngram parser (MariaDB has none).
alter table prompts add column search_terms mediumtext;
create fulltext index prompts_search on prompts (search_terms);
create index generation_jobs_prompt on generation_jobs (prompt_id);
