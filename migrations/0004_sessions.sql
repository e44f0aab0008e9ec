-- A session with its clusters, sittings, programme, guests and delegates.

CREATE TABLE session (
    id               INTEGER PRIMARY KEY,
    uid              TEXT NOT NULL UNIQUE,
    version          INTEGER NOT NULL DEFAULT 1,
    organisation_id  INTEGER REFERENCES organisation (id) ON DELETE SET NULL,
    curriculum_id    INTEGER REFERENCES curriculum (id) ON DELETE SET NULL,
    title            TEXT NOT NULL CHECK (title <> ''),
    title_in_text    TEXT,
    kind             TEXT NOT NULL CHECK (kind IN ('conference', 'class')),
    form             TEXT NOT NULL CHECK (form IN ('in_person', 'online', 'hybrid')),
    state            TEXT NOT NULL CHECK (state IN ('preparing', 'running', 'ended')),
    dates            TEXT,                     -- EDTF date or interval
    sort_date        TEXT,                     -- first day, unknown parts as 0: to sort by
    time_note        TEXT,
    venue            TEXT,
    area             TEXT,
    context          TEXT,
    purpose          TEXT,
    reason           TEXT,
    slogan           TEXT,
    discussion       TEXT,
    difficulties     TEXT,
    closing          TEXT,
    outcome          TEXT,
    plan_number      TEXT,
    decision_number  TEXT,
    news             TEXT,                     -- JSON: author, source, posted, captions
    list_order       TEXT NOT NULL CHECK (list_order IN ('unit_then_name', 'name')),
    sample_note      TEXT,                     -- set on samples only
    -- Copies taken when the session ends; NULL while it follows the settings.
    organisation_name  TEXT,
    letterhead         TEXT,
    signatory          TEXT
) STRICT;
CREATE INDEX session_by_date ON session (sort_date);

CREATE TABLE organiser (
    id          INTEGER PRIMARY KEY,
    session_id  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    role        TEXT NOT NULL CHECK (role IN ('lead', 'partner', 'remote_site', 'certifier')),
    name        TEXT NOT NULL,
    ordinal     INTEGER NOT NULL
) STRICT;
CREATE INDEX organiser_by_session ON organiser (session_id, ordinal);

CREATE TABLE audience_group (
    id           INTEGER PRIMARY KEY,
    session_id   INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    label        TEXT NOT NULL,
    count        INTEGER,
    approximate  INTEGER NOT NULL CHECK (approximate IN (0, 1)),
    is_total     INTEGER NOT NULL CHECK (is_total IN (0, 1)),
    ordinal      INTEGER NOT NULL
) STRICT;
CREATE INDEX audience_group_by_session ON audience_group (session_id, ordinal);

CREATE TABLE guest (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    session_id  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    person_id   INTEGER REFERENCES person (id) ON DELETE SET NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('person', 'group')),
    honorific   TEXT,
    name        TEXT NOT NULL,                 -- of the person, or the words for the group
    titles      TEXT NOT NULL,                 -- JSON array in printed order
    part        TEXT,
    ordinal     INTEGER NOT NULL
) STRICT;
CREATE INDEX guest_by_session ON guest (session_id, ordinal);

CREATE TABLE cluster (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    session_id  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,              -- 1, 2, 3 … in the session
    name        TEXT NOT NULL,
    venue       TEXT,
    capacity    INTEGER,
    dates       TEXT,
    lead        TEXT,
    expected    INTEGER,
    actual      INTEGER,
    fixed_at    TEXT                           -- 'Chốt danh sách', UTC; NULL while open
) STRICT;
CREATE INDEX cluster_by_session ON cluster (session_id, number);

