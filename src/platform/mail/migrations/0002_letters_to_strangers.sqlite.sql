-- A letter can go to an address that no account has: to whoever asks to join. Its address is gone
-- when the letter is.
CREATE TABLE letters_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER REFERENCES persons (id),
    to_address TEXT NOT NULL,
    to_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    list_unsubscribe TEXT NOT NULL,
    message_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    secret_until INTEGER,
    sent_at INTEGER,
    refused TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO letters_anew SELECT * FROM letters;
DROP TABLE letters;
ALTER TABLE letters_anew RENAME TO letters;
CREATE INDEX letters_by_person ON letters (person_id);
CREATE INDEX letters_by_age ON letters (created_at);
CREATE INDEX letters_secret ON letters (secret_until) WHERE secret_until IS NOT NULL;
