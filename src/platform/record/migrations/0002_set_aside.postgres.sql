-- Facts that a listener could not follow, however often it tried: its cursor has passed them.
CREATE TABLE facts_set_aside (
    listener TEXT NOT NULL,
    fact_id BIGINT NOT NULL REFERENCES facts (id),
    at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (listener, fact_id)
);
