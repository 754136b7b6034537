-- The version of the directory at which what somebody is found by changed last; and the one at
-- which somebody was taken out last.
ALTER TABLE listings ADD COLUMN changed BIGINT NOT NULL DEFAULT 0;
CREATE INDEX listings_by_change ON listings (changed);
ALTER TABLE people_version ADD COLUMN gone BIGINT NOT NULL DEFAULT 0;

-- Who shows not everything to all members: asked for one by one, the others counted in memory.
ALTER TABLE profiles ADD COLUMN is_choosy BIGINT GENERATED ALWAYS AS (
    CASE WHEN see_name = 3 AND see_work = 3 AND see_networks = 3 AND see_about = 3
              AND see_interests = 3 AND see_systems = 3 THEN 0 ELSE 1 END) STORED;
CREATE INDEX profiles_choosy ON profiles (person_id) WHERE is_choosy = 1;
