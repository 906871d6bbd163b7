-- A version whose day had not come when a manager called it off: it stays as it is and never comes into force.
create table rule_call_off (
  rule_set      varchar(80)              not null,
  number        integer                  not null,
  called_off_by varchar(255)             not null,
  called_off_at timestamp with time zone not null,
  why           varchar(2000)            not null,
  primary key (rule_set, number),
  constraint rule_call_off_version foreign key (rule_set, number) references rule_version (rule_set, number)
);
