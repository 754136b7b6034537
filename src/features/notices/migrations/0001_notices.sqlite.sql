-- What is written to the members of a network: a draft (1), its letters being queued (2), or all of
-- them queued (3).
CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    network_id INTEGER NOT NULL REFERENCES networks (id),
    audience_id INTEGER NOT NULL REFERENCES audiences (id),  -- the network's
    author_id INTEGER NOT NULL REFERENCES persons (id),
    office INTEGER NOT NULL CHECK (office IN (1, 2, 3)),  -- chair, vice chair, community team
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 240),
    body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 12000),
    html TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 1 CHECK (state IN (1, 2, 3)),
    written_at INTEGER NOT NULL,
    sent_at INTEGER,
    receivers INTEGER NOT NULL DEFAULT 0,  -- when it was let go
    letters INTEGER NOT NULL DEFAULT 0,    -- queued so far
    last_receiver_id INTEGER NOT NULL DEFAULT 0,
    CHECK ((state = 1) = (sent_at IS NULL))
) STRICT;
CREATE INDEX notices_sent ON notices (audience_id, sent_at, id);
CREATE INDEX notices_by_network ON notices (network_id);
CREATE INDEX notices_by_author ON notices (author_id, state);

-- One letter of a notice: nobody gets a second one. The digest is of the token in its link.
CREATE TABLE notice_receivers (
    notice_id INTEGER NOT NULL REFERENCES notices (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    network_id INTEGER NOT NULL REFERENCES networks (id),
    token_digest BLOB NOT NULL UNIQUE,
    queued_at INTEGER NOT NULL,
    PRIMARY KEY (notice_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_receivers_by_person ON notice_receivers (person_id);
CREATE INDEX notice_receivers_by_network ON notice_receivers (network_id);
CREATE INDEX notice_receivers_by_age ON notice_receivers (queued_at);

CREATE TABLE notice_unsubscriptions (
    network_id INTEGER NOT NULL REFERENCES networks (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    since_at INTEGER NOT NULL,
    PRIMARY KEY (network_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_unsubscriptions_by_person ON notice_unsubscriptions (person_id);
