-- Who is what in which network, and how one gets there. Days are days since 1970-01-01.

-- Of a position: role holder, deputy, or in any other role. Coverage counts the first.
ALTER TABLE positions ADD COLUMN kind INTEGER NOT NULL DEFAULT 1
    CHECK (kind IN (1, 2, 3));

-- Whoever a membership lets read belongs to the audience of its network; `check` compares the two.
CREATE TABLE memberships (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    network_id INTEGER REFERENCES networks (id),  -- none: a sponsor contact
    category INTEGER NOT NULL CHECK (category BETWEEN 1 AND 8),
    began INTEGER NOT NULL,
    expires INTEGER,  -- the first day on which it is over
    ended INTEGER,
    why_ended TEXT NOT NULL DEFAULT '' CHECK (length(why_ended) <= 800),
    CHECK (ended IS NULL OR ended >= began),
    CHECK ((category = 8) = (network_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX memberships_once ON memberships (person_id, coalesce(network_id, 0))
    WHERE ended IS NULL;
CREATE INDEX memberships_by_person ON memberships (person_id);
CREATE INDEX memberships_by_network ON memberships (network_id, id) WHERE ended IS NULL;
CREATE INDEX memberships_expiring ON memberships (expires)
    WHERE ended IS NULL AND expires IS NOT NULL;

-- Who belonged before there were memberships.
INSERT INTO memberships (person_id, network_id, category, began)
SELECT a.person_id, n.id, 1, p.joined_at / 86400000000
  FROM audience_members a
  JOIN networks n ON n.audience_id = a.audience_id
  JOIN persons p ON p.id = a.person_id;

-- 1 waits, 2 admitted, 3 refused, 4 withdrawn, 5 appealed, 6 refused for good.
CREATE TABLE applications (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    network_id INTEGER NOT NULL REFERENCES networks (id),
    category INTEGER NOT NULL CHECK (category BETWEEN 1 AND 7),
    organisation_id INTEGER REFERENCES organisations (id),
    title TEXT NOT NULL CHECK (length(title) <= 240),
    began INTEGER,
    proof TEXT NOT NULL DEFAULT '',  -- the domain of their address, where it shows employment
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 600),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 2400),
    asked_at INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 1 CHECK (state BETWEEN 1 AND 6),
    decided_at INTEGER,
    decided_by INTEGER REFERENCES persons (id),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1600),
    appeal TEXT NOT NULL DEFAULT '' CHECK (length(appeal) <= 2400),
    appealed_at INTEGER,
    CHECK ((state IN (3, 5, 6)) = (length(reason) > 0)),
    CHECK (state <> 5 OR length(appeal) > 0)
) STRICT;
CREATE UNIQUE INDEX applications_once ON applications (person_id, network_id)
    WHERE state IN (1, 5);
CREATE INDEX applications_by_person ON applications (person_id, id);
CREATE INDEX applications_by_decider ON applications (decided_by);
CREATE INDEX applications_by_organisation ON applications (organisation_id);
CREATE INDEX applications_waiting ON applications (network_id, asked_at) WHERE state IN (1, 5);
CREATE INDEX applications_by_age ON applications (decided_at);

-- Whom an applicant named, by address; whose it is, is looked up when the letter is written.
CREATE TABLE vouches (
    id INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL REFERENCES applications (id),
    email_folded TEXT NOT NULL,
    person_id INTEGER REFERENCES persons (id),
    answered_at INTEGER,
    is_yes INTEGER NOT NULL DEFAULT 0 CHECK (is_yes IN (0, 1)),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1200),
    UNIQUE (application_id, email_folded)
) STRICT;
CREATE INDEX vouches_by_person ON vouches (person_id);

-- Which officer saw the evidence of whom, by day.
CREATE TABLE evidence_views (
    application_id INTEGER NOT NULL REFERENCES applications (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    day INTEGER NOT NULL,
    PRIMARY KEY (application_id, person_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_views_by_person ON evidence_views (person_id);

-- Visitors who asked to join and have not shown yet that the address is theirs.
CREATE TABLE join_requests (
    token_digest BLOB PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    network TEXT NOT NULL,  -- the slug they came from; may be empty
    asked_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX join_requests_by_email ON join_requests (email_folded);
CREATE INDEX join_requests_by_age ON join_requests (expires_at);

-- Mail domains that show employment, with all below them; never the role.
CREATE TABLE proving_domains (
    domain TEXT PRIMARY KEY
) STRICT;
INSERT INTO proving_domains (domain)
VALUES ('nhs.net'), ('nhs.uk'), ('nhs.scot'), ('wales.nhs.uk'), ('hscni.net');
