-- What arrives in the records from the project side, and the rule of whose account a record must name: from the granted
-- slot on there is one (1, 2, 4); a job may fail or be canceled before it had any.
alter table jimeng_image_generation_records add column storyboard_name varchar(200);
alter table jimeng_image_generation_records add column shot_order int;
alter table jimeng_image_generation_records add column chosen_asset_id varchar(64);
alter table jimeng_image_generation_records add constraint jimeng_image_records_account
    check (generation_status not in (1, 2, 4) or jimeng_accounts_id is not null);
comment on column jimeng_image_generation_records.storyboard_name is '分镜名称';
comment on column jimeng_image_generation_records.shot_order is '分镜顺序';
comment on column jimeng_image_generation_records.chosen_asset_id is '选用的资产ID';
alter table jimeng_video_generation_records add column storyboard_name varchar(200);
alter table jimeng_video_generation_records add column shot_order int;
alter table jimeng_video_generation_records add column chosen_asset_id varchar(64);
alter table jimeng_video_generation_records add constraint jimeng_video_records_account
    check (generation_status not in (1, 2, 4) or jimeng_accounts_id is not null);
comment on column jimeng_video_generation_records.storyboard_name is '分镜名称';
comment on column jimeng_video_generation_records.shot_order is '分镜顺序';
comment on column jimeng_video_generation_records.chosen_asset_id is '选用的资产ID';
