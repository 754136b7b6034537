-- Reports of breaches of the Rule. Who was erased is NULL; what was said of the case stays until
-- two years after it was closed.
CREATE TABLE breach_cases (
    id INTEGER PRIMARY KEY,
    audience_id INTEGER NOT NULL REFERENCES audiences (id),  -- the network's whose post it is
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    post_id INTEGER REFERENCES posts (id),                   -- none: the whole topic
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
    state INTEGER NOT NULL DEFAULT 1 CHECK (state BETWEEN 1 AND 4),
    reporter_id INTEGER REFERENCES persons (id),
    names_reporter INTEGER NOT NULL CHECK (names_reporter IN (0, 1)),
    reported_id INTEGER REFERENCES persons (id),             -- none: nobody knows yet
    words TEXT NOT NULL CHECK (length(words) <= 4000),
    came_out TEXT NOT NULL CHECK (length(came_out) <= 600),
    reported_at INTEGER NOT NULL,
    question TEXT NOT NULL DEFAULT '' CHECK (length(question) <= 1200),
    asked_at INTEGER,
    word TEXT NOT NULL DEFAULT '' CHECK (length(word) <= 4000),
    answered_at INTEGER,
    outcome INTEGER CHECK (outcome BETWEEN 1 AND 6),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1200),
    until_day INTEGER,
    decided_at INTEGER,
    decided_by INTEGER REFERENCES persons (id),
    appeal TEXT NOT NULL DEFAULT '' CHECK (length(appeal) <= 4000),
    appealed_at INTEGER,
    appeal_outcome INTEGER CHECK (appeal_outcome BETWEEN 1 AND 6),
    appeal_reason TEXT NOT NULL DEFAULT '' CHECK (length(appeal_reason) <= 1200),
    appeal_until_day INTEGER,
    settled_at INTEGER,
    settled_by INTEGER REFERENCES persons (id),
    CHECK (reporter_id <> reported_id),
    CHECK ((state = 1) = (outcome IS NULL)),
    CHECK ((outcome IS NULL) = (decided_at IS NULL)),
    CHECK ((state >= 3) = (appealed_at IS NOT NULL)),
    CHECK ((state = 4) = (appeal_outcome IS NOT NULL)),
    CHECK ((appeal_outcome IS NULL) = (settled_at IS NULL)),
    CHECK ((outcome IS NOT NULL AND outcome = 5) = (until_day IS NOT NULL)),
    CHECK ((appeal_outcome IS NOT NULL AND appeal_outcome = 5) = (appeal_until_day IS NOT NULL))
) STRICT;
CREATE INDEX breach_cases_by_audience ON breach_cases (audience_id, state);
CREATE INDEX breach_cases_by_reporter ON breach_cases (reporter_id) WHERE reporter_id IS NOT NULL;
CREATE INDEX breach_cases_by_reported ON breach_cases (reported_id) WHERE reported_id IS NOT NULL;
CREATE INDEX breach_cases_decided ON breach_cases (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX breach_cases_settled ON breach_cases (settled_by) WHERE settled_by IS NOT NULL;

-- What those who handle a case write for one another.
CREATE TABLE breach_notes (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES breach_cases (id),
    author_id INTEGER REFERENCES persons (id),
    text TEXT NOT NULL CHECK (length(text) <= 4000),
    written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX breach_notes_by_case ON breach_notes (case_id, id);
CREATE INDEX breach_notes_by_author ON breach_notes (author_id) WHERE author_id IS NOT NULL;

-- How many cases ended how, in the year they were first decided: numbers alone, which stay.
CREATE TABLE breach_tallies (
    year INTEGER NOT NULL,
    outcome INTEGER NOT NULL CHECK (outcome BETWEEN 1 AND 6),
    cases INTEGER NOT NULL CHECK (cases >= 0),
    PRIMARY KEY (year, outcome)
) STRICT, WITHOUT ROWID;
