-- Somebody who speaks unattributed in one topic. No row says who: whoever has the phrase is the
-- voice, and two officers together can open the sealed name. The author of all its posts is one row
-- of persons that stands for all voices.
CREATE TABLE voices (
    id INTEGER PRIMARY KEY,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    verifier BLOB NOT NULL CHECK (length(verifier) = 32),  -- what the phrase is checked against
    sealed_name_id INTEGER NOT NULL UNIQUE REFERENCES sealed_names (id),
    silenced_at INTEGER,
    silenced_reason TEXT NOT NULL DEFAULT '',
    is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1)),  -- its phrase was let go
    UNIQUE (topic_id, name),
    UNIQUE (topic_id, verifier),
    CHECK ((silenced_at IS NULL) OR (length(silenced_reason) > 0))
) STRICT;
ALTER TABLE posts ADD COLUMN voice_id INTEGER REFERENCES voices (id);
CREATE INDEX posts_by_voice ON posts (voice_id, number) WHERE voice_id IS NOT NULL;

-- What each voice concerned says to a wish to loosen.
CREATE TABLE voice_answers (
    loosening_id INTEGER NOT NULL REFERENCES loosenings (id),
    voice_id INTEGER NOT NULL REFERENCES voices (id),
    is_yes INTEGER CHECK (is_yes IN (0, 1)),
    PRIMARY KEY (loosening_id, voice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_answers_by_voice ON voice_answers (voice_id, loosening_id);
