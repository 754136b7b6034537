-- Kind 9: another first day, or a last day that was taken back.
CREATE TABLE import_lines (
    import_id BIGINT NOT NULL REFERENCES organisation_imports (id),
    place BIGINT NOT NULL,
    kind BIGINT NOT NULL CHECK (kind BETWEEN 1 AND 9),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    line BIGINT NOT NULL,   -- of the file; 0: what is missing stands on none
    words TEXT NOT NULL,     -- what it was before, or why it was refused
    PRIMARY KEY (import_id, place)
);
INSERT INTO import_lines (import_id, place, kind, code, name, line, words)
SELECT import_id, place, kind, code, name, line, words
  FROM organisation_import_lines;
DROP TABLE organisation_import_lines;
ALTER TABLE import_lines RENAME TO organisation_import_lines;
