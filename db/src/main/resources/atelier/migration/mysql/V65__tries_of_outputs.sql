-- A worker that dies of a model has counted its try before.
alter table conversions add column tries int not null default 0 comment '已开始次数';
