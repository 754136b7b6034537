-- The version of the directory at which what somebody is found by changed last.
ALTER TABLE listings ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX listings_by_change ON listings (changed);
