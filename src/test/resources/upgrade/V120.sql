-- One row or more in every table, as release 0.1.0 (migrations up to V120) left them.

insert into partner (code, name, type, website, about, value_to_them, value_to_us, demo) values
  ('moka', 'Moka', 'POS', 'https://moka.example', '30,000 merchants', 'A new revenue stream', 'Distribution', false);
insert into contact (partner, name, role, mail, language, do_not_contact, mutual) values
  ('moka', 'Rina Halim', 'Head of Partnerships', 'rina@moka.example', 'id', false, false),
  ('moka', 'Dewi Anggraini', 'Investor', 'dewi@kopi.example', 'en', true, true);
insert into partner_fact (partner, criterion, worth, source, found_on, note) values
  ('moka', 'merchants', '30000', 'Annual report', date '2026-01-05', null),
  ('moka', 'api', 'FULL', null, null, 'Heard at a fair');
insert into partnership (code, partner, model, stage, owner, started_on, stage_since, ended_on, outcome, open_mark) values
  ('moka-1', 'moka', 'WHITE_LABEL', 'OUTREACH', 'sari', date '2025-03-01', date '2025-04-01', date '2025-06-01', 'noInterest', null),
  ('moka-2', 'moka', 'WHITE_LABEL', 'OPTIMIZE', 'sari', date '2026-01-05', date '2026-05-10', null, null, 'moka/WHITE_LABEL');
insert into stage_visit (partnership, stage, entered_on, planned_end, left_on) values
  ('moka-2', 'IDENTIFY', date '2026-01-05', date '2026-02-05', date '2026-01-20'),
  ('moka-2', 'OUTREACH', date '2026-01-20', date '2026-03-05', date '2026-02-10'),
  ('moka-2', 'NEGOTIATION', date '2026-02-10', date '2026-05-05', date '2026-04-20'),
  ('moka-2', 'LAUNCH', date '2026-04-20', date '2026-06-05', date '2026-05-10'),
  ('moka-2', 'OPTIMIZE', date '2026-05-10', null, null);
insert into timeline (partnership, at, who, kind, text, why) values
  ('moka-2', timestamp with time zone '2026-01-05 03:00:00+00:00', 'sari', 'partnership', 'Partnership started: Moka, White-label', 'Named in the playbook');
insert into document (partnership, kind, name, type, sha256, size, content, stored_at, stored_by) values
  ('moka-2', 'PITCH_DECK', 'Moka pitch deck.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', repeat('a', 64), 8, :pdf, timestamp with time zone '2026-01-22 03:00:00+00:00', 'system'),
  ('moka-2', 'CONTRACT_DRAFT', 'Contract moka-2 version 1.pdf', 'application/pdf', repeat('b', 64), 8, :pdf, timestamp with time zone '2026-02-20 03:00:00+00:00', 'system'),
  ('moka-2', 'SIGNED_CONTRACT', 'signed.pdf', 'application/pdf', repeat('c', 64), 8, :pdf, timestamp with time zone '2026-04-19 03:00:00+00:00', 'sari');
insert into mail (recipient, subject, text, about, kind, document_id, status, tries, reason, put_at, next_try_at, sent_at) values
  ('rina@moka.example', 'An idea for Moka', 'Dear Rina', 'moka-2', 'cold-mail', 1, 'SENT', 1, null,
   timestamp with time zone '2026-01-23 03:00:00+00:00', null, timestamp with time zone '2026-01-23 03:01:00+00:00');

insert into rule_version (rule_set, number, valid_from, sha256, author, approved_by, reason) values
  ('identify/fit', 1, timestamp with time zone '2026-01-01 00:00:00+00:00', 'fe5e17c93bb1e53724f7f6cd95f8ac253e3b09669d53894db93fadc6ed5d3161', 'system', 'system', 'Shipped with the product');
