-- Logs are kept by month. What was written so far, and the rest of this month, is the first part; three months are made
-- ahead, further ones by housekeeping; what fits none goes to the last part. Events and requests are parted by id, which
-- is their time (UUIDv7); audit rows by created_at, which never goes back within a chain.
create function atelier_part_log(log text, key text, again text) returns void language plpgsql as $$
declare
    start timestamp := date_trunc('month', now() at time zone 'UTC') + interval '1 month';
    made text[] := '{}';
    columns text;
    said text := obj_description(log::regclass);
    until text;
    follows text;
    step record;
begin
    if key = 'id' then
        until := atelier_first_id(start);
    else
        until := (start at time zone 'UTC')::text;
    end if;
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) into columns
      from information_schema.columns
     where table_schema = current_schema() and table_name = log and is_generated = 'NEVER';
    for step in select indexname, indexdef from pg_indexes where schemaname = current_schema() and tablename = log loop
        if step.indexname <> log || '_pkey' then
            made := made || step.indexdef;
        end if;
        execute format('alter index %I rename to %I', step.indexname, step.indexname || '_before');
    end loop;
    execute format('alter table %I rename to %I', log, log || '_before');
    if again <> 'id' then
        execute format('alter table %I drop constraint %I, add primary key (%s)', log || '_before',
            log || '_pkey_before', again);
    end if;
    execute format('create table %I (like %I including defaults including generated including comments'
        ' including constraints) partition by range (%I)', log, log || '_before', key);
    execute format('alter table %I add constraint %I primary key (%s)', log, log || '_pkey', again);
    execute format('comment on table %I is %L', log, said);
    foreach follows in array made loop
        execute follows;
    end loop;
    execute format('create table %I partition of %I default', log || '_later', log);
    execute format('with late as (delete from %1$I where %2$I >= %3$L returning %4$s)'
        ' insert into %5$I (%4$s) select %4$s from late', log || '_before', key, until, columns, log || '_later');
    execute format('alter table %I attach partition %I for values from (minvalue) to (%L)', log, log || '_before', until);
    for month in 0..2 loop
        follows := case when key = 'id' then atelier_first_id(start + make_interval(months => month + 1))
            else ((start + make_interval(months => month + 1)) at time zone 'UTC')::text end;
        execute format('create table %I (like %I including all)',
            log || to_char(start + make_interval(months => month), '_YYYY_MM'), log);
        begin
            execute format('alter table %I attach partition %I for values from (%L) to (%L)', log,
                log || to_char(start + make_interval(months => month), '_YYYY_MM'), until, follows);
        exception when check_violation then
            -- The last part has rows of that month, written by a clock that was ahead: they stay there.
            execute format('drop table %I', log || to_char(start + make_interval(months => month), '_YYYY_MM'));
        end;
        until := follows;
    end loop;
end $$;

create function atelier_first_id(start timestamp) returns text language sql as $$
    select substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-0000-0000-000000000000'
      from (select lpad(to_hex((extract(epoch from start) * 1000)::bigint), 12, '0') as hex) as milliseconds
$$;

select atelier_part_log('job_events', 'id', 'id');
select atelier_part_log('provider_requests', 'id', 'id');
select atelier_part_log('audit_logs', 'created_at', 'id, created_at');

drop function atelier_part_log(text, text, text);
drop function atelier_first_id(timestamp);
