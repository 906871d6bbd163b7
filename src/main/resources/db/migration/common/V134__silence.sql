alter table outreach add column opt_out_link varchar(300);
alter table outreach add column most_follow_ups integer default 2 not null;
alter table outreach add column days_between integer default 5 not null;
-- the day a case without an answer ends by itself; null where only a person ends it
alter table outreach add column silence_ends_on date;
