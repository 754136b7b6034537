-- What of a topic is taken outside: its text with nothing in it that tells who spoke, who took it,
-- who was the second person, and from which version of which post each passage came. 1 a draft,
-- 2 handed on, 3 published, 4 given up. Who was erased is NULL.
CREATE TABLE extracts (
    id INTEGER PRIMARY KEY,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    audience_id INTEGER NOT NULL REFERENCES audiences (id),
    taker_id INTEGER REFERENCES persons (id),
    second_id INTEGER REFERENCES persons (id),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 280),
    state INTEGER NOT NULL DEFAULT 1 CHECK (state BETWEEN 1 AND 4),
    said_from INTEGER NOT NULL,  -- days since 1970-01-01, the first of a month
    said_to INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    handed_on_at INTEGER,
    published_at INTEGER,
    returned TEXT NOT NULL DEFAULT '' CHECK (length(returned) <= 1200),  -- why, by a second person
    CHECK ((state = 3) = (published_at IS NOT NULL)),
    CHECK (state NOT IN (2, 3) OR handed_on_at IS NOT NULL),
    CHECK (taker_id <> second_id)
) STRICT;
CREATE INDEX extracts_by_audience ON extracts (audience_id, state, id);
CREATE INDEX extracts_by_taker ON extracts (taker_id, id);
CREATE INDEX extracts_by_second ON extracts (second_id) WHERE second_id IS NOT NULL;
CREATE INDEX extracts_by_topic ON extracts (topic_id);

CREATE TABLE extract_passages (
    id INTEGER PRIMARY KEY,
    extract_id INTEGER NOT NULL REFERENCES extracts (id),
    post_id INTEGER NOT NULL REFERENCES posts (id),
    post_number INTEGER NOT NULL,
    post_version INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 64000),
    UNIQUE (extract_id, post_id)
) STRICT;

-- What was found in the text and stays all the same, with the reason why it tells of nobody.
CREATE TABLE extract_keeps (
    id INTEGER PRIMARY KEY,
    extract_id INTEGER NOT NULL REFERENCES extracts (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL,  -- the finding's
    why TEXT NOT NULL CHECK (length(why) BETWEEN 1 AND 800),
    UNIQUE (extract_id, kind, text, reason)
) STRICT;

-- The authors who are asked, with a digest of the words that each agreed to.
CREATE TABLE extract_consents (
    extract_id INTEGER NOT NULL REFERENCES extracts (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    is_yes INTEGER CHECK (is_yes IN (0, 1)),
    agreed TEXT NOT NULL DEFAULT '',
    asked_at INTEGER NOT NULL,
    answered_at INTEGER,
    PRIMARY KEY (extract_id, person_id),
    CHECK ((is_yes IS NULL) = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX extract_consents_by_person ON extract_consents (person_id, extract_id);

-- Who took what was published, in which form, and when.
CREATE TABLE extract_copies (
    id INTEGER PRIMARY KEY,
    extract_id INTEGER NOT NULL REFERENCES extracts (id),
    person_id INTEGER REFERENCES persons (id),
    form INTEGER NOT NULL CHECK (form BETWEEN 1 AND 3),
    taken_at INTEGER NOT NULL
) STRICT;
CREATE INDEX extract_copies_by_extract ON extract_copies (extract_id, id);
CREATE INDEX extract_copies_by_person ON extract_copies (person_id);
