-- What arrives in the records from the project side, and the rule of whose account a record must name: from the granted
-- slot on there is one (1, 2, 4); a job may fail or be canceled before it had any.
alter table jimeng_image_generation_records add column storyboard_name varchar(200) comment '分镜名称';
alter table jimeng_image_generation_records add column shot_order int comment '分镜顺序';
alter table jimeng_image_generation_records add column chosen_asset_id varchar(64) comment '选用的资产ID';
alter table jimeng_image_generation_records add constraint jimeng_image_records_account
    check (generation_status not in (1, 2, 4) or jimeng_accounts_id is not null);
alter table jimeng_video_generation_records add column storyboard_name varchar(200) comment '分镜名称';
alter table jimeng_video_generation_records add column shot_order int comment '分镜顺序';
alter table jimeng_video_generation_records add column chosen_asset_id varchar(64) comment '选用的资产ID';
alter table jimeng_video_generation_records add constraint jimeng_video_records_account
    check (generation_status not in (1, 2, 4) or jimeng_accounts_id is not null);
