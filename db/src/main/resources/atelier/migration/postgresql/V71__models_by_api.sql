-- A model that was written by API is no longer the shipped file's to overwrite at the next start.
alter table provider_models add column written_by varchar(16) not null default 'file';
alter table provider_models add constraint provider_models_written check (written_by in ('file', 'api'));
comment on column provider_models.written_by is '来源：file/api';