insert into rule_version_table (version_id, name, csv) values (1, 'points', 'FIT-01,POS,,20000,,,,,,,,MERCHANTS,25,,Playbook: Moka has 30K F&B merchants,"Reaches 20,000 merchants or more: distribution at once"
FIT-02,POS,,5000,20000,,,,,,,MERCHANTS,15,,,"Reaches 5,000 to 20,000 merchants: worth the work of a partnership"
FIT-03,POS,,1000,5000,,,,,,,MERCHANTS,5,,,"Reaches 1,000 to 5,000 merchants: a start"
FIT-04,ACCOUNTING,,5000,,,,,,,,MERCHANTS,15,,,"Keeps the books of 5,000 businesses or more"
FIT-05,ACCOUNTING,,500,5000,,,,,,,MERCHANTS,8,,,"Keeps the books of 500 to 5,000 businesses"
FIT-06,CHANNEL,,100,,,,,,,,MERCHANTS,25,,Playbook: qualified leads from trusted advisors,Advises 100 clients or more who trust the recommendation
FIT-07,CHANNEL,,20,100,,,,,,,MERCHANTS,15,,,Advises 20 to 100 clients who trust the recommendation
FIT-08,,,,,60,,,,,,OVERLAP,15,,,"Most of their customers are in food and beverage, as ours are"
FIT-09,,,,,25,60,,,,,OVERLAP,8,,,A fair part of their customers is in food and beverage
FIT-10,,,,,,10,,,,,OVERLAP,-10,,,Hardly any of their customers are in food and beverage
FIT-11,POS,,,,,,FULL,,,,API,10,,,"Their API reads and writes, so connecting merchants is quick"
FIT-12,POS,,,,,,READ,,,,API,5,,,"Their API can be read, which is enough for analytics"
FIT-13,"POS, ACCOUNTING","INTEGRATION, WHITE_LABEL",,,,,NONE,,,,API,-15,,,Without an API there is nothing to connect to
FIT-14,ACCOUNTING,,,,,,FULL,,,,API,20,,Playbook: automatic P&L data,Their API reads and writes: profit and loss data flow by themselves
FIT-15,ACCOUNTING,,,,,,READ,,,,API,15,,Playbook: automatic P&L data,Their API can be read: profit and loss data flow by themselves
FIT-16,POS,,,,,,,true,,,ANALYTICS_GAP,,25,Playbook: enhanced analytics for their customers,"Their merchants lack advanced analytics, and we would fill the gap"
FIT-17,ACCOUNTING,,,,,,,true,,,ANALYTICS_GAP,,20,Playbook: F&B-specific features,"Their product lacks features for food and beverage, and we would bring them"
FIT-18,CHANNEL,,,,,,,true,,,ANALYTICS_GAP,,10,,"Their clients lack analytics, which makes the advice easier to follow"
FIT-19,POS,,,,,,,,true,,UPSELL,,20,Playbook: they upsell to customers,They can sell it to their merchants as an add-on: a new revenue stream for them
FIT-20,ACCOUNTING,,,,,,,,true,,UPSELL,,15,,They can offer it in a higher plan of their own
FIT-21,CHANNEL,,,,,,,,true,,UPSELL,,20,Playbook: commission of 10-20% of sales,"Their clients would buy, so they earn a commission"
FIT-22,,,,,,,,,,true,SPONSOR,5,5,,Somebody with a say there wants this partnership
FIT-23,,,,,,,,,,false,SPONSOR,-5,,,Nobody with a say there has asked for this partnership yet
');
insert into rule_version_table (version_id, name, csv) values (1, 'verdict', 'FIT-41,1,,,,POOR,,"A veto stands against it, whatever the points say"
FIT-42,,,40,30,STRONG,,Strong value in both directions
FIT-43,,,20,15,POSSIBLE,,"Some value in both directions, so a manager looks at it"
FIT-44,,1,,,POOR,,Too little value in at least one direction
');
insert into rule_version_table (version_id, name, csv) values (1, 'vetoes', 'FIT-31,true,,,Sells analytics that compete with ours
FIT-32,,true,,Is in legal or payment trouble
');
insert into rule_version (rule_set, number, valid_from, sha256, author, approved_by, reason) values
  ('identify/prioritisation', 1, timestamp with time zone '2026-01-01 00:00:00+00:00', '2b2e1c22dae2d5e2e3b55b43f3bf17b3e8bd601861fcd7d4c27c67010e6c7021', 'system', 'system', 'Shipped with the product');
insert into rule_version_table (version_id, name, csv) values (2, 'points', 'PRI-01,,,STRONG,,,,,,,,,,30,,Strong fit
PRI-02,,,POSSIBLE,,,,,,,,,,10,,"Possible fit, confirmed by a manager"
PRI-03,,,,50,,,,,,,,,15,,Brings us much
PRI-04,,,,30,50,,,,,,,,8,,Brings us something
PRI-05,,,,,,40,,,,,,,15,,"Brings them much, so they will push it"
PRI-06,,,,,,20,40,,,,,,8,,Brings them something
PRI-07,,,,,,,,,1,,,,10,Playbook: multiple partnerships against dependence,We have no active partnership of this type yet
PRI-08,,,,,,,,2,,,,,-10,Playbook: multiple partnerships against dependence,We have two or more active partnerships of this type
PRI-09,,,,,,,,,,true,,,10,Playbook: warm intro if possible,A mutual contact can introduce us
PRI-10,CHANNEL,REFERRAL,,,,,,,,,,,5,,A referral needs no integration and starts at once
PRI-11,,,,,,,,,,,60,,-5,,The research is older than two months
');
insert into rule_version_table (version_id, name, csv) values (2, 'verdict', 'PRI-21,91,0,RESEARCH_AGAIN,,"The research is older than 90 days, so it is done again before we choose"
PRI-22,,1,RANKED,,Ranked by the points above
');
insert into rule_version (rule_set, number, valid_from, sha256, author, approved_by, reason) values
  ('launch/readiness', 1, timestamp with time zone '2026-01-01 00:00:00+00:00', '591b3f1b29f6b965a5b3f0f1079f4c3ccb1c690a95a9ad2cb128994d85e88008', 'system', 'system', 'Shipped with the product');
insert into rule_version_table (version_id, name, csv) values (3, 'missing', 'RDY-01,,false,,,,,,,,The terms are not signed
RDY-02,,,false,,,,,,Playbook: co-marketing announcement,The announcement is not agreed with the partner
RDY-03,RESELLER,,,false,,,,,,"The reseller''s team is not trained"
RDY-04,WHITE_LABEL,,,,false,,,,Playbook: Moka Analytics powered by Clario,The brand is not approved by both sides
RDY-05,INTEGRATION,,,,,false,,,,The integration has not passed its test from end to end
RDY-06,REFERRAL,,,,,,false,,,The referral code is not issued
RDY-07,,,,,,,,false,Playbook: we provide technical support,Nobody is named whom customers and the partner can call for support
');
insert into rule_version_table (version_id, name, csv) values (3, 'verdict', 'RDY-11,,1,,NOT_READY,,Something is missing
RDY-12,"RESELLER, INTEGRATION, WHITE_LABEL, REFERRAL",,1,READY,,Everything this model needs is in place
');
insert into rule_version (rule_set, number, valid_from, sha256, author, approved_by, reason) values
  ('negotiation/pilot', 1, timestamp with time zone '2026-01-01 00:00:00+00:00', '59343b5819d294e7a193cf0301a821a9ce067f3e73821a53a5261e7662e0ebf0', 'system', 'system', 'Shipped with the product');
insert into rule_version_table (version_id, name, csv) values (4, 'judgement', 'PLT-01,,,,,3,,,FAILED,,Three serious incidents or more: not ready for more customers
PLT-02,0,,0,,,1,,PASSED,,Active use and satisfaction reached their targets without a serious incident
PLT-03,,-30,,,,,,FAILED,,Active use is more than 30 percentage points short of its target
PLT-04,,,,-1,,,,FAILED,,Satisfaction is more than 1 point short of its target
PLT-05,,,,,,,false,EXTEND,,Not there yet but near: one extension is worth it
PLT-06,,,,,,,true,FAILED,,Still short of its targets after the one extension
');
insert into rule_version (rule_set, number, valid_from, sha256, author, approved_by, reason) values
  ('negotiation/pilot-plan', 1, timestamp with time zone '2026-01-01 00:00:00+00:00', 'a2e4cb52fff3719ef1c5da82293b24723679d082f51d1e450b819ae39d89ef57', 'system', 'system', 'Shipped with the product');
insert into rule_version_table (version_id, name, csv) values (5, 'limits', 'PLN-01,10,,,,Playbook: 10-20 customers,"A pilot needs at least 10 customers; fewer prove nothing"
PLN-02,,21,,,Playbook: 10-20 customers,"A pilot has at most 20 customers; more is a launch"
PLN-03,,,14,,,"A pilot runs at least 14 days, so that habits show"
PLN-04,,,,91,,"A pilot runs at most 90 days, so that it ends"
');
insert into rule_version_table (version_id, name, csv) values (5, 'verdict', 'PLN-11,1,,REFUSED,,The plan breaks at least one limit
PLN-12,,1,ACCEPTED,,The plan keeps all limits
');
insert into rule_version (rule_set, number, valid_from, sha256, author, approved_by, reason) values
  ('negotiation/terms', 1, timestamp with time zone '2026-01-01 00:00:00+00:00', '2a328a51983f7cf331ddd4cad22244cc0fa28f2ce42915993e8f154ce9735b21', 'system', 'system', 'Shipped with the product');
insert into rule_version_table (version_id, name, csv) values (6, 'exceptions', 'TRM-01,WHITE_LABEL,50,,,,,,,,,,,A white-label partner who sells our product will not stay with less than 50%
TRM-02,WHITE_LABEL,,70,,,,,,,,,"Playbook: 70% Moka, 30% us",Above 70% for the partner a white label does not pay for our support
TRM-03,RESELLER,20,,,,,,,,,,,A reseller will not sell for less than 20%
TRM-04,RESELLER,,50,,,,,,,,,,Above 50% for a reseller most of the price is gone before we start
TRM-05,REFERRAL,10,,,,,,,,,,Playbook: commission of 10-20% of sales,A commission below 10% is less than we promise
TRM-06,REFERRAL,,20,,,,,,,,,Playbook: commission of 10-20% of sales,A commission above 20% is more than we promise
TRM-07,INTEGRATION,,20,,,,,,,,,,For an integration alone we give away no more than 20%
TRM-08,,,,true,,,,,,,,,The exclusivity contradicts terms we have signed with somebody else
TRM-09,,,,,12,,,,,,,,A duration under 12 months does not earn back the launch
TRM-10,,,,,,37,,,,,,,A duration above 36 months binds us longer than we can foresee
TRM-11,,,,,,,30,,,,,,Notice under 30 days leaves customers no time to move
TRM-12,,,,,,,,181,,,,,Notice above 180 days keeps us in a partnership that no longer works
TRM-13,,,,,,,,,4,,,,We cannot promise an answer in less than 4 hours around the clock
TRM-14,"RESELLER, INTEGRATION, WHITE_LABEL",,,,,,,,,false,,Playbook: pilot with 10-20 customers first,"There is no pilot clause, and we test with 10-20 customers first"
TRM-15,REFERRAL,,,,,,,,,false,false,,A referral on changed terms needs a pilot clause
');
insert into rule_version_table (version_id, name, csv) values (6, 'pilot-policy', 'TRM-31,REFERRAL,true,,1,false,,A referral on our unchanged standard terms needs no pilot: nothing is connected or branded
TRM-32,,,0,,true,Playbook: test with 10-20 customers first,A pilot with 10-20 customers comes before the signature
');
insert into rule_version_table (version_id, name, csv) values (6, 'verdict', 'TRM-21,,1,,EXCEPTION,,"At least one term lies outside the policy, so a manager must allow it"
TRM-22,"RESELLER, INTEGRATION, WHITE_LABEL, REFERRAL",,1,STANDARD,,All terms lie within the policy
');
insert into rule_version (rule_set, number, valid_from, sha256, author, approved_by, reason) values
  ('optimize/review', 1, timestamp with time zone '2026-01-01 00:00:00+00:00', '1b1f2afd15a8f316c4866e43c71253f9da1925cf23639e61a8ac00ccf1dafee7', 'system', 'system', 'Shipped with the product');
insert into rule_version_table (version_id, name, csv) values (7, 'review', 'REV-01,6,,,40,,,,,TERMINATE,,After six months the revenue is still below 40% of its target
REV-02,,,,80,,,,,ADJUST,HubSpot reviews partners below 80% of target,The revenue is below 80% of its target
REV-03,,,,,80,,,,ADJUST,,The referrals are below 80% of their target
REV-04,,,,,,,-15,,ADJUST,,"The partner''s customers leave much sooner than our own"
REV-05,,,,,,,,10,ADJUST,,Ten complaints or more are open
REV-06,,,120,,,0,,,EXPAND,,"The revenue is above 120% of its target and the partner''s customers stay as long as our own"
REV-07,,80,,,,,,,KEEP,,The revenue is at its target or near it
');
insert into rule_version (rule_set, number, valid_from, sha256, author, approved_by, reason) values
  ('outreach/approach', 1, timestamp with time zone '2026-01-01 00:00:00+00:00', '1387332ec2cdfedd201858b25e761edfc62c07ecfbd503496937a6e16d42a322', 'system', 'system', 'Shipped with the product');
insert into rule_version_table (version_id, name, csv) values (8, 'approach', 'APP-01,true,,,WARM,Playbook: warm intro via mutual contact if possible,"A mutual contact can introduce us, and an introduction opens more doors than a mail"
APP-02,,false,,NONE,,"There is no mutual contact and no mail address; find one first"
APP-03,,,false,NONE,,The contact has asked not to be mailed
APP-04,,true,true,COLD,Playbook: cold email if needed,"There is no mutual contact, but a contact we may mail"
');
insert into decision (rule_set, version, subject, decided_at, decided_by, verdict, facts, sums) values
  ('outreach/approach', 1, 'moka-2', timestamp with time zone '2026-01-21 03:00:00+00:00', 'sari', 'COLD',
   '{"mutualContact":false,"contactMayBeMailed":true,"contactHasMail":true}', '{}');
insert into decision_row (decision_id, place, row_id, table_name, reason, outputs) values
  (1, 1, 'APP-04', 'approach', 'There is no mutual contact, but a contact we may mail', '{"verdict":"COLD"}');
insert into research (partnership, done_on, done_by, merchants, overlap, api, analytics_gap, upsell, sponsor, competitor, troubled) values
  ('moka-2', date '2026-01-10', 'sari', 30000, 100, 'FULL', true, true, true, false, false);
insert into evidence (research, criterion, source, found_on, note) values (1, 'merchants', 'Annual report', date '2026-01-09', null);
insert into candidate (partnership, state, fit, value_to_us, value_to_them, decision, waiting_since, parked_until) values
  ('moka-2', 'SELECTED', 'STRONG', 60, 50, 1, timestamp with time zone '2026-01-11 03:00:00+00:00', null);
insert into round (opened_on, decided_on, decided_by, reason, open_mark) values (date '2026-01-19', date '2026-01-20', 'maya', 'The best', null);
insert into round_candidate (round, partnership, place, points, value_to_us, value_to_them, fit, waiting_since, decision, verdict, choice, parked_until) values
  (1, 'moka-2', 1, 70, 60, 50, 'STRONG', timestamp with time zone '2026-01-11 03:00:00+00:00', 1, 'RANKED', 'SELECTED', null);
insert into outreach (partnership, approach, decision, deck, introduced, contact, draft_text, mail_subject, mail_text, approved_by, sent, follow_ups, reply, meeting_on, met_on, outcome) values
  ('moka-2', 'COLD', 1, 1, null, 1, 'Dear Rina', 'An idea for Moka', 'Dear Rina', 'sari', true, 0, 'MEETING', date '2026-02-01', date '2026-02-01', 'INTERESTED');
insert into touch (partnership, at, who, text, note) values ('moka-2', timestamp with time zone '2026-02-01 03:00:00+00:00', 'sari', 'Met', 'They want to go on.');
insert into pilot (partnership, starts_on, length_days, target_active_percent, target_satisfaction, failure_criteria, planned_by, planned_at, extended_until, ended_early_on, sign_off, sign_off_reason, sign_off_by, sign_off_at) values
  ('moka-2', date '2026-03-01', 30, 60, 4.0, 'Fewer than five active', 'sari', timestamp with time zone '2026-02-25 03:00:00+00:00', null, null, 'SIGNED_OFF', 'It works', 'maya', timestamp with time zone '2026-04-10 03:00:00+00:00');
insert into pilot_customer (partnership, place, name) values ('moka-2', 1, 'Warung 1'), ('moka-2', 2, 'Warung 2');
insert into pilot_result (partnership, active_customers, satisfaction, serious_incidents, note, entered_by, entered_at, decision, verdict) values
  ('moka-2', 10, 4.5, 0, 'Content', 'sari', timestamp with time zone '2026-04-05 03:00:00+00:00', 1, 'PASSED');
insert into terms_version (partnership, number, status, product, collects, base, partner_share, price, currency, exclusive, support_contact, support_hours, duration_months, notice_days, pilot_clause, note, proposed_by, proposed_at, decision, pilot_required, contract, signatory_partner, signatory_us, signed_on, signed_copy, signature_by, valid_from, valid_to) values
  ('moka-2', 1, 'SIGNED', 'Moka Analytics powered by Clario', 'PARTNER', 'Net of VAT, discounts and refunds', 70, 200000, 'IDR', false, 'Clario support', 24, 24, 60, true, 'First proposal', 'sari', timestamp with time zone '2026-02-20 03:00:00+00:00', 1, true, 2, 'Managing director', 'Founder', date '2026-04-19', 3, 'sari', date '2026-04-19', date '2028-04-18');
insert into contract_review (partnership, number, decision, clauses, comment, reviewed_by, reviewed_at, contract, contract_sha256, newest_document) values
  ('moka-2', 1, 'APPROVE', 'PARTIES,SCOPE,MONEY,DATA,LIABILITY,EXIT,LAW', null, 'lina', timestamp with time zone '2026-02-22 03:00:00+00:00', 2, repeat('b', 64), 2);
insert into launch (partnership, prepared_at, announcement, announced_on, announced_where, brand_name, brand_approved, support_name, support_mail, readiness, go_live, live_on, go_live_note, decided_by, decided_at) values
  ('moka-2', timestamp with time zone '2026-04-20 03:00:00+00:00', 'Moka Analytics is here', date '2026-05-01', 'News page', 'Moka Analytics powered by Clario', true, 'Moka care', 'care@moka.example', 1, 'LIVE', date '2026-05-10', null, 'maya', timestamp with time zone '2026-05-10 03:00:00+00:00');
insert into review (partnership, number, referrals, target_referrals, partner_revenue, target_revenue, total_revenue, currency, retention_partner, retention_direct, open_complaints, note, entered_by, entered_at) values
  ('moka-2', 1, 42, 40, 20000000, 20000000, 120000000, 'IDR', 92, 90, 0, null, 'sari', timestamp with time zone '2026-06-10 03:00:00+00:00');
insert into review_judgement (review, decision, verdict, months_live) values (1, 1, 'KEEP', 1);
insert into review_verdict (review, verdict, reason, held_by, held_at) values (1, 'KEEP', null, 'maya', timestamp with time zone '2026-06-12 03:00:00+00:00');
insert into review_action (review, action, person, owner, due) values (1, 'Train their sales team', 'sari', 'Sari Wijaya', date '2026-07-01');
insert into review_action_done (action, review) values (1, 1);
