CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE form_receipts (
    form TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    location TEXT NOT NULL
);
CREATE INDEX form_receipts_by_age ON form_receipts (at);
