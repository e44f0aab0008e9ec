-- Attendance from paper, by hand and by scanner: entries with their marks, which mark counts, sittings closed and opened,
-- who received what, numbers where there are no names, and what a printed page keeps to be marked from.

-- What one Enter, scan or click said: on disk all of it or nothing, taken back as a whole by a further entry.
CREATE TABLE mark_entry (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         TEXT NOT NULL UNIQUE,
    session_id  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,  -- its marks hold the delegates
    at          TEXT NOT NULL,                  -- UTC, RFC 3339
    way         TEXT NOT NULL CHECK (way IN ('name', 'number', 'scan', 'page', 'all', 'import', 'cli')),
    page_code   TEXT,                           -- the printed page it was read from
    device      TEXT,                           -- what the computer is called, if it has a name
    machine     TEXT,                           -- which computer: a number it gave itself
    retracts    INTEGER UNIQUE REFERENCES mark_entry (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX mark_entry_by_session ON mark_entry (session_id, id);
CREATE INDEX mark_entry_by_page ON mark_entry (page_code) WHERE page_code IS NOT NULL;

DROP VIEW attendance;
CREATE TABLE new_attendance_mark (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    uid            TEXT NOT NULL UNIQUE,
    entry_id       INTEGER NOT NULL REFERENCES mark_entry (id) ON DELETE RESTRICT,
    delegate_id    INTEGER NOT NULL REFERENCES delegate (id) ON DELETE RESTRICT,
    sitting_id     INTEGER NOT NULL REFERENCES sitting (id) ON DELETE RESTRICT,
    status         TEXT NOT NULL
                   CHECK (status IN ('present', 'late', 'left_early', 'excused', 'absent', 'substituted')),
    substitute_id  INTEGER REFERENCES delegate (id) ON DELETE RESTRICT,  -- who sat there, for 'substituted'
    note           TEXT,                        -- the reason of an absence
    replaces       INTEGER REFERENCES attendance_mark (id) ON DELETE RESTRICT  -- the mark that counted before
) STRICT;

-- Marks of before are entries of one mark each; those that took one back are entries that retract. Of two that took back
-- the same one the first does.
INSERT INTO mark_entry (id, uid, session_id, at, way, retracts)
SELECT mark.id, mark.uid, delegate.session_id, mark.at, 'name', mark.retracts
FROM attendance_mark AS mark JOIN delegate ON delegate.id = mark.delegate_id
WHERE mark.retracts IS NULL
   OR mark.id = (SELECT min(id) FROM attendance_mark AS first WHERE first.retracts = mark.retracts)
ORDER BY mark.id;
INSERT INTO new_attendance_mark (id, uid, entry_id, delegate_id, sitting_id, status, note)
SELECT id, uid, id, delegate_id, sitting_id, status, note FROM attendance_mark WHERE retracts IS NULL;
-- The ids of marks that are no marks any more are not given again.
INSERT INTO sqlite_sequence (name, seq)
SELECT 'new_attendance_mark', seq FROM sqlite_sequence
WHERE name = 'attendance_mark' AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'new_attendance_mark');
UPDATE sqlite_sequence
SET seq = max(seq, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'attendance_mark'), 0))
WHERE name = 'new_attendance_mark';
DROP TABLE attendance_mark;
ALTER TABLE new_attendance_mark RENAME TO attendance_mark;
CREATE INDEX attendance_mark_by_delegate ON attendance_mark (delegate_id, sitting_id, id);
CREATE INDEX attendance_mark_by_sitting ON attendance_mark (sitting_id, id);
CREATE INDEX attendance_mark_by_entry ON attendance_mark (entry_id);
CREATE INDEX attendance_mark_by_substitute ON attendance_mark (substitute_id) WHERE substitute_id IS NOT NULL;
CREATE INDEX attendance_mark_by_replaced ON attendance_mark (replaces) WHERE replaces IS NOT NULL;

CREATE TRIGGER attendance_mark_is_append_only
BEFORE UPDATE OF uid, entry_id, delegate_id, sitting_id, status, note ON attendance_mark
BEGIN
    SELECT raise(ABORT, 'attendance marks are never changed');
END;
CREATE TRIGGER mark_entry_is_append_only BEFORE UPDATE ON mark_entry
BEGIN
    SELECT raise(ABORT, 'entries of marks are never changed');
END;

