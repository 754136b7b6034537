CREATE TABLE audiences (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    members INTEGER NOT NULL DEFAULT 0  -- rows of audience_members: every page shows it
) STRICT;

CREATE TABLE persons (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    handle TEXT NOT NULL UNIQUE,
    role_line TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    password_hash TEXT,
    theme TEXT NOT NULL DEFAULT '' CHECK (theme IN ('', 'light', 'dark')),
    joined_at INTEGER NOT NULL
) STRICT;

CREATE TABLE audience_members (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    audience_id INTEGER NOT NULL REFERENCES audiences (id),
    PRIMARY KEY (person_id, audience_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audience_members_by_audience ON audience_members (audience_id, person_id);

CREATE TABLE roles_held (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    role TEXT NOT NULL,
    audience_id INTEGER REFERENCES audiences (id)
) STRICT;
CREATE UNIQUE INDEX roles_held_once ON roles_held (person_id, role, coalesce(audience_id, 0));

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    token_digest BLOB NOT NULL UNIQUE,
    secret TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    device TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE sign_in_links (
    token_digest BLOB PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX sign_in_links_by_person ON sign_in_links (person_id);
