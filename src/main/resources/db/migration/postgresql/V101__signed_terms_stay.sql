create function refuse_change_of_signed_terms() returns trigger language plpgsql as $$
begin
  raise exception 'Version % of the terms of % is signed and never changes', old.number, old.partnership;
end
$$;

create trigger signed_terms_stay before update or delete on terms_version
  for each row when (old.status = 'SIGNED') execute function refuse_change_of_signed_terms();

create function refuse_change_of_review() returns trigger language plpgsql as $$
begin
  raise exception 'A contract review is never changed or deleted; add a new one';
end
$$;

create trigger contract_review_stays before update or delete on contract_review
  for each row execute function refuse_change_of_review();