-- The mark that counts for a delegate at a sitting.
CREATE TABLE attendance (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    delegate_id  INTEGER NOT NULL REFERENCES delegate (id) ON DELETE RESTRICT,
    sitting_id   INTEGER NOT NULL REFERENCES sitting (id) ON DELETE RESTRICT,
    mark_id      INTEGER NOT NULL UNIQUE REFERENCES attendance_mark (id) ON DELETE RESTRICT,
    UNIQUE (delegate_id, sitting_id)
) STRICT;
CREATE INDEX attendance_by_sitting ON attendance (sitting_id);
INSERT INTO attendance (delegate_id, sitting_id, mark_id)
SELECT delegate_id, sitting_id, max(id) FROM attendance_mark AS mark
WHERE NOT EXISTS (SELECT 1 FROM mark_entry AS later WHERE later.retracts = mark.entry_id)
GROUP BY delegate_id, sitting_id;

-- Marks from another computer that say otherwise than ours; ours count until somebody decides.
CREATE TABLE mark_conflict (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    mark_id     INTEGER NOT NULL UNIQUE REFERENCES attendance_mark (id) ON DELETE RESTRICT,
    settled_at  TEXT                            -- UTC, RFC 3339; NULL while undecided
) STRICT;

-- A sitting is closed and opened again; the last event holds.
CREATE TABLE sitting_event (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         TEXT NOT NULL UNIQUE,
    sitting_id  INTEGER NOT NULL REFERENCES sitting (id) ON DELETE RESTRICT,
    kind        TEXT NOT NULL CHECK (kind IN ('closed', 'opened')),
    at          TEXT NOT NULL,                  -- UTC, RFC 3339
    reason      TEXT,
    device      TEXT
) STRICT;
CREATE INDEX sitting_event_by_sitting ON sitting_event (sitting_id, id);
CREATE TRIGGER sitting_event_is_append_only BEFORE UPDATE ON sitting_event
BEGIN
    SELECT raise(ABORT, 'events of sittings are never changed');
END;

