-- Once a year we ask whether what the roll says of somebody is still so. Days since 1970-01-01.
CREATE TABLE confirmations (
    person_id BIGINT PRIMARY KEY REFERENCES persons (id),
    confirmed BIGINT,              -- the last day on which they said so
    asked BIGINT,                  -- set while we wait for an answer
    token_digest BYTEA UNIQUE  -- of the link in the letter
);
CREATE INDEX confirmations_asked ON confirmations (asked) WHERE asked IS NOT NULL;
