-- Logs are kept by month. What was written so far, and the rest of this month, is the first part; three months are made
-- ahead, further ones by housekeeping; what fits none goes to the last part. Events and requests are parted by id, which
-- is their time (UUIDv7); audit rows by created_at, which never goes back within a chain.
set @month1 = date_add(last_day(utc_date()), interval 1 day);
set @month2 = date_add(@month1, interval 1 month);
set @month3 = date_add(@month1, interval 2 month);
set @month4 = date_add(@month1, interval 3 month);
set @hex1 = lower(lpad(hex(timestampdiff(second, '1970-01-01', @month1) * 1000), 12, '0'));
set @id1 = concat(left(@hex1, 8), '-', right(@hex1, 4), '-0000-0000-000000000000');
set @hex2 = lower(lpad(hex(timestampdiff(second, '1970-01-01', @month2) * 1000), 12, '0'));
set @id2 = concat(left(@hex2, 8), '-', right(@hex2, 4), '-0000-0000-000000000000');
set @hex3 = lower(lpad(hex(timestampdiff(second, '1970-01-01', @month3) * 1000), 12, '0'));
set @id3 = concat(left(@hex3, 8), '-', right(@hex3, 4), '-0000-0000-000000000000');
set @hex4 = lower(lpad(hex(timestampdiff(second, '1970-01-01', @month4) * 1000), 12, '0'));
set @id4 = concat(left(@hex4, 8), '-', right(@hex4, 4), '-0000-0000-000000000000');

set @parting = concat('alter table job_events partition by range columns (id) (partition p_before values less than (''', @id1, '''),',
    ' partition p_', date_format(@month1, '%Y_%m'), ' values less than (''', @id2, '''),',
    ' partition p_', date_format(@month2, '%Y_%m'), ' values less than (''', @id3, '''),',
    ' partition p_', date_format(@month3, '%Y_%m'), ' values less than (''', @id4, '''),',
    ' partition p_later values less than (maxvalue))');
prepare parting from @parting;
execute parting;
deallocate prepare parting;

set @parting = concat('alter table provider_requests partition by range columns (id) (partition p_before values less than (''', @id1, '''),',
    ' partition p_', date_format(@month1, '%Y_%m'), ' values less than (''', @id2, '''),',
    ' partition p_', date_format(@month2, '%Y_%m'), ' values less than (''', @id3, '''),',
    ' partition p_', date_format(@month3, '%Y_%m'), ' values less than (''', @id4, '''),',
    ' partition p_later values less than (maxvalue))');
prepare parting from @parting;
execute parting;
deallocate prepare parting;

alter table audit_logs drop primary key, add primary key (id, created_at);
set @parting = concat('alter table audit_logs partition by range columns (created_at) (partition p_before values less than (''', @month1, '''),',
    ' partition p_', date_format(@month1, '%Y_%m'), ' values less than (''', @month2, '''),',
    ' partition p_', date_format(@month2, '%Y_%m'), ' values less than (''', @month3, '''),',
    ' partition p_', date_format(@month3, '%Y_%m'), ' values less than (''', @month4, '''),',
    ' partition p_later values less than (maxvalue))');
prepare parting from @parting;
execute parting;
deallocate prepare parting;
