-- Which organisations let outsiders read whether they are covered: naming a trust names its CCIO.
CREATE TABLE coverage_consents (
    organisation_id BIGINT PRIMARY KEY REFERENCES organisations (id),
    given BIGINT NOT NULL,  -- the day
    -- who gave it, and where it is kept
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 600)
);
