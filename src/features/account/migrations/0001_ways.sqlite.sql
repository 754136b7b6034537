-- Ways to show who one is, beside the mailed link and the password.
CREATE TABLE passkeys (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    credential_id BLOB NOT NULL UNIQUE,
    algorithm INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    sign_count INTEGER NOT NULL,
    is_synced INTEGER NOT NULL CHECK (is_synced IN (0, 1)),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    created_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX passkeys_by_person ON passkeys (person_id);

-- An app that shows codes. The secret is sealed under the key of the data folder.
CREATE TABLE authenticators (
    person_id INTEGER PRIMARY KEY REFERENCES persons (id),
    sealed_secret TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    confirmed_at INTEGER,            -- until then it opens nothing
    last_step INTEGER NOT NULL DEFAULT 0  -- of the last code used: each counts once
) STRICT;

CREATE TABLE recovery_codes (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    code_digest BLOB NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (person_id, code_digest)
) STRICT, WITHOUT ROWID;

-- New recovery codes, sealed, until their owner says that they are written down.
CREATE TABLE recovery_sheets (
    person_id INTEGER PRIMARY KEY REFERENCES persons (id),
    sealed_codes TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

-- Wrong codes since the last right one.
CREATE TABLE code_failures (
    person_id INTEGER PRIMARY KEY REFERENCES persons (id),
    count INTEGER NOT NULL,
    not_before INTEGER NOT NULL
) STRICT;

CREATE TABLE provider_accounts (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    provider TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    shown TEXT NOT NULL,             -- what its owner knows it by: an address, a name
    created_at INTEGER NOT NULL,
    used_at INTEGER,
    UNIQUE (issuer, subject)
) STRICT;
CREATE INDEX provider_accounts_by_person ON provider_accounts (person_id);

-- Challenges and states that were answered: none is answered twice.
CREATE TABLE spent_challenges (
    digest BLOB PRIMARY KEY,
    expires_at INTEGER NOT NULL
) STRICT;
