CREATE TABLE networks (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    glyph TEXT NOT NULL,
    audience_id INTEGER NOT NULL UNIQUE REFERENCES audiences (id)
) STRICT;

CREATE TABLE areas (
    id INTEGER PRIMARY KEY,
    network_id INTEGER NOT NULL REFERENCES networks (id),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    UNIQUE (network_id, slug)
) STRICT;
