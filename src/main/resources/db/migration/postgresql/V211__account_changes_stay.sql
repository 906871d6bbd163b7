create trigger account_change_stays before update or delete on account_change
  for each row execute function refuse_change();
