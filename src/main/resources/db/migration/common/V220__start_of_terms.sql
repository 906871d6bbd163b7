-- how a version begins: on a day where it renews terms, else with its signature; and which signed version it replaces
alter table terms_version add column starts_on date;
alter table terms_version add column replaces integer;
