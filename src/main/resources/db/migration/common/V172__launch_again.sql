-- A partnership launches again when it grows into another model; every launch stays.
alter table launch rename to launch_before;

create table launch (
    partnership        varchar(50) not null references partnership (code),
    number             integer not null,
    model              varchar(20) not null,
    -- the signed version of the terms it rests on; null while none is signed
    terms              integer,
    prepared_at        timestamp with time zone not null,
    announcement       varchar(4000),
    announced_on       date,
    announced_where    varchar(200),
    brand_name         varchar(120),
    brand_approved     boolean,
    trainees           varchar(2000),
    trained_on         date,
    training_material  varchar(500),
    trainer            varchar(120),
    -- the test activity that was traced from end to end, and the key it came with
    connected_activity varchar(64),
    connected_key      varchar(20) references api_key (id),
    connected_at       timestamp with time zone,
    support_name       varchar(120),
    support_mail       varchar(120),
    -- the rules' decision on exactly what stands above: null again with every change
    readiness          bigint,
    go_live            varchar(10) check (go_live in ('LIVE', 'STOPPED')),
    live_on            date,
    go_live_note       varchar(1000),
    decided_by         varchar(64),
    decided_at         timestamp with time zone,
    primary key (partnership, number),
    foreign key (partnership, terms) references terms_version (partnership, number),
    foreign key (partnership, connected_activity) references activity (partnership, id),
    check (go_live is null or go_live = 'STOPPED' or live_on is not null)
);

insert into launch (partnership, number, model, terms, prepared_at, announcement, announced_on, announced_where,
                    brand_name, brand_approved, support_name, support_mail, readiness, go_live, live_on, go_live_note,
                    decided_by, decided_at)
select b.partnership, 1, p.model,
       (select max(t.number) from terms_version t where t.partnership = b.partnership and t.status = 'SIGNED'),
       b.prepared_at, b.announcement, b.announced_on, b.announced_where, b.brand_name, b.brand_approved,
       b.support_name, b.support_mail, b.readiness, b.go_live, b.live_on, b.go_live_note, b.decided_by, b.decided_at
from launch_before b join partnership p on p.code = b.partnership;

drop table launch_before;
