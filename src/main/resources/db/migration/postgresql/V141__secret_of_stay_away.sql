insert into stay_away_key (secret) values (gen_random_uuid()::text || gen_random_uuid()::text);
