-- A role that a person holds at an organisation, and that makes them a role holder of a network.
-- It stays at the organisation of which it was said; successions lead on from there. Days are days
-- since 1970-01-01; `ended` is the last day.
CREATE TABLE positions (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    network_id INTEGER NOT NULL REFERENCES networks (id),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 240),
    evidence TEXT NOT NULL CHECK (length(evidence) <= 1200),  -- gone once it is decided
    began INTEGER NOT NULL,
    ended INTEGER,
    claimed_at INTEGER NOT NULL,
    decided_at INTEGER,
    decided_by INTEGER REFERENCES persons (id),
    is_verified INTEGER NOT NULL DEFAULT 0 CHECK (is_verified IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 800),  -- why it was refused
    CHECK (ended IS NULL OR ended >= began),
    CHECK (is_verified = 0 OR decided_at IS NOT NULL),
    CHECK ((decided_at IS NULL OR is_verified = 1) = (length(reason) = 0))
) STRICT;
-- Of what is held or waits, one each.
CREATE UNIQUE INDEX positions_once ON positions (person_id, organisation_id, network_id)
    WHERE ended IS NULL AND (decided_at IS NULL OR is_verified = 1);
CREATE INDEX positions_by_person ON positions (person_id);
CREATE INDEX positions_by_organisation ON positions (organisation_id);
CREATE INDEX positions_by_network ON positions (network_id, is_verified, organisation_id, began);
CREATE INDEX positions_by_decider ON positions (decided_by);
CREATE INDEX positions_waiting ON positions (network_id, claimed_at) WHERE decided_at IS NULL;
