-- Who succeeded whom is read whole wherever a position is shown: without the organisations that
-- nobody succeeded, which are nearly all.
CREATE INDEX organisations_succeeded ON organisations (id, successor_id, succeeded)
    WHERE successor_id IS NOT NULL;
