-- Since when somebody holds an office and on whose word, and the offices that ended. What is held
-- now, the roles say; one that was given at the set-up has no row here.
CREATE TABLE appointments (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    role TEXT NOT NULL,
    audience_id INTEGER REFERENCES audiences (id),  -- the network's; none: of the community
    appointed_at INTEGER,
    appointed_by INTEGER REFERENCES persons (id),
    ended_at INTEGER,
    ended_by INTEGER REFERENCES persons (id),
    why_ended TEXT NOT NULL DEFAULT '' CHECK (length(why_ended) <= 800)
) STRICT;
CREATE UNIQUE INDEX appointments_once ON appointments (person_id, role, coalesce(audience_id, 0))
 WHERE ended_at IS NULL;
CREATE INDEX appointments_by_person ON appointments (person_id, id);
CREATE INDEX appointments_appointed ON appointments (appointed_by) WHERE appointed_by IS NOT NULL;
CREATE INDEX appointments_ended ON appointments (ended_by) WHERE ended_by IS NOT NULL;
