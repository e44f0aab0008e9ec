-- Facts that must not vanish: marks and certificate numbers are only ever added to.

CREATE TABLE attendance_mark (
    id            INTEGER PRIMARY KEY,
    uid           TEXT NOT NULL UNIQUE,
    delegate_id   INTEGER NOT NULL REFERENCES delegate (id) ON DELETE CASCADE,
    sitting_id    INTEGER NOT NULL REFERENCES sitting (id) ON DELETE CASCADE,
    status        TEXT NOT NULL CHECK (status IN ('present', 'late', 'excused', 'absent', 'substituted')),
    at            TEXT NOT NULL,               -- UTC, RFC 3339
    note          TEXT,
    retracts      INTEGER REFERENCES attendance_mark (id) ON DELETE CASCADE,
    operation_id  INTEGER REFERENCES operation (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX attendance_mark_by_delegate ON attendance_mark (delegate_id, sitting_id, id);
CREATE INDEX attendance_mark_by_sitting ON attendance_mark (sitting_id, id);
CREATE INDEX attendance_mark_by_retracted ON attendance_mark (retracts) WHERE retracts IS NOT NULL;
CREATE INDEX attendance_mark_by_operation ON attendance_mark (operation_id);

CREATE TRIGGER attendance_mark_is_append_only BEFORE UPDATE OF uid, delegate_id, sitting_id, status, at, note, retracts
ON attendance_mark
BEGIN
    SELECT raise(ABORT, 'attendance marks are never changed');
END;

-- The mark that counts: the latest that was not retracted.
CREATE VIEW attendance AS
SELECT mark.delegate_id, mark.sitting_id, mark.status, mark.at, mark.note, max(mark.id) AS mark_id
FROM attendance_mark AS mark
WHERE mark.retracts IS NULL
  AND NOT EXISTS (SELECT 1 FROM attendance_mark AS later WHERE later.retracts = mark.id)
GROUP BY mark.delegate_id, mark.sitting_id;

CREATE TABLE completion_rule (
    id                INTEGER PRIMARY KEY,
    session_id        INTEGER NOT NULL UNIQUE REFERENCES session (id) ON DELETE CASCADE,
    minimum_sittings  INTEGER,
    minimum_percent   INTEGER CHECK (minimum_percent BETWEEN 0 AND 100),
    late_counts       INTEGER NOT NULL DEFAULT 1 CHECK (late_counts IN (0, 1)),
    substitute_counts INTEGER NOT NULL DEFAULT 0 CHECK (substitute_counts IN (0, 1))
) STRICT;

CREATE TABLE completion_result (
    id           INTEGER PRIMARY KEY,
    delegate_id  INTEGER NOT NULL UNIQUE REFERENCES delegate (id) ON DELETE CASCADE,
    completed    INTEGER NOT NULL CHECK (completed IN (0, 1)),
    commended    INTEGER NOT NULL DEFAULT 0 CHECK (commended IN (0, 1)),
    grade        TEXT,
    reason       TEXT,
    decided_at   TEXT NOT NULL
) STRICT;

CREATE TABLE certificate_template (
    id       INTEGER PRIMARY KEY,
    uid      TEXT NOT NULL UNIQUE,
    version  INTEGER NOT NULL DEFAULT 1,
    name     TEXT NOT NULL,
    content  TEXT NOT NULL                     -- JSON: title, before_name, after_name
) STRICT;

CREATE TABLE certificate_book (
    id               INTEGER PRIMARY KEY,
    uid              TEXT NOT NULL UNIQUE,
    version          INTEGER NOT NULL DEFAULT 1,
    organisation_id  INTEGER REFERENCES organisation (id) ON DELETE SET NULL,
    name             TEXT NOT NULL,
    pattern          TEXT NOT NULL,            -- '{so}/CN-MTTQ'
    first_number     INTEGER NOT NULL DEFAULT 1 -- the next one is the highest in use + 1, without gaps
) STRICT;

-- How the certificates of one session are made out.
CREATE TABLE certificate_plan (
    id           INTEGER PRIMARY KEY,
    session_id   INTEGER NOT NULL UNIQUE REFERENCES session (id) ON DELETE CASCADE,
    book_id      INTEGER NOT NULL REFERENCES certificate_book (id) ON DELETE RESTRICT,
    template_id  INTEGER NOT NULL REFERENCES certificate_template (id) ON DELETE RESTRICT,
    letterhead   TEXT,                         -- JSON, when another body than the organiser certifies
    signatory    TEXT NOT NULL,                -- JSON: often the political centre's director
    place        TEXT NOT NULL,
    date         TEXT                          -- EDTF
) STRICT;

CREATE TABLE certificate (
    id              INTEGER PRIMARY KEY,
    uid             TEXT NOT NULL UNIQUE,
    book_id         INTEGER NOT NULL REFERENCES certificate_book (id) ON DELETE RESTRICT,
    delegate_id     INTEGER NOT NULL REFERENCES delegate (id) ON DELETE RESTRICT,
    number          INTEGER NOT NULL CHECK (number > 0),
    printed_number  TEXT NOT NULL,
    date            TEXT,
    reissue_of      INTEGER REFERENCES certificate (id) ON DELETE RESTRICT,
    UNIQUE (book_id, number)
) STRICT;
CREATE INDEX certificate_by_delegate ON certificate (delegate_id);

CREATE TABLE certificate_event (
    id              INTEGER PRIMARY KEY,
    certificate_id  INTEGER NOT NULL REFERENCES certificate (id) ON DELETE CASCADE,
    kind            TEXT NOT NULL CHECK (kind IN ('issued', 'printed', 'voided', 'restored', 'reissued')),
    at              TEXT NOT NULL,             -- UTC, RFC 3339
    reason          TEXT,
    operation_id    INTEGER REFERENCES operation (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX certificate_event_by_certificate ON certificate_event (certificate_id, id);

CREATE TRIGGER certificate_event_is_append_only BEFORE UPDATE OF certificate_id, kind, at, reason ON certificate_event
BEGIN
    SELECT raise(ABORT, 'certificate events are never changed');
END;

-- Amounts in đồng. Figures differ by province and year, so they carry dates.
CREATE TABLE allowance_rate (
    id               INTEGER PRIMARY KEY,
    organisation_id  INTEGER REFERENCES organisation (id) ON DELETE CASCADE,
    kind             TEXT NOT NULL,            -- meal, refreshment, presenter, …
    label            TEXT NOT NULL,
    amount           INTEGER NOT NULL CHECK (amount >= 0),
    per              TEXT NOT NULL,            -- day, sitting
    only_unpaid      INTEGER NOT NULL DEFAULT 0 CHECK (only_unpaid IN (0, 1)),
    valid_from       TEXT,
    valid_to         TEXT,
    basis            TEXT
) STRICT;

CREATE TABLE proposal (
    id           INTEGER PRIMARY KEY,
    uid          TEXT NOT NULL UNIQUE,
    version      INTEGER NOT NULL DEFAULT 1,
    session_id   INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    cluster_id   INTEGER REFERENCES cluster (id) ON DELETE SET NULL,
    delegate_id  INTEGER REFERENCES delegate (id) ON DELETE SET NULL,
    speaker      TEXT,
    unit         TEXT,
    question     TEXT NOT NULL,
    answer       TEXT,
    responsible  TEXT,
    state        TEXT NOT NULL CHECK (state IN ('open', 'answered', 'forwarded')),
    ordinal      INTEGER NOT NULL
) STRICT;
CREATE INDEX proposal_by_session ON proposal (session_id, ordinal);
