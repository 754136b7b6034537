-- Who stands in the directory, with where they work as the roll has it; follows the roll's facts.
CREATE TABLE listings (
    person_id INTEGER PRIMARY KEY REFERENCES persons (id),
    organisation TEXT NOT NULL DEFAULT '',  -- as published
    region TEXT NOT NULL DEFAULT ''         -- a code of NHS England's
) STRICT;
CREATE INDEX listings_by_region ON listings (region, person_id);
-- The directory walks persons in the order of their names, and stops when a page is full.
CREATE INDEX persons_by_name ON persons (name, id);

INSERT INTO listings (person_id)
SELECT DISTINCT person_id FROM memberships WHERE ended IS NULL AND category <> 8;

-- What people say of themselves, and who sees which part: 1 nobody else, 2 the members of their
-- networks, 3 all members. Without a row all stands as a new row has it.
CREATE TABLE profiles (
    person_id INTEGER PRIMARY KEY REFERENCES persons (id),
    about TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 2400),
    mentors INTEGER NOT NULL DEFAULT 0 CHECK (mentors IN (0, 1)),
    receives INTEGER NOT NULL DEFAULT 0 CHECK (receives IN (0, 1)),
    see_name INTEGER NOT NULL DEFAULT 3 CHECK (see_name IN (1, 2, 3)),
    see_work INTEGER NOT NULL DEFAULT 3 CHECK (see_work IN (1, 2, 3)),
    see_networks INTEGER NOT NULL DEFAULT 3 CHECK (see_networks IN (1, 2, 3)),
    see_about INTEGER NOT NULL DEFAULT 3 CHECK (see_about IN (1, 2, 3)),
    see_interests INTEGER NOT NULL DEFAULT 3 CHECK (see_interests IN (1, 2, 3)),
    see_systems INTEGER NOT NULL DEFAULT 3 CHECK (see_systems IN (1, 2, 3))
) STRICT;

-- 1 what interests them or what they have done, 2 the systems they use.
CREATE TABLE profile_tags (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
    folded TEXT NOT NULL,
    tag TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 120),
    PRIMARY KEY (person_id, kind, folded)
) STRICT, WITHOUT ROWID;

-- One row: moves on when a name, a place of work or a tag changes.
CREATE TABLE people_version (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE introductions (
    id INTEGER PRIMARY KEY,
    asker_id INTEGER NOT NULL REFERENCES persons (id),
    asked_id INTEGER NOT NULL REFERENCES persons (id),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 1200),
    asked_at INTEGER NOT NULL,
    answered_at INTEGER,
    is_yes INTEGER NOT NULL DEFAULT 0 CHECK (is_yes IN (0, 1)),
    CHECK (asker_id <> asked_id)
) STRICT;
CREATE UNIQUE INDEX introductions_once ON introductions (asker_id, asked_id)
    WHERE answered_at IS NULL;
CREATE INDEX introductions_by_asker ON introductions (asker_id, asked_at);
CREATE INDEX introductions_by_asked ON introductions (asked_id, asked_at);
