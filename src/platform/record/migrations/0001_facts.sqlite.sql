CREATE TABLE facts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    transaction_number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor_id INTEGER,
    kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    details TEXT NOT NULL
) STRICT;
CREATE INDEX facts_in_order ON facts (transaction_number, id);
CREATE INDEX facts_by_subject ON facts (subject_id, id);

CREATE TABLE listeners (
    name TEXT PRIMARY KEY,
    transaction_number INTEGER NOT NULL,
    fact_id INTEGER NOT NULL
) STRICT;
