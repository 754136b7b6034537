-- Who was on a roll that was brought here and has no account yet: a row for each network.
CREATE TABLE invitations (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    network_id INTEGER NOT NULL REFERENCES networks (id),
    category INTEGER NOT NULL CHECK (category BETWEEN 1 AND 6),
    organisation_id INTEGER REFERENCES organisations (id),
    title TEXT NOT NULL CHECK (length(title) <= 400),
    began INTEGER,
    brought_at INTEGER NOT NULL,
    sent_at INTEGER,
    token_digest BLOB,  -- one for all rows of an address
    CHECK ((sent_at IS NULL) = (token_digest IS NULL)),
    UNIQUE (email_folded, network_id)
) STRICT;
CREATE INDEX invitations_unsent ON invitations (id) WHERE sent_at IS NULL;
CREATE INDEX invitations_by_token ON invitations (token_digest);
CREATE INDEX invitations_by_organisation ON invitations (organisation_id);
CREATE INDEX invitations_by_network ON invitations (network_id);

-- Who asked not to be written to again: nothing but the digest of the address.
CREATE TABLE invitations_declined (
    email_digest BLOB PRIMARY KEY,
    declined_at INTEGER NOT NULL
) STRICT;
