-- A change of address on its way, or made: both addresses hold a token, to confirm and to undo.
CREATE TABLE address_changes (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    old_email TEXT NOT NULL,
    new_email TEXT NOT NULL,
    confirm_digest BLOB NOT NULL UNIQUE,
    undo_digest BLOB NOT NULL UNIQUE,
    asked_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    undone_at INTEGER
) STRICT;
CREATE INDEX address_changes_by_person ON address_changes (person_id);

-- Somebody lost what they sign in with besides: open until enough officers vouch, or one refuses.
CREATE TABLE lost_factors (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 1200),
    asked_at INTEGER NOT NULL,
    vouched_by INTEGER REFERENCES persons (id),  -- the first of two
    vouched_at INTEGER,
    ended_by INTEGER REFERENCES persons (id),
    ended_at INTEGER,
    outcome INTEGER NOT NULL DEFAULT 1 CHECK (outcome BETWEEN 1 AND 4)
        -- 1 open, 2 let in, 3 refused, 4 found again
) STRICT;
CREATE UNIQUE INDEX lost_factors_open ON lost_factors (person_id) WHERE outcome = 1;
CREATE INDEX lost_factors_by_voucher ON lost_factors (vouched_by);
CREATE INDEX lost_factors_by_ender ON lost_factors (ended_by);
