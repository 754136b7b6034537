-- The id is a place in time (see store.cpp), so that newest first is the order of the keys.
CREATE TABLE search_entries (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject BIGINT NOT NULL,
    part BIGINT NOT NULL,
    audience_id BIGINT NOT NULL REFERENCES audiences (id),
    at BIGINT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (kind, part)
);
CREATE INDEX search_entries_by_subject ON search_entries (kind, subject);

-- Derived from the entries: left out of backups, made again by reindex. Folded words, each after a
-- space; which lexemes there are besides, postgres_fts.cpp says.
CREATE TABLE search_text_rows (
    id BIGINT PRIMARY KEY,
    audience_id BIGINT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    words TSVECTOR NOT NULL
);
-- Without a pending list: a search would have to read all of it.
CREATE INDEX search_text_words ON search_text_rows USING gin (words) WITH (fastupdate = off);
