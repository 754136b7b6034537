-- Whom an audience is closed to until a moment. They go on belonging to it: who counts and who is
-- on a roll stays as it was. The night removes what is over.
CREATE TABLE suspensions (
    person_id BIGINT NOT NULL REFERENCES persons (id),
    audience_id BIGINT NOT NULL REFERENCES audiences (id),
    until_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, audience_id)
);