-- Who said before that they will not come, and who is sent instead.
CREATE TABLE absence_notice (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    delegate_id    INTEGER NOT NULL REFERENCES delegate (id) ON DELETE CASCADE,
    sitting_id     INTEGER REFERENCES sitting (id) ON DELETE CASCADE,  -- NULL: the whole session
    onward         INTEGER NOT NULL DEFAULT 0 CHECK (onward IN (0, 1)),  -- from that sitting on
    reason         TEXT,
    substitute_id  INTEGER REFERENCES delegate (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX absence_notice_by_delegate ON absence_notice (delegate_id);
CREATE INDEX absence_notice_by_sitting ON absence_notice (sitting_id) WHERE sitting_id IS NOT NULL;
CREATE INDEX absence_notice_by_substitute ON absence_notice (substitute_id) WHERE substitute_id IS NOT NULL;

-- Numbers where there are no names: of a cluster, a group that was called or a unit, and the guests of a sitting.
CREATE TABLE turnout (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    sitting_id  INTEGER NOT NULL REFERENCES sitting (id) ON DELETE CASCADE,
    whose       TEXT NOT NULL CHECK (whose IN ('cluster', 'group', 'unit', 'guests')),
    group_id    INTEGER REFERENCES audience_group (id) ON DELETE CASCADE,
    unit        TEXT,
    invited     INTEGER CHECK (invited >= 0),
    present     INTEGER CHECK (present >= 0),
    excused     INTEGER CHECK (excused >= 0),
    absent      INTEGER CHECK (absent >= 0),
    is_about    INTEGER NOT NULL DEFAULT 0 CHECK (is_about IN (0, 1))  -- 'khoảng'
) STRICT;
CREATE UNIQUE INDEX turnout_by_sitting ON turnout (sitting_id, whose, coalesce(group_id, 0), coalesce(unit, ''));
CREATE INDEX turnout_by_group ON turnout (group_id) WHERE group_id IS NOT NULL;

-- Who received money, documents or a certificate, by the list they signed; entered as marks are.
CREATE TABLE receipt_mark (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    uid          TEXT NOT NULL UNIQUE,
    entry_id     INTEGER NOT NULL REFERENCES mark_entry (id) ON DELETE RESTRICT,
    delegate_id  INTEGER NOT NULL REFERENCES delegate (id) ON DELETE RESTRICT,
    paper        TEXT NOT NULL,                 -- the list that is signed: 'allowance-receipt', …
    received     INTEGER NOT NULL CHECK (received IN (0, 1)),
    receiver     TEXT,                          -- who took it for them ('nhận thay')
    replaces     INTEGER REFERENCES receipt_mark (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX receipt_mark_by_delegate ON receipt_mark (delegate_id, paper, id);
CREATE INDEX receipt_mark_by_entry ON receipt_mark (entry_id);
CREATE INDEX receipt_mark_by_replaced ON receipt_mark (replaces) WHERE replaces IS NOT NULL;
CREATE TRIGGER receipt_mark_is_append_only
BEFORE UPDATE OF uid, entry_id, delegate_id, paper, received, receiver ON receipt_mark
BEGIN
    SELECT raise(ABORT, 'receipt marks are never changed');
END;
CREATE TABLE receipt (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    delegate_id  INTEGER NOT NULL REFERENCES delegate (id) ON DELETE RESTRICT,
    paper        TEXT NOT NULL,
    mark_id      INTEGER NOT NULL UNIQUE REFERENCES receipt_mark (id) ON DELETE RESTRICT,
    UNIQUE (delegate_id, paper)
) STRICT;

-- Whether an item of the programme was given as planned, and by whom.
ALTER TABLE presenter_slot ADD COLUMN given TEXT CHECK (given IN ('given', 'replaced', 'not_given'));
ALTER TABLE presenter_slot ADD COLUMN given_by TEXT;

-- The rule for completion; what follows from it is computed, only a decision by hand is kept.
ALTER TABLE completion_rule ADD COLUMN left_early_counts INTEGER NOT NULL DEFAULT 1 CHECK (left_early_counts IN (0, 1));
ALTER TABLE completion_rule ADD COLUMN needs_essay INTEGER NOT NULL DEFAULT 0 CHECK (needs_essay IN (0, 1));
ALTER TABLE completion_rule ADD COLUMN minimum_score INTEGER;    -- hundredths of a point
ALTER TABLE completion_rule ADD COLUMN by_place INTEGER NOT NULL DEFAULT 0 CHECK (by_place IN (0, 1));
CREATE TABLE completion_required (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    sitting_id  INTEGER NOT NULL UNIQUE REFERENCES sitting (id) ON DELETE CASCADE
) STRICT;
CREATE TABLE completion_decision (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    delegate_id  INTEGER NOT NULL UNIQUE REFERENCES delegate (id) ON DELETE CASCADE,
    completed    INTEGER CHECK (completed IN (0, 1)),   -- NULL: as the rule says
    commended    INTEGER NOT NULL DEFAULT 0 CHECK (commended IN (0, 1)),
    reason       TEXT,
    decided_by   TEXT,
    decided_at   TEXT NOT NULL                  -- UTC, RFC 3339
) STRICT;
INSERT INTO completion_decision (id, delegate_id, completed, commended, reason, decided_at)
SELECT id, delegate_id, completed, commended, reason, decided_at FROM completion_result;
CREATE TABLE essay (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    delegate_id  INTEGER NOT NULL UNIQUE REFERENCES delegate (id) ON DELETE CASCADE,
    submitted    INTEGER NOT NULL DEFAULT 1 CHECK (submitted IN (0, 1)),
    score        INTEGER,                       -- hundredths of a point
    grade        TEXT
) STRICT;
INSERT INTO essay (delegate_id, grade) SELECT delegate_id, grade FROM completion_result WHERE grade IS NOT NULL;
DROP TABLE completion_result;

-- How a session calls absences, where it is not as its kind does; and whether it is put away ('Cất đi').
ALTER TABLE session ADD COLUMN excused_word TEXT;
ALTER TABLE session ADD COLUMN absent_word TEXT;
ALTER TABLE session ADD COLUMN put_away INTEGER NOT NULL DEFAULT 0 CHECK (put_away IN (0, 1));

-- What of a printed page is kept to mark from it and to read a scan of it: JSON, NULL for papers that nobody signs and for
-- runs of before.
ALTER TABLE print_run_page ADD COLUMN sheet TEXT;

-- Scans and photos of signed pages.
CREATE TABLE signed_scan (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    session_id  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    page_code   TEXT,                           -- the printed page it shows, if that is known
    name        TEXT NOT NULL,                  -- of the file it came from
    at          TEXT NOT NULL,                  -- UTC, RFC 3339
    width       INTEGER NOT NULL,
    height      INTEGER NOT NULL,
    jpeg        BLOB NOT NULL
) STRICT;
CREATE INDEX signed_scan_by_session ON signed_scan (session_id, id);
