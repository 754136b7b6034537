-- How each session was opened, and by how many factors (1 or 2); links say what they will open.
ALTER TABLE sessions ADD COLUMN way TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN assurance INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sign_in_links ADD COLUMN assurance INTEGER NOT NULL DEFAULT 1;
