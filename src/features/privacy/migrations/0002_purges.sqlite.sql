-- What the nightly purge removed: counts, and nothing of what it was.
CREATE TABLE purge_runs (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX purge_runs_by_time ON purge_runs (at);
CREATE TABLE purge_counts (
    run_id INTEGER NOT NULL REFERENCES purge_runs (id),
    name TEXT NOT NULL,  -- of the retention
    removed INTEGER NOT NULL CHECK (removed >= 0),
    PRIMARY KEY (run_id, name)
) STRICT, WITHOUT ROWID;
