create function refuse_change_of_started_pilot() returns trigger language plpgsql as $$
begin
  raise exception 'The pilot of % has started, and its plan never changes', old.partnership;
end
$$;

create trigger started_pilot_stays before update on pilot
  for each row when (old.started_on is not null and (
    (old.starts_on, old.length_days, old.target_active_percent, old.target_satisfaction, old.failure_criteria,
     old.scope, old.who_pays, old.planned_by, old.started_on)
    is distinct from
    (new.starts_on, new.length_days, new.target_active_percent, new.target_satisfaction, new.failure_criteria,
     new.scope, new.who_pays, new.planned_by, new.started_on)))
  execute function refuse_change_of_started_pilot();

create function refuse_change_of_pilot_customers() returns trigger language plpgsql as $$
begin
  if exists (select 1 from playbook.pilot
             where partnership = coalesce(old.partnership, new.partnership) and started_on is not null) then
    raise exception 'The pilot of % has started, and its customers never change',
      coalesce(old.partnership, new.partnership);
  end if;
  return coalesce(new, old);
end
$$;

create trigger pilot_customers_stay before insert or update or delete on pilot_customer
  for each row execute function refuse_change_of_pilot_customers();

create function refuse_change_of_letter_review() returns trigger language plpgsql as $$
begin
  raise exception 'What legal said about the pilot letter of % never changes', old.partnership;
end
$$;

create trigger letter_review_stays before update on pilot_letter
  for each row when (old.answer is not null and (
    (old.answer, old.reviewed_by, old.reviewed_at, old.document, old.document_sha256, old.newest_document)
    is distinct from
    (new.answer, new.reviewed_by, new.reviewed_at, new.document, new.document_sha256, new.newest_document)))
  execute function refuse_change_of_letter_review();
