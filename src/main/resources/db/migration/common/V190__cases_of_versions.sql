-- Cases are part of a version: managers extend them, and they prove exactly these rows.
alter table rule_version add column cases varchar default '' not null;
