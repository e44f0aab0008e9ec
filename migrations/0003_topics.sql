-- The library of topics, the documents they cite, curricula made of topics.

CREATE TABLE topic (
    id         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE,
    version    INTEGER NOT NULL DEFAULT 1,
    parent_id  INTEGER REFERENCES topic (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL,
    label      TEXT,                           -- 'Một là', 'Chương trình 1'
    title      TEXT NOT NULL,
    outline    TEXT,
    minutes    INTEGER,
    search_key TEXT NOT NULL,
    CHECK (parent_id IS NULL OR parent_id <> id)
) STRICT;
CREATE INDEX topic_by_parent ON topic (parent_id, ordinal);

CREATE TABLE cited_document (
    id       INTEGER PRIMARY KEY,
    uid      TEXT NOT NULL UNIQUE,
    version  INTEGER NOT NULL DEFAULT 1,
    kind     TEXT NOT NULL,
    number   TEXT,
    date     TEXT,                             -- EDTF
    issuer   TEXT,
    title    TEXT
) STRICT;

CREATE TABLE topic_cites (
    id           INTEGER PRIMARY KEY,
    topic_id     INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    document_id  INTEGER NOT NULL REFERENCES cited_document (id) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,
    UNIQUE (topic_id, document_id)
) STRICT;

CREATE TABLE document_cites (
    id           INTEGER PRIMARY KEY,
    document_id  INTEGER NOT NULL REFERENCES cited_document (id) ON DELETE CASCADE,
    cited_id     INTEGER NOT NULL REFERENCES cited_document (id) ON DELETE CASCADE,
    ordinal      INTEGER NOT NULL,
    UNIQUE (document_id, cited_id),
    CHECK (document_id <> cited_id)
) STRICT;

CREATE TABLE curriculum (
    id       INTEGER PRIMARY KEY,
    uid      TEXT NOT NULL UNIQUE,
    version  INTEGER NOT NULL DEFAULT 1,
    title    TEXT NOT NULL
) STRICT;

CREATE TABLE curriculum_topic (
    id             INTEGER PRIMARY KEY,
    curriculum_id  INTEGER NOT NULL REFERENCES curriculum (id) ON DELETE CASCADE,
    topic_id       INTEGER NOT NULL REFERENCES topic (id) ON DELETE CASCADE,
    ordinal        INTEGER NOT NULL,
    UNIQUE (curriculum_id, topic_id)
) STRICT;
CREATE INDEX curriculum_topic_by_topic ON curriculum_topic (topic_id);
