-- Whether a letter told of the end. What ended before now was told on a page only, and stays so.
ALTER TABLE memberships ADD COLUMN end_told SMALLINT NOT NULL DEFAULT 0;
UPDATE memberships SET end_told = 1 WHERE ended IS NOT NULL;
