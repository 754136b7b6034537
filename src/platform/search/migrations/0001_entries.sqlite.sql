-- The id is a place in time (see store.cpp), so that newest first is the order of the keys.
CREATE TABLE search_entries (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    part INTEGER NOT NULL,
    audience_id INTEGER NOT NULL REFERENCES audiences (id),
    at INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (kind, part)
) STRICT;
CREATE INDEX search_entries_by_subject ON search_entries (kind, subject);
-- Whole for asking of whom an entry is: its own row fills half a page.
CREATE INDEX search_entries_places ON search_entries (id, audience_id);

-- Derived from the entries: left out of backups, made again by reindex. Folded words, each after a
-- space; `place` is "#" and the audience.
CREATE TABLE search_text_rows (
    id INTEGER PRIMARY KEY,
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
-- The words come folded (base::fold), so the plainest tokenizer takes them as they are. Without the
-- prefix indexes, an unfinished word would read the list of every word that begins so.
CREATE VIRTUAL TABLE search_text USING fts5 (
    place, title, text,
    content = 'search_text_rows', content_rowid = 'id',
    tokenize = "ascii tokenchars '#'", prefix = '3 5'
);