CREATE TABLE cluster_unit (
    id          INTEGER PRIMARY KEY,
    cluster_id  INTEGER NOT NULL REFERENCES cluster (id) ON DELETE CASCADE,
    unit_id     INTEGER REFERENCES unit (id) ON DELETE SET NULL,
    name        TEXT NOT NULL,
    ordinal     INTEGER NOT NULL
) STRICT;
CREATE INDEX cluster_unit_by_cluster ON cluster_unit (cluster_id, ordinal);

CREATE TABLE sitting (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    cluster_id  INTEGER NOT NULL REFERENCES cluster (id) ON DELETE CASCADE,
    date        TEXT NOT NULL,                 -- EDTF
    half        TEXT NOT NULL CHECK (half IN ('morning', 'afternoon', 'evening')),
    starts      TEXT,                          -- HH:MM
    ends        TEXT,
    ordinal     INTEGER NOT NULL
) STRICT;
CREATE INDEX sitting_by_cluster ON sitting (cluster_id, ordinal);

CREATE TABLE programme_item (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    sitting_id  INTEGER NOT NULL REFERENCES sitting (id) ON DELETE CASCADE,
    topic_id    INTEGER REFERENCES topic (id) ON DELETE SET NULL,
    kind        TEXT NOT NULL,
    title       TEXT NOT NULL,
    minutes     INTEGER,
    ordinal     INTEGER NOT NULL
) STRICT;
CREATE INDEX programme_item_by_sitting ON programme_item (sitting_id, ordinal);

-- Who presents an item of the programme, or a topic of the session as a whole.
CREATE TABLE presenter_slot (
    id                 INTEGER PRIMARY KEY,
    session_id         INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    programme_item_id  INTEGER REFERENCES programme_item (id) ON DELETE CASCADE,
    topic_id           INTEGER REFERENCES topic (id) ON DELETE CASCADE,
    person_id          INTEGER REFERENCES person (id) ON DELETE SET NULL,
    kind               TEXT NOT NULL CHECK (kind IN ('person', 'role', 'collective')),
    name               TEXT NOT NULL,
    titles             TEXT NOT NULL,          -- JSON array
    ordinal            INTEGER NOT NULL
) STRICT;
CREATE INDEX presenter_slot_by_session ON presenter_slot (session_id);
CREATE INDEX presenter_slot_by_item ON presenter_slot (programme_item_id);

-- A person in a session, with its own copy of what the papers print.
CREATE TABLE delegate (
    id              INTEGER PRIMARY KEY,
    uid             TEXT NOT NULL UNIQUE,
    version         INTEGER NOT NULL DEFAULT 1,
    session_id      INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    person_id       INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    cluster_id      INTEGER REFERENCES cluster (id) ON DELETE SET NULL,
    state           TEXT NOT NULL DEFAULT 'listed' CHECK (state IN ('listed', 'withdrawn')),
    fixed_number    INTEGER,                   -- STT after 'Chốt danh sách'
    supplementary   INTEGER NOT NULL DEFAULT 0 CHECK (supplementary IN (0, 1)),
    walk_in         INTEGER NOT NULL DEFAULT 0 CHECK (walk_in IN (0, 1)),
    substitute_for  INTEGER REFERENCES delegate (id) ON DELETE SET NULL,
    only_here       INTEGER NOT NULL DEFAULT 0 CHECK (only_here IN (0, 1)),  -- 'chỉ trong lớp này'
    sort_name       TEXT,
    full_name       TEXT NOT NULL CHECK (full_name <> ''),
    gender          TEXT CHECK (gender IN ('male', 'female')),
    birth           TEXT,
    position        TEXT,
    unit            TEXT,
    unit_group      TEXT,
    phone           TEXT,
    note            TEXT,
    name_key        TEXT NOT NULL,
    search_key      TEXT NOT NULL,
    UNIQUE (session_id, person_id)
) STRICT;
CREATE INDEX delegate_by_session ON delegate (session_id, name_key, id);
CREATE INDEX delegate_by_person ON delegate (person_id);
CREATE INDEX delegate_by_cluster ON delegate (cluster_id);
