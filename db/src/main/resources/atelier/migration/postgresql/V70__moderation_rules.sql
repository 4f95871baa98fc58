-- What prompts are judged by before a job joins a line; written by whoever runs the house.
create table moderation_rules (
    id uuid not null primary key,
    org_id uuid,
    rule_set varchar(60) not null,
    name varchar(60) not null,
    kind varchar(16) not null,
    match_any jsonb not null,
    decision varchar(8) not null,
    severity varchar(16) not null default 'medium',
    tag varchar(60),
    status varchar(16) not null default 'active',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint moderation_rules_name unique (rule_set, name),
    constraint moderation_rules_kind check (kind in ('keyword', 'regex', 'language')),
    constraint moderation_rules_decision check (decision in ('allow', 'flag', 'block')),
    constraint moderation_rules_severity check (severity in ('low', 'medium', 'high')),
    constraint moderation_rules_status check (status in ('active', 'inactive'))
);
comment on table moderation_rules is '内容审核规则';
comment on column moderation_rules.id is '主键';
comment on column moderation_rules.org_id is '组织ID，空为所有组织';
comment on column moderation_rules.rule_set is '规则集';
comment on column moderation_rules.name is '规则名称';
comment on column moderation_rules.kind is '类型：keyword/regex/language';
comment on column moderation_rules.match_any is '匹配内容，任一即可';
comment on column moderation_rules.decision is '决定：allow/flag/block';
comment on column moderation_rules.severity is '严重程度：low/medium/high';
comment on column moderation_rules.tag is '安全标签';
comment on column moderation_rules.status is '状态：active/inactive';
comment on column moderation_rules.created_at is '创建时间';
comment on column moderation_rules.updated_at is '更新时间';
