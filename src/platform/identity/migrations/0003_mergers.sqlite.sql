-- An account that was merged into another of the same person: an empty row under that one's name.
ALTER TABLE persons ADD COLUMN merged_into INTEGER REFERENCES persons (id);
CREATE INDEX persons_merged ON persons (merged_into) WHERE merged_into IS NOT NULL;
