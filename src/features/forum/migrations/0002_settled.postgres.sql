-- Nothing that was last active before this moment is unread to the person, as long as they see with
-- the same eyes: a mark that saves walking the topics, and says nothing that the rest does not.
ALTER TABLE caught_up ADD COLUMN settled_at BIGINT;
ALTER TABLE caught_up ADD COLUMN settled_eyes TEXT NOT NULL DEFAULT '';
