alter table pilot add column scope varchar(500) default '' not null;
alter table pilot add column who_pays varchar(20) default 'FREE' not null check (who_pays in ('FREE', 'PRICE'));
alter table pilot add column started_on date;
-- those before the letter was asked for began on their planned day
update pilot set started_on = starts_on;

create table pilot_letter (
    partnership       varchar(50) not null references pilot (partnership),
    number            integer not null,
    document          bigint not null references document (id),
    document_sha256   char(64) not null,
    planned_by        varchar(64) not null,
    drafted_at        timestamp with time zone not null,
    answer            varchar(20) check (answer in ('APPROVE', 'CHANGES', 'REJECT')),
    comment           varchar(2000),
    reviewed_by       varchar(64),
    reviewed_at       timestamp with time zone,
    -- the newest file of the partnership at that moment: a signed copy must be newer
    newest_document   bigint,
    signatory_partner varchar(120),
    signatory_us      varchar(120),
    signed_on         date,
    signed_copy       bigint references document (id),
    signature_by      varchar(64),
    signature_note    varchar(1000),
    primary key (partnership, number),
    constraint pilot_letter_reviewed_in_full check (answer is null or (
        reviewed_by is not null and reviewed_at is not null and newest_document is not null)),
    constraint pilot_letter_signed_in_full check (signed_copy is null or (
        answer = 'APPROVE' and signatory_partner is not null and signatory_us is not null
        and signed_on is not null and signature_by is not null))
);
