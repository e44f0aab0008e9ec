-- A data file knows whose it is and whether anything else wrote it; records know whether they are
-- as they were written; what is held on people can be erased.

-- office: the same in every copy and backup of a file, and in no other. Files of before get it from
-- their first step, so that a backup that was made before is still known to be theirs.
-- writes: the change counter of the file after our last write (file format, offset 24).
CREATE TABLE data_file (
    name   TEXT PRIMARY KEY,
    value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO data_file (name, value)
VALUES ('office', coalesce((SELECT uid FROM operation ORDER BY id LIMIT 1), lower(hex(randomblob(16)))));

-- CRC-32 of a person, delegate, mark or certificate as the program wrote it.
CREATE TABLE record_hash (
    kind    INTEGER NOT NULL,                  -- 1 person, 2 delegate, 3 attendance_mark, 4 certificate
    row_id  INTEGER NOT NULL,
    hash    INTEGER NOT NULL,
    PRIMARY KEY (kind, row_id)
) STRICT, WITHOUT ROWID;

-- Which sessions a step was about. No foreign key: the history outlives them.
CREATE TABLE operation_session (
    operation_id  INTEGER NOT NULL REFERENCES operation (id) ON DELETE CASCADE,
    session_id    INTEGER NOT NULL,
    PRIMARY KEY (operation_id, session_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX operation_session_by_session ON operation_session (session_id, operation_id);
INSERT INTO operation_session (operation_id, session_id)
SELECT DISTINCT row_change.operation_id, delegate.session_id
FROM row_change JOIN delegate ON delegate.id = row_change.row_id
WHERE row_change.table_name = 'delegate';
CREATE INDEX row_change_by_row ON row_change (table_name, row_id);

-- UTC, RFC 3339, once the name and all else that tells who it was is gone. The person stays as long
-- as delegates need it; a delegate stays to be counted.
ALTER TABLE person ADD COLUMN erased_at TEXT;
ALTER TABLE delegate ADD COLUMN erased_at TEXT;

-- The register keeps the name when it is erased elsewhere, until it is erased there, too, for a reason.
ALTER TABLE certificate ADD COLUMN kept_name TEXT;
ALTER TABLE certificate ADD COLUMN erased_at TEXT;
ALTER TABLE certificate ADD COLUMN erasure_reason TEXT;

-- That something was erased, and how much; never what.
CREATE TABLE erasure (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    uid     TEXT NOT NULL UNIQUE,
    at      TEXT NOT NULL,                     -- UTC, RFC 3339
    reason  TEXT NOT NULL,
    counts  TEXT NOT NULL                      -- JSON: how many rows of which table
) STRICT;

-- Who is searched, and how often somebody was called, is read from the indexes alone.
DROP INDEX person_by_name;
CREATE INDEX person_by_name ON person (name_key, id, search_key, erased_at);
DROP INDEX delegate_by_person;
CREATE INDEX delegate_by_person ON delegate (person_id, state);

-- Of many lines few add rows or delete some: whose they were is asked of those.
CREATE INDEX row_change_added ON row_change (table_name, row_id, rows, operation_id) WHERE change = 'insert';
CREATE INDEX row_change_deleted ON row_change (table_name, row_id) WHERE change = 'delete';
