-- What is asked of whoever enters an audience: a version of something, and one that comes on a day.
-- The audience 0 stands for every audience. Whoever has not met it belongs, and finds it closed.
CREATE TABLE terms (
    audience_id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0),
    coming INTEGER CHECK (coming > version),
    coming_day INTEGER,
    CHECK ((coming IS NULL) = (coming_day IS NULL))
) STRICT;
CREATE TABLE terms_met (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    audience_id INTEGER NOT NULL,  -- 0: of every audience
    version INTEGER NOT NULL CHECK (version >= 0),
    PRIMARY KEY (person_id, audience_id)
) STRICT, WITHOUT ROWID;

-- Of everybody who belongs to an audience, how its door stands: 0 open, 1 asked first, 2 suspended.
-- Where anything is asked of all, an audience is entered once, with whatever is asked of it alone.
CREATE VIEW audience_doors AS
SELECT m.person_id, m.audience_id,
       CASE WHEN s.person_id IS NOT NULL THEN 2
            WHEN every.version > coalesce(met.version, 0)
              OR (every.version > 0 AND entered.person_id IS NULL)
              OR here.version > coalesce(entered.version, 0) THEN 1
            ELSE 0 END AS door,
       CASE WHEN every.coming > coalesce(met.version, 0) THEN every.coming_day END AS all_from_day,
       CASE WHEN here.coming > coalesce(entered.version, 0) THEN here.coming_day END AS from_day
  FROM audience_members m
  LEFT JOIN suspensions s ON s.person_id = m.person_id AND s.audience_id = m.audience_id
  LEFT JOIN terms every ON every.audience_id = 0
  LEFT JOIN terms_met met ON met.person_id = m.person_id AND met.audience_id = 0
  LEFT JOIN terms here ON here.audience_id = m.audience_id
  LEFT JOIN terms_met entered ON entered.person_id = m.person_id
                             AND entered.audience_id = m.audience_id;
