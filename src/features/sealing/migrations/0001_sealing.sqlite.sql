-- The public halves of officers' keys, and of one that a keeper outside the officers has on paper.
-- The other halves are on paper alone. A key is never removed: what was sealed to it names it.
CREATE TABLE sealing_keys (
    id INTEGER PRIMARY KEY,
    holder_id INTEGER REFERENCES persons (id),  -- none: the deposit's, or somebody who was erased
    is_deposit INTEGER NOT NULL CHECK (is_deposit IN (0, 1)),
    public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
    made_at INTEGER NOT NULL,
    retired_at INTEGER,
    retired_why TEXT NOT NULL DEFAULT '' CHECK (length(retired_why) <= 1200),
    CHECK (is_deposit = 0 OR holder_id IS NULL),
    CHECK (is_deposit = 1 OR holder_id IS NOT NULL OR retired_at IS NOT NULL)
) STRICT;
-- Nobody has two at once.
CREATE UNIQUE INDEX sealing_keys_present ON sealing_keys (coalesce(holder_id, 0))
 WHERE retired_at IS NULL;
CREATE INDEX sealing_keys_by_holder ON sealing_keys (holder_id) WHERE holder_id IS NOT NULL;

-- What is to become of sealed names when keys are lost: decided before that. The last holds.
CREATE TABLE recoveries (
    id INTEGER PRIMARY KEY,
    way INTEGER NOT NULL CHECK (way IN (1, 2)),  -- 1 nothing, 2 a deposit
    keeper TEXT NOT NULL CHECK (length(keeper) <= 1200),
    decided_at INTEGER NOT NULL,
    decided_by INTEGER REFERENCES persons (id),
    CHECK ((way = 2) = (length(keeper) > 0))
) STRICT;
CREATE INDEX recoveries_by_person ON recoveries (decided_by) WHERE decided_by IS NOT NULL;

-- A name that two officers can open together. No row says whose; neither when it was sealed.
CREATE TABLE sealed_names (
    id INTEGER PRIMARY KEY,
    binding BLOB NOT NULL CHECK (length(binding) = 32),  -- to what it was sealed for
    label TEXT NOT NULL CHECK (length(label) <= 400),
    path TEXT NOT NULL CHECK (length(path) <= 400)
) STRICT;
-- For each two keys the halves of what names the person: one alone is noise.
CREATE TABLE sealed_parts (
    name_id INTEGER NOT NULL REFERENCES sealed_names (id),
    first_key INTEGER NOT NULL REFERENCES sealing_keys (id),
    second_key INTEGER NOT NULL REFERENCES sealing_keys (id),
    first_part BLOB NOT NULL,
    second_part BLOB NOT NULL,
    PRIMARY KEY (name_id, first_key, second_key),
    CHECK (first_key < second_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE openings (
    id INTEGER PRIMARY KEY,
    name_id INTEGER NOT NULL REFERENCES sealed_names (id),
    ground INTEGER NOT NULL CHECK (ground BETWEEN 1 AND 4),
    words TEXT NOT NULL CHECK (length(words) <= 4000),
    state INTEGER NOT NULL DEFAULT 1 CHECK (state BETWEEN 1 AND 5),
    asked_at INTEGER NOT NULL,
    asked_by INTEGER REFERENCES persons (id),
    asked_key INTEGER NOT NULL REFERENCES sealing_keys (id),
    ended_at INTEGER,
    ended_by INTEGER REFERENCES persons (id),  -- who opened or declined it
    ended_key INTEGER REFERENCES sealing_keys (id),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1200),
    found_id INTEGER REFERENCES persons (id),  -- from here on the database knows
    is_own INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)),
    CHECK (asked_by <> ended_by),
    CHECK (asked_key <> ended_key),
    CHECK ((state = 1) = (ended_at IS NULL)),
    CHECK (found_id IS NULL OR state = 2)
) STRICT;
CREATE UNIQUE INDEX openings_at_once ON openings (name_id) WHERE state = 1;
CREATE INDEX openings_by_name ON openings (name_id, id);
CREATE INDEX openings_by_asker ON openings (asked_by) WHERE asked_by IS NOT NULL;
CREATE INDEX openings_by_ender ON openings (ended_by) WHERE ended_by IS NOT NULL;
CREATE INDEX openings_by_found ON openings (found_id) WHERE found_id IS NOT NULL;
-- What the first officer opened, sealed again to each of the others until the second has acted.
CREATE TABLE opening_parts (
    opening_id INTEGER NOT NULL REFERENCES openings (id),
    key_id INTEGER NOT NULL REFERENCES sealing_keys (id),
    part BLOB NOT NULL,
    PRIMARY KEY (opening_id, key_id)
) STRICT, WITHOUT ROWID;

-- For everybody, and for good: numbers alone.
CREATE TABLE opening_tallies (
    year INTEGER NOT NULL,
    ground INTEGER NOT NULL CHECK (ground BETWEEN 1 AND 4),
    asked INTEGER NOT NULL DEFAULT 0,
    opened INTEGER NOT NULL DEFAULT 0,
    declined INTEGER NOT NULL DEFAULT 0,
    lapsed INTEGER NOT NULL DEFAULT 0,
    own INTEGER NOT NULL DEFAULT 0,  -- of the opened: the name of one of the two officers
    PRIMARY KEY (year, ground)
) STRICT, WITHOUT ROWID;
