-- Each look of another person at what shows a claim, at its moment; of a document, at which one.
-- They go with what they are of. What was noted by the day is kept as of the beginning of that day.
CREATE TABLE views_of_evidence (
    id INTEGER PRIMARY KEY,
    application_id INTEGER REFERENCES applications (id) ON DELETE CASCADE,
    position_id INTEGER REFERENCES positions (id) ON DELETE CASCADE,
    document_id INTEGER,  -- of the application; outlives the document
    person_id INTEGER NOT NULL REFERENCES persons (id),
    seen_at INTEGER NOT NULL,
    CHECK ((application_id IS NULL) <> (position_id IS NULL))
) STRICT;

INSERT INTO views_of_evidence (application_id, person_id, seen_at)
SELECT application_id, person_id, day * 86400000000
  FROM evidence_views;
DROP TABLE evidence_views;

CREATE INDEX views_of_evidence_by_application ON views_of_evidence (application_id, seen_at);
CREATE INDEX views_of_evidence_by_position ON views_of_evidence (position_id, seen_at);
CREATE INDEX views_of_evidence_by_person ON views_of_evidence (person_id, seen_at);
CREATE INDEX views_of_evidence_by_moment ON views_of_evidence (seen_at);
