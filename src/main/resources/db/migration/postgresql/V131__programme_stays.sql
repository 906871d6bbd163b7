create trigger programme_version_stays before update or delete on programme_version
  for each row execute function refuse_change();
create trigger programme_year_stays before update or delete on programme_year
  for each row execute function refuse_change();
