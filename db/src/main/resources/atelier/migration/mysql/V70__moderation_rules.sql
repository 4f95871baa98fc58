-- What prompts are judged by before a job joins a line; written by whoever runs the house.
create table moderation_rules (
    id char(36) character set ascii collate ascii_bin not null primary key comment '主键',
    org_id char(36) character set ascii collate ascii_bin comment '组织ID，空为所有组织',
    rule_set varchar(60) not null comment '规则集',
    name varchar(60) not null comment '规则名称',
    kind varchar(16) not null comment '类型：keyword/regex/language',
    match_any json not null comment '匹配内容，任一即可',
    decision varchar(8) not null comment '决定：allow/flag/block',
    severity varchar(16) not null default 'medium' comment '严重程度：low/medium/high',
    tag varchar(60) comment '安全标签',
    status varchar(16) not null default 'active' comment '状态：active/inactive',
    created_at datetime(6) not null default (utc_timestamp(6)) comment '创建时间',
    updated_at datetime(6) not null default (utc_timestamp(6)) comment '更新时间',
    constraint moderation_rules_name unique (rule_set, name),
    constraint moderation_rules_kind check (kind in ('keyword', 'regex', 'language')),
    constraint moderation_rules_decision check (decision in ('allow', 'flag', 'block')),
    constraint moderation_rules_severity check (severity in ('low', 'medium', 'high')),
    constraint moderation_rules_status check (status in ('active', 'inactive'))
) default character set utf8mb4 collate utf8mb4_bin comment = '内容审核规则';
