-- Whether a text is as before but for the pseudonym of a contact where the name, a part of it or the address stood.
-- It is asked while the contact is being erased, so the name is still known; a name means the person at their own
-- partner alone, an address everywhere.
create function only_hides_a_contact(earlier text, later text, of_partnership text) returns boolean
language sql stable as $$
  select earlier is not distinct from later or exists (
    select from (
      select 'Contact ' || c.id as pseudonym, '(?<![[:alnum:]])(' || (
          select string_agg(regexp_replace(regexp_replace(
            word, '([^[:alnum:][:space:]])', '\\\1', 'g'), '\s+', '\\s+', 'g'), '|')
          from (
            select 'Contact ' || c.id as word
            union all select c.mail where c.mail <> ''
            union all select c.name where own.partner
            union all select part from regexp_split_to_table(c.name, '[\s,]+') part
                      where own.partner and length(part) >= 3) words
        ) || ')(?![[:alnum:]])' as words
      from playbook.contact c
      cross join lateral (
        select c.partner = (select partner from playbook.partnership where code = of_partnership) as partner) own
      where c.erased_on is null) person
    where regexp_replace(earlier, words, pseudonym, 'gi') = regexp_replace(later, words, pseudonym, 'gi')
      and length(later) - length(replace(later, pseudonym, ''))
        > length(earlier) - length(replace(earlier, pseudonym, '')))
$$;

create trigger started_pilot_stays before update on pilot
  for each row when (old.started_on is not null and (
    (old.starts_on, old.length_days, old.target_active_percent, old.target_satisfaction,
     old.who_pays, old.planned_by, old.started_on)
    is distinct from
    (new.starts_on, new.length_days, new.target_active_percent, new.target_satisfaction,
     new.who_pays, new.planned_by, new.started_on)
    or not only_hides_a_contact(old.failure_criteria, new.failure_criteria, old.partnership)
    or not only_hides_a_contact(old.scope, new.scope, old.partnership)))
  execute function refuse_change_of_started_pilot();

create or replace function refuse_change_of_pilot_customers() returns trigger language plpgsql as $$
begin
  if exists (select 1 from playbook.pilot
             where partnership = coalesce(old.partnership, new.partnership) and started_on is not null) then
    if tg_op = 'UPDATE' then
      if (new.partnership, new.place) = (old.partnership, old.place)
          and playbook.only_hides_a_contact(old.name, new.name, old.partnership) then
        return new;
      end if;
    end if;
    raise exception 'The pilot of % has started, and its customers never change',
      coalesce(old.partnership, new.partnership);
  end if;
  return coalesce(new, old);
end
$$;

-- what legal said in words was left out before
create trigger letter_review_stays before update on pilot_letter
  for each row when (old.answer is not null and (
    (old.answer, old.reviewed_by, old.reviewed_at, old.document, old.document_sha256, old.newest_document)
    is distinct from
    (new.answer, new.reviewed_by, new.reviewed_at, new.document, new.document_sha256, new.newest_document)
    or not only_hides_a_contact(old.comment, new.comment, old.partnership)))
  execute function refuse_change_of_letter_review();

create or replace function refuse_change_of_review() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'comment' = to_jsonb(old) - 'comment'
        and playbook.only_hides_a_contact(old.comment, new.comment, old.partnership) then
      return new;
    end if;
  end if;
  raise exception 'A contract review is never changed or deleted; add a new one';
end
$$;

-- our remarks on signed terms are no part of what was signed
create or replace function refuse_change_of_signed_terms() returns trigger language plpgsql as $$
declare
  remarks constant text[] := array['note', 'exception_reason', 'returned_why', 'signature_note'];
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - remarks = to_jsonb(old) - remarks
        and playbook.only_hides_a_contact(old.note, new.note, old.partnership)
        and playbook.only_hides_a_contact(old.exception_reason, new.exception_reason, old.partnership)
        and playbook.only_hides_a_contact(old.returned_why, new.returned_why, old.partnership)
        and playbook.only_hides_a_contact(old.signature_note, new.signature_note, old.partnership) then
      return new;
    end if;
  end if;
  raise exception 'Version % of the terms of % is signed and never changes', old.number, old.partnership;
end
$$;
