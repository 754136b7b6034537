-- The text of the Rule, and what networks add to it, as versions. The audience 0: the community's.
CREATE TABLE rule_texts (
    audience_id INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    words TEXT NOT NULL,  -- Markdown
    published_at INTEGER NOT NULL,
    published_by INTEGER REFERENCES persons (id),  -- none: the program, or somebody erased
    asks INTEGER NOT NULL CHECK (asks IN (0, 1)),  -- everybody again
    from_day INTEGER,  -- on which it asks those who were there; none: at once
    PRIMARY KEY (audience_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_texts_by_author ON rule_texts (published_by) WHERE published_by IS NOT NULL;

-- Who accepted which version. Rows are added, and withdrawn once. Version 0 of a network: that it
-- was entered while it added nothing.
CREATE TABLE rule_acceptances (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    audience_id INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 0),
    accepted_at INTEGER NOT NULL,
    withdrawn_at INTEGER CHECK (withdrawn_at >= accepted_at),
    how TEXT NOT NULL CHECK (length(how) BETWEEN 1 AND 200)
) STRICT;
CREATE INDEX rule_acceptances_by_person ON rule_acceptances (person_id, audience_id, id);
