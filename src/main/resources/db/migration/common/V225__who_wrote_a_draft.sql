-- What led a draft to its cells, save by save, each with the fingerprint of the cells: where they become again what they
-- were, what was saved in between is gone, and whoever saved it wrote nothing of the draft. The first line is what the
-- draft began with; a version in force was written by nobody here.
create table rule_draft_save (
  rule_set varchar(80) not null references rule_draft,
  revision bigint      not null,
  person   varchar(255),
  sha256   varchar(64) not null,
  primary key (rule_set, revision)
);

-- Of drafts that are open today nobody knows who wrote which cells: who wrote stays who wrote.
insert into rule_draft_save (rule_set, revision, person, sha256)
  select rule_set, 0 - row_number() over (partition by rule_set order by person), person, '' from rule_draft_editor;

drop table rule_draft_editor;
