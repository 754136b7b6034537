-- One row a body, as it is now; kind 1 comes from the published trust file, the others are added by
-- hand. Days are days since 1970-01-01.
CREATE TABLE organisations (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,  -- of the Organisation Data Service; ours begin with a hyphen
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 400),
    nation TEXT NOT NULL CHECK (nation IN ('', 'england', 'wales', 'scotland', 'northern-ireland')),
    region TEXT NOT NULL,
    board TEXT NOT NULL,
    address TEXT NOT NULL,
    town TEXT NOT NULL,
    postcode TEXT NOT NULL,
    opened INTEGER,  -- unknown: always
    closed INTEGER,  -- the last day
    is_listed INTEGER NOT NULL CHECK (is_listed IN (0, 1)),  -- in the last trust file
    successor_id INTEGER REFERENCES organisations (id),
    succeeded INTEGER,
    CHECK ((successor_id IS NULL) = (succeeded IS NULL)),
    CHECK (successor_id <> id)
) STRICT;
CREATE INDEX organisations_by_region ON organisations (region, board);
CREATE INDEX organisations_by_successor ON organisations (successor_id);

-- What changes and matters for the past: the row of the latest `since` holds on a day; before the
-- first, the first.
CREATE TABLE organisation_states (
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    since INTEGER NOT NULL,
    name TEXT NOT NULL,
    nation TEXT NOT NULL,
    region TEXT NOT NULL,
    board TEXT NOT NULL,
    is_listed INTEGER NOT NULL CHECK (is_listed IN (0, 1)),
    PRIMARY KEY (organisation_id, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation_imports (
    id INTEGER PRIMARY KEY,
    as_of INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,
    person_id INTEGER REFERENCES persons (id),  -- nobody: by the command line
    total INTEGER NOT NULL,      -- organisations in the file
    unchanged INTEGER NOT NULL
) STRICT;
CREATE INDEX organisation_imports_by_person ON organisation_imports (person_id);

-- What an import found, as it was told at the time; kind 8 is a line that was refused.
CREATE TABLE organisation_import_lines (
    import_id INTEGER NOT NULL REFERENCES organisation_imports (id),
    place INTEGER NOT NULL,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 8),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    line INTEGER NOT NULL,   -- of the file; 0: what is missing stands on none
    words TEXT NOT NULL,     -- what it was before, or why it was refused
    PRIMARY KEY (import_id, place)
) STRICT, WITHOUT ROWID;

-- Moves on with every change of an organisation: what is kept in memory is kept by it.
CREATE TABLE organisation_directory (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL
) STRICT;
