alter table terms_version disable trigger signed_terms_stay;
alter table terms_version add column model varchar(20);
update terms_version set model = (select p.model from partnership p where p.code = terms_version.partnership);
alter table terms_version alter column model set not null;
alter table terms_version enable trigger signed_terms_stay;
