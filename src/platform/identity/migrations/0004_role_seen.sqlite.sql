-- Who sees somebody's role line: 1 nobody else, 2 who is in one of their audiences, 3 all members.
ALTER TABLE persons ADD COLUMN role_seen INTEGER NOT NULL DEFAULT 3 CHECK (role_seen IN (1, 2, 3));
