CREATE TABLE backups (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    trouble TEXT NOT NULL
) STRICT;
CREATE INDEX backups_by_time ON backups (at);
