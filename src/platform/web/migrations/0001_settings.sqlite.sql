CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE form_receipts (
    form TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    location TEXT NOT NULL
) STRICT;
CREATE INDEX form_receipts_by_age ON form_receipts (at);
