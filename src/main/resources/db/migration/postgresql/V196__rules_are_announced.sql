-- Every node hears of a new version in the moment it is committed.
create function announce_rules() returns trigger language plpgsql as $$
begin
  perform pg_notify('playbook_rules', new.rule_set);
  return null;
end
$$;

create trigger rule_version_is_announced after insert on rule_version
  for each row execute function announce_rules();
