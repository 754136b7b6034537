-- What those who run the community say of a network: its colour, who may join and who decides.
ALTER TABLE networks ADD COLUMN colour TEXT NOT NULL DEFAULT 'teal';
ALTER TABLE networks ADD COLUMN who_for TEXT NOT NULL DEFAULT '';
ALTER TABLE networks ADD COLUMN needs INTEGER NOT NULL DEFAULT 1 CHECK (needs BETWEEN 1 AND 4);
ALTER TABLE networks ADD COLUMN place INTEGER NOT NULL DEFAULT 1 CHECK (place BETWEEN 1 AND 4);
ALTER TABLE networks ADD COLUMN decided_by INTEGER NOT NULL DEFAULT 1 CHECK (decided_by IN (1, 2));
ALTER TABLE networks ADD COLUMN panel_size INTEGER NOT NULL DEFAULT 0
    CHECK (panel_size BETWEEN 0 AND 40);
