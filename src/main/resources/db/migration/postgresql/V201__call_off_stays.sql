create trigger rule_call_off_stays before update or delete on rule_call_off
  for each row execute function refuse_change();
