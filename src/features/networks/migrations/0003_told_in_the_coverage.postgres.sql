-- Whether the coverage tells of a network: 1, at how many trusts; 2, not.
ALTER TABLE networks ADD COLUMN coverage BIGINT NOT NULL DEFAULT 1 CHECK (coverage IN (1, 2));
UPDATE networks SET coverage = 2 WHERE needs <> 1;
