create table launch (
    partnership     varchar(50) primary key references partnership (code),
    prepared_at     timestamp with time zone not null,
    announcement    varchar(4000),
    announced_on    date,
    announced_where varchar(200),
    brand_name      varchar(120),
    brand_approved  boolean,
    support_name    varchar(120),
    support_mail    varchar(120),
    -- the rules' decision on exactly what stands above: null again with every change
    readiness       bigint,
    go_live         varchar(10) check (go_live in ('LIVE', 'STOPPED')),
    live_on         date,
    go_live_note    varchar(1000),
    decided_by      varchar(64),
    decided_at      timestamp with time zone,
    check (go_live is null or go_live = 'STOPPED' or live_on is not null)
);
