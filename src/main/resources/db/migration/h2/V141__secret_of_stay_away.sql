insert into stay_away_key (secret) values (cast(random_uuid() as varchar) || cast(random_uuid() as varchar));
