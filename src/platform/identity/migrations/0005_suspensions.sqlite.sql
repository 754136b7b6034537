-- Whom an audience is closed to until a moment. They go on belonging to it: who counts and who is
-- on a roll stays as it was. The night removes what is over.
CREATE TABLE suspensions (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    audience_id INTEGER NOT NULL REFERENCES audiences (id),
    until_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, audience_id)
) STRICT, WITHOUT ROWID;
