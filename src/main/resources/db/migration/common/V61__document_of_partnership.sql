-- whoever stores a document for a case that is not there is told so, also by the database
alter table document add constraint document_of_partnership foreign key (partnership) references partnership (code);
