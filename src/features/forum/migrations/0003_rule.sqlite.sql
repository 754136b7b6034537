-- Which rule holds: of a topic for what is said next, of a post for what it says. 0 on the record,
-- 1 the Chatham House Rule, 2 closed: the higher, the stricter.
ALTER TABLE topics ADD COLUMN state INTEGER NOT NULL DEFAULT 1 CHECK (state IN (0, 1, 2));
ALTER TABLE posts ADD COLUMN state INTEGER NOT NULL DEFAULT 1 CHECK (state IN (0, 1, 2));
-- Whether its author may be named with it outside; they alone say so.
ALTER TABLE posts ADD COLUMN is_named INTEGER NOT NULL DEFAULT 0 CHECK (is_named IN (0, 1));

UPDATE topics
   SET state = coalesce((SELECT r.state FROM area_rules r WHERE r.area_id = topics.area_id), 1);
UPDATE posts
   SET state = (SELECT t.state FROM topics t WHERE t.id = posts.topic_id);

-- A wish to loosen the state of some posts, and what each author concerned says to it.
CREATE TABLE loosenings (
    id INTEGER PRIMARY KEY,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    from_number INTEGER NOT NULL,
    to_number INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state IN (0, 1)),
    asker_id INTEGER NOT NULL REFERENCES persons (id),
    words TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    outcome INTEGER NOT NULL DEFAULT 0 CHECK (outcome IN (0, 1, 2, 3)),
    ended_at INTEGER,
    CHECK (from_number >= 1 AND to_number >= from_number),
    CHECK ((outcome = 0) = (ended_at IS NULL))
) STRICT;
CREATE INDEX loosenings_by_topic ON loosenings (topic_id, outcome);
CREATE INDEX loosenings_by_asker ON loosenings (asker_id);
CREATE TABLE loosening_answers (
    loosening_id INTEGER NOT NULL REFERENCES loosenings (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    is_yes INTEGER CHECK (is_yes IN (0, 1)),
    answered_at INTEGER,
    PRIMARY KEY (loosening_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX loosening_answers_by_person ON loosening_answers (person_id, loosening_id);
