-- A review is about a month and a model: what the model does not count is empty, and empty is not zero.
alter table review add column model varchar(20);
alter table review add column figures_month date;
alter table review add column covers_from date;
alter table review add column so_far boolean default false not null;
alter table review add column connected integer;
alter table review add column target_connected integer;
alter table review add column leads integer;
alter table review add column target_leads integer;
-- unique for a month that is over: the database itself refuses to review it twice
alter table review add column month_mark varchar(60);
alter table review add constraint review_month_once unique (month_mark);

-- Reviews from before say nothing of their month: they count as a look at the month they were held in.
update review set figures_month = cast(date_trunc('month', entered_at) as date), so_far = true;
update review set covers_from = figures_month;
alter table review alter column figures_month set not null;
alter table review alter column covers_from set not null;

alter table review alter column referrals drop not null;
alter table review alter column target_referrals drop not null;
alter table review alter column partner_revenue drop not null;
alter table review alter column target_revenue drop not null;
alter table review alter column total_revenue drop not null;
alter table review alter column retention_partner drop not null;
alter table review alter column retention_direct drop not null;
