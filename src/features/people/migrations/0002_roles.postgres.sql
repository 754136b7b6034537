-- What they are where they work, as far as it was verified; filled as the roll says it again.
ALTER TABLE listings ADD COLUMN role TEXT NOT NULL DEFAULT '';
