create table node (
    -- the name under which a server locks jobs; a new one at each start
    name    varchar(255) primary key,
    seen_at timestamp with time zone not null
);
