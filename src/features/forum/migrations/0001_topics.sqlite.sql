CREATE TABLE topics (
    id INTEGER PRIMARY KEY,
    area_id INTEGER NOT NULL REFERENCES areas (id),
    audience_id INTEGER NOT NULL REFERENCES audiences (id),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 400),
    author_id INTEGER NOT NULL REFERENCES persons (id),
    started_at INTEGER NOT NULL,
    last_number INTEGER NOT NULL DEFAULT 0,
    last_author_id INTEGER NOT NULL REFERENCES persons (id),
    last_post_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    closed_at INTEGER,
    pinned_at INTEGER,
    hidden_at INTEGER,
    hidden_reason TEXT NOT NULL DEFAULT '',
    CHECK ((hidden_at IS NULL) OR (length(hidden_reason) > 0))
) STRICT;
-- Whole for counting what is unread: it reads no row of a topic.
CREATE INDEX topics_by_activity ON topics (last_post_at, id, audience_id, last_number, started_at,
                                           hidden_at);
CREATE INDEX topics_by_audience ON topics (audience_id, last_post_at, id);
CREATE INDEX topics_by_area ON topics (area_id, last_post_at, id);
CREATE INDEX topics_pinned_by_audience ON topics (audience_id, pinned_at)
 WHERE pinned_at IS NOT NULL;
CREATE INDEX topics_pinned_by_area ON topics (area_id, pinned_at) WHERE pinned_at IS NOT NULL;

CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    author_id INTEGER NOT NULL REFERENCES persons (id),
    written_at INTEGER NOT NULL,
    markdown TEXT NOT NULL,
    html TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    edited_at INTEGER,
    hidden_at INTEGER,
    hidden_reason TEXT NOT NULL DEFAULT '',
    thanks INTEGER NOT NULL DEFAULT 0 CHECK (thanks >= 0),
    useful INTEGER NOT NULL DEFAULT 0 CHECK (useful >= 0),
    UNIQUE (topic_id, number),
    CHECK ((hidden_at IS NULL) OR (length(hidden_reason) > 0))
) STRICT;
CREATE INDEX posts_by_author ON posts (author_id, topic_id);
-- Whole for telling who spoke: it reads no row of a post.
CREATE INDEX posts_by_time ON posts (topic_id, written_at, number, author_id, hidden_at);

-- The texts that later ones replaced.
CREATE TABLE earlier_texts (
    post_id INTEGER NOT NULL REFERENCES posts (id),
    version INTEGER NOT NULL,
    editor_id INTEGER NOT NULL REFERENCES persons (id),
    replaced_at INTEGER NOT NULL,
    markdown TEXT NOT NULL,
    PRIMARY KEY (post_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE reactions (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    post_id INTEGER NOT NULL REFERENCES posts (id),
    kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
    PRIMARY KEY (person_id, topic_id, post_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX reactions_by_post ON reactions (post_id);

-- How far a person has read a topic, and whether they follow it.
CREATE TABLE reading (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    read_number INTEGER NOT NULL DEFAULT 0,
    own_after INTEGER NOT NULL DEFAULT 0,
    attention INTEGER NOT NULL DEFAULT 0 CHECK (attention IN (0, 1, 2)),
    PRIMARY KEY (person_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_by_topic ON reading (topic_id, attention);
CREATE INDEX reading_followed ON reading (person_id, topic_id) WHERE attention = 1;

-- Everything before this moment counts as read.
CREATE TABLE caught_up (
    person_id INTEGER PRIMARY KEY REFERENCES persons (id),
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE drafts (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
    person_id INTEGER NOT NULL REFERENCES persons (id),
    post_id INTEGER NOT NULL REFERENCES posts (id),
    seen_at INTEGER,
    told_at INTEGER,
    PRIMARY KEY (person_id, post_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_post ON mentions (post_id);
CREATE INDEX mentions_unseen ON mentions (person_id, post_id) WHERE seen_at IS NULL;
