-- what makes an adviser worth having; for others nobody asks
alter table research add column leads integer default 0 not null;
alter table research add column trusted boolean default false not null;
