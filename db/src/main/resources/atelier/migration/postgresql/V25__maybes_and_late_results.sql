-- What a project lets happen without a person: what a maybe may cost, and what becomes of results nobody waits for.
alter table projects add column maybe_usd numeric(12,6) not null default 0;
alter table projects add column maybe_spent_usd numeric(12,6) not null default 0;
alter table projects add column late_results varchar(8) not null default 'keep';
alter table projects add constraint projects_late_results check (late_results in ('keep', 'discard'));
alter table projects add constraint projects_maybe check (maybe_usd >= 0 and maybe_spent_usd >= 0);

-- maybe_usd: what the project allowed for sending this job again beside it. kept: what became of its result.
alter table submissions add column maybe_usd numeric(12,6);
alter table submissions add column kept varchar(12);
alter table submissions add column late_due_at timestamptz;
alter table submissions add constraint submissions_kept check (kept in ('job', 'late', 'discarded', 'lost'));
create index submissions_late on submissions (late_due_at) where late_due_at is not null;
