create table api_key (
    -- the part of the key that may be seen; the secret is kept as its SHA-256 alone
    id           varchar(20) primary key,
    partnership  varchar(50) not null references partnership (code),
    scope        varchar(20) not null,
    fingerprint  char(64) not null,
    issued_by    varchar(64) not null,
    issued_at    timestamp with time zone not null,
    expires_at   timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_by   varchar(64),
    revoked_at   timestamp with time zone,
    revoked_why  varchar(500),
    -- 1 or 2 while live, null afterwards: two keys of one scope may live side by side, never three
    live_place   integer check (live_place in (1, 2)),
    unique (partnership, scope, live_place)
);

create table referral_code (
    code        varchar(20) primary key,
    partnership varchar(50) not null references partnership (code),
    text        varchar(1000) not null,
    issued_by   varchar(64) not null,
    issued_at   timestamp with time zone not null,
    revoked_by  varchar(64),
    revoked_at  timestamp with time zone,
    revoked_why varchar(500),
    -- the partnership while live, null afterwards: one live code each; a code is never given twice
    live_mark   varchar(50) unique
);

create index referral_code_of_partnership on referral_code (partnership);
