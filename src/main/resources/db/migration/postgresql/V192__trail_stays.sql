create trigger rule_act_stays before update or delete on rule_act
  for each row execute function refuse_change();
