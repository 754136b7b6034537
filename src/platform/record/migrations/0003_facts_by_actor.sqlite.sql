-- What a person did is handed to them: not by looking at every fact.
CREATE INDEX facts_by_actor ON facts (actor_id, id) WHERE actor_id IS NOT NULL;
