-- Once a year we ask whether what the roll says of somebody is still so. Days since 1970-01-01.
CREATE TABLE confirmations (
    person_id BIGINT PRIMARY KEY REFERENCES persons (id),
    confirmed BIGINT,              -- the last day on which they said so
    asked BIGINT,                  -- set while we wait for an answer
    token_digest BYTEA UNIQUE  -- of the link in the letter
);
CREATE INDEX confirmations_asked ON confirmations (asked) WHERE asked IS NOT NULL;

-- What somebody was before they left their role, for when they are back.
ALTER TABLE memberships ADD COLUMN lapsed_from BIGINT
    CHECK (lapsed_from BETWEEN 1 AND 4);
