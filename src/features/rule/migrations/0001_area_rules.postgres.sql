CREATE TABLE area_rules (
    area_id BIGINT PRIMARY KEY REFERENCES areas (id),
    state BIGINT NOT NULL CHECK (state IN (0, 1, 2))
);
