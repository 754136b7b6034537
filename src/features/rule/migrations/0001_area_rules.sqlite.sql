CREATE TABLE area_rules (
    area_id INTEGER PRIMARY KEY REFERENCES areas (id),
    state INTEGER NOT NULL CHECK (state IN (0, 1, 2))
) STRICT;
