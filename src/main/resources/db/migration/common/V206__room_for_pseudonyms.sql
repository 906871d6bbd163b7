-- a pseudonym may be longer than the name it stands for, and what is evidence must lose nothing at its end
alter table pilot alter column failure_criteria set data type varchar(2000);
alter table pilot alter column scope set data type varchar(1000);
alter table pilot_customer alter column name set data type varchar(400);
alter table pilot_letter alter column comment set data type varchar(4000);
alter table contract_review alter column comment set data type varchar(4000);
alter table terms_version alter column note set data type varchar(2000);
alter table terms_version alter column exception_reason set data type varchar(2000);
alter table terms_version alter column returned_why set data type varchar(2000);
alter table terms_version alter column signature_note set data type varchar(2000);
