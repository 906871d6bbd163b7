-- what is settled about the programme; a change is a new version, old ones stay
create table programme_version (
    number    integer primary key,
    at        timestamp with time zone not null,
    who       varchar(120) not null,
    why       varchar(1000) not null,
    status    varchar(20) not null check (status in ('PLANNED', 'RUNNING', 'PAUSED', 'STOPPED')),
    priority  varchar(120) not null,
    starts_on date,
    gate_by   varchar(120),
    gate_on   date,
    gate_note varchar(1000)
);

create table programme_year (
    version             integer not null references programme_version (number),
    number              integer not null,
    owner               varchar(120),
    partnerships_from   integer,
    partnerships_to     integer,
    revenue_share       numeric(4, 1),
    referrals_per_month integer,
    primary key (version, number)
);

insert into programme_version (number, at, who, why, status, priority)
values (1, current_timestamp, 'The system', 'As the playbook says', 'PLANNED', 'High, after product-market fit');
insert into programme_year (version, number, owner) values (1, 1, 'Founder');
insert into programme_year (version, number, owner, partnerships_from, partnerships_to, revenue_share)
values (1, 2, 'Partnerships lead', 2, 3, 20);

-- on what ground a partnership may leave stage 1
create table start_permit (
    partnership       varchar(50) primary key references partnership (code),
    programme_version integer not null references programme_version (number),
    -- why it starts before product-market fit is confirmed; null where it was
    reason            varchar(1000),
    who               varchar(120) not null,
    at                timestamp with time zone not null
);

-- who was picked before there was a gate has passed it
insert into start_permit (partnership, programme_version, reason, who, at)
select distinct partnership, 1, 'Picked before the programme was kept here', 'The system', current_timestamp
from round_candidate where choice = 'SELECTED';
