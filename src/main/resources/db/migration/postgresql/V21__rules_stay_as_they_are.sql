create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A row of % is never changed or deleted; add a new one', tg_table_name;
end
$$;

create trigger rule_version_stays before update or delete on rule_version
  for each row execute function refuse_change();
create trigger rule_version_table_stays before update or delete on rule_version_table
  for each row execute function refuse_change();
create trigger decision_stays before update or delete on decision
  for each row execute function refuse_change();
create trigger decision_row_stays before update or delete on decision_row
  for each row execute function refuse_change();
