-- An author's own wording waits here until all have agreed: what all see changes in one step.
ALTER TABLE extract_passages ADD COLUMN own_text TEXT NOT NULL DEFAULT ''
    CHECK (length(own_text) <= 64000);

-- Each time that somebody handed an extract on: those who are asked need a rest.
CREATE TABLE extract_hand_ons (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX extract_hand_ons_by_person ON extract_hand_ons (person_id, at);
