create trigger activity_stays before update or delete on activity
  for each row execute function refuse_change();
