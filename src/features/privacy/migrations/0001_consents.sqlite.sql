-- The texts that people consented to, word for word, as they stood when the first person did.
CREATE TABLE consent_texts (
    text_key TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    since INTEGER NOT NULL,  -- the day
    PRIMARY KEY (text_key, version)
) STRICT, WITHOUT ROWID;

-- Rows are added, and withdrawn once; never changed otherwise and never deleted.
CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    text_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    given_at INTEGER NOT NULL,
    withdrawn_at INTEGER,
    how TEXT NOT NULL CHECK (length(how) BETWEEN 1 AND 200),
    FOREIGN KEY (text_key, version) REFERENCES consent_texts (text_key, version),
    CHECK (withdrawn_at IS NULL OR withdrawn_at >= given_at)
) STRICT;
CREATE UNIQUE INDEX consents_once ON consents (person_id, text_key, version)
    WHERE withdrawn_at IS NULL;
CREATE INDEX consents_by_person ON consents (person_id, id);
CREATE INDEX consents_by_text ON consents (text_key, version);
