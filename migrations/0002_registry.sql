-- Organisations that issue papers, units, positions, people.

CREATE TABLE organisation (
    id                   INTEGER PRIMARY KEY,
    uid                  TEXT NOT NULL UNIQUE,
    version              INTEGER NOT NULL DEFAULT 1,
    name                 TEXT NOT NULL,
    short_name           TEXT NOT NULL,
    level                TEXT,                 -- central, province, district, commune; free for others
    parent_id            INTEGER REFERENCES organisation (id) ON DELETE SET NULL,
    letterhead           TEXT NOT NULL,        -- JSON: profile, superior, issuer, place
    certificate_pattern  TEXT NOT NULL,        -- '{so}/CN-MTTQ'
    logo_id              INTEGER REFERENCES attachment (id) ON DELETE SET NULL,
    ordinal              INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE signatory (
    id               INTEGER PRIMARY KEY,
    uid              TEXT NOT NULL UNIQUE,
    version          INTEGER NOT NULL DEFAULT 1,
    organisation_id  INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    authority        TEXT NOT NULL,            -- JSON array: 'TM. BAN THƯỜNG TRỰC', …
    title            TEXT NOT NULL,
    name             TEXT NOT NULL,
    term_from        TEXT,                     -- EDTF
    term_until       TEXT,
    ordinal          INTEGER NOT NULL
) STRICT;
CREATE INDEX signatory_by_organisation ON signatory (organisation_id, ordinal);

-- '{so}/KH-MTTQ-BTT' for plans, '{so}/GM-MTTQ' for invitations, …
CREATE TABLE number_pattern (
    id               INTEGER PRIMARY KEY,
    organisation_id  INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    paper            TEXT NOT NULL,
    pattern          TEXT NOT NULL,
    UNIQUE (organisation_id, paper)
) STRICT;

CREATE TABLE unit (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    parent_id   INTEGER REFERENCES unit (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    code        TEXT,                          -- the state's code, never reused by it
    valid_from  TEXT,                          -- EDTF
    valid_to    TEXT,
    name_key    TEXT NOT NULL,                 -- alphabetical order, computed by the program
    search_key  TEXT NOT NULL,
    ordinal     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX unit_by_parent ON unit (parent_id, ordinal);
CREATE INDEX unit_by_search ON unit (search_key);

-- Mergers are many-to-many: parts of old units make up new ones.
CREATE TABLE unit_successor (
    id      INTEGER PRIMARY KEY,
    old_id  INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    new_id  INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    extent  TEXT NOT NULL CHECK (extent IN ('whole', 'part')),
    UNIQUE (old_id, new_id)
) STRICT;

CREATE TABLE position (
    id       INTEGER PRIMARY KEY,
    uid      TEXT NOT NULL UNIQUE,
    version  INTEGER NOT NULL DEFAULT 1,
    name     TEXT NOT NULL,
    family   TEXT,                             -- heading in the pick-list
    ordinal  INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE person (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    full_name   TEXT NOT NULL CHECK (full_name <> ''),
    sort_name   TEXT,                          -- overrides the rule for the given name
    gender      TEXT CHECK (gender IN ('male', 'female')),
    birth       TEXT,                          -- EDTF
    phone       TEXT,
    state_paid  INTEGER CHECK (state_paid IN (0, 1)),
    note        TEXT,
    is_sample   INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
    fold_name   TEXT NOT NULL,                 -- to find the same person in a list
    name_key    TEXT NOT NULL,                 -- Vietnamese name order
    search_key  TEXT NOT NULL                  -- folded name, position, unit, phone
) STRICT;
CREATE INDEX person_by_name ON person (name_key, id, search_key);
CREATE INDEX person_by_fold ON person (fold_name);

CREATE TABLE person_position (
    id           INTEGER PRIMARY KEY,
    person_id    INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    position_id  INTEGER REFERENCES position (id) ON DELETE SET NULL,
    title        TEXT NOT NULL,
    is_main      INTEGER NOT NULL CHECK (is_main IN (0, 1)),
    held_from    TEXT,
    held_until   TEXT
) STRICT;
CREATE UNIQUE INDEX person_position_main ON person_position (person_id) WHERE is_main = 1;
CREATE INDEX person_position_by_person ON person_position (person_id);

CREATE TABLE person_unit (
    id          INTEGER PRIMARY KEY,
    person_id   INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    unit_id     INTEGER REFERENCES unit (id) ON DELETE SET NULL,
    unit        TEXT NOT NULL,                 -- as printed
    unit_group  TEXT,                          -- heading it is grouped under
    is_main     INTEGER NOT NULL CHECK (is_main IN (0, 1)),
    member_from   TEXT,
    member_until  TEXT
) STRICT;
CREATE UNIQUE INDEX person_unit_main ON person_unit (person_id) WHERE is_main = 1;
CREATE INDEX person_unit_by_person ON person_unit (person_id);
CREATE INDEX person_unit_by_unit ON person_unit (unit_id);

-- Kept apart: dân tộc, tôn giáo and đảng viên are sensitive (Luật 91/2025/QH15);
-- off by default, never on sign-in sheets.
CREATE TABLE person_sensitive (
    id            INTEGER PRIMARY KEY,
    person_id     INTEGER NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
    ethnicity     TEXT,
    religion      TEXT,
    party_member  INTEGER CHECK (party_member IN (0, 1)),
    education     TEXT,
    identity_no   TEXT
) STRICT;

CREATE TABLE attachment (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    session_id  INTEGER REFERENCES session (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    media_type  TEXT NOT NULL,
    content     TEXT NOT NULL,                 -- base 64, so that row images can hold it
    added_at    TEXT NOT NULL
) STRICT;
