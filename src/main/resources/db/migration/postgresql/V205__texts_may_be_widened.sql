-- a column its trigger looks at cannot be widened; V207 brings the trigger back
drop trigger started_pilot_stays on pilot;
drop trigger letter_review_stays on pilot_letter;
