-- What was printed and imported, and how; how long data are kept.

CREATE TABLE paper_recipe (
    id       INTEGER PRIMARY KEY,
    uid      TEXT NOT NULL UNIQUE,
    version  INTEGER NOT NULL DEFAULT 1,
    name     TEXT NOT NULL,                    -- 'gửi nhà xe', 'bàn đón'
    paper    TEXT NOT NULL,
    options  TEXT NOT NULL                     -- JSON
) STRICT;

CREATE TABLE print_run (
    id          INTEGER PRIMARY KEY,
    session_id  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    paper       TEXT NOT NULL,
    options     TEXT NOT NULL,                 -- JSON
    made_at     TEXT NOT NULL,                 -- UTC, RFC 3339
    printed     INTEGER NOT NULL DEFAULT 0     -- how often, as far as the user said
) STRICT;
CREATE INDEX print_run_by_session ON print_run (session_id, paper, id);

CREATE TABLE print_run_page (
    id            INTEGER PRIMARY KEY,
    print_run_id  INTEGER NOT NULL REFERENCES print_run (id) ON DELETE CASCADE,
    page          INTEGER NOT NULL,
    code          TEXT NOT NULL,               -- from the content: same content, same code
    delegates     TEXT NOT NULL,               -- JSON array of delegate ids in printed order
    UNIQUE (print_run_id, page)
) STRICT;
CREATE INDEX print_run_page_by_code ON print_run_page (code);

CREATE TABLE import_record (
    id            INTEGER PRIMARY KEY,
    session_id    INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    source        TEXT NOT NULL,               -- name of the file, without its folder
    at            TEXT NOT NULL,               -- UTC, RFC 3339
    encoding      TEXT NOT NULL,
    new_rows      INTEGER NOT NULL,
    updated_rows  INTEGER NOT NULL,
    same_rows     INTEGER NOT NULL,
    duplicate_rows INTEGER NOT NULL,
    error_rows    INTEGER NOT NULL
) STRICT;
CREATE INDEX import_record_by_session ON import_record (session_id, id);

-- The layout of a list (its headings) and what each column meant last time.
CREATE TABLE column_mapping (
    id        INTEGER PRIMARY KEY,
    layout    TEXT NOT NULL UNIQUE,
    mapping   TEXT NOT NULL,                   -- JSON
    used_at   TEXT NOT NULL
) STRICT;

-- Until when the named data of a session are kept, and whether archives forbid erasing them.
CREATE TABLE retention (
    id           INTEGER PRIMARY KEY,
    session_id   INTEGER NOT NULL UNIQUE REFERENCES session (id) ON DELETE CASCADE,
    purpose      TEXT,
    keep_until   TEXT,                         -- EDTF
    hold_reason  TEXT                          -- set: nothing is erased ('khóa lưu trữ')
) STRICT;
