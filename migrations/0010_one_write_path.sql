-- Steps that can no longer be undone are set aside; the journal holds what it needs; what is
-- deleted leaves a tombstone; facts are never deleted with what they are about.

-- 'set_aside': it could not be undone, `reason` says why; it blocks nobody. 'discarded': undone for good. 'fact': only noted.
CREATE TABLE new_operation (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         TEXT NOT NULL UNIQUE,
    at          TEXT NOT NULL,                 -- UTC, RFC 3339
    label       TEXT NOT NULL,                 -- JSON: sentence id and its values
    join_key    TEXT,                          -- edits of one field within ten seconds share a step
    kind        TEXT NOT NULL CHECK (kind IN ('do', 'fact', 'undo', 'redo')),
    target_id   INTEGER REFERENCES operation (id) ON DELETE SET NULL,
    state       TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded', 'settled', 'set_aside')),
    reason      TEXT,                          -- JSON: why it was set aside
    changes     INTEGER NOT NULL DEFAULT 0     -- number of rows changed
) STRICT;
INSERT INTO new_operation (id, uid, at, label, join_key, kind, target_id, state, changes)
SELECT id, uid, at, label, join_key, kind, target_id, state, changes FROM operation;
DROP TABLE operation;
ALTER TABLE new_operation RENAME TO operation;
CREATE INDEX operation_by_state ON operation (state, id);

-- Rows that were inserted one after the other are one line without images (while the step is undone:
-- a line each, the whole row in `after`); a deleted row is whole in `before`, an updated one has the
-- fields that changed. Changes of people and delegates stay as history when the step can no longer
-- be undone.
CREATE TABLE new_row_change (
    id            INTEGER PRIMARY KEY,
    operation_id  INTEGER NOT NULL REFERENCES operation (id) ON DELETE CASCADE,
    table_name    TEXT NOT NULL,
    row_id        INTEGER NOT NULL,
    rows          INTEGER NOT NULL DEFAULT 1,  -- how many, from row_id on
    place         INTEGER,                     -- of insertions: the change they follow; others follow by id
    change        TEXT NOT NULL CHECK (change IN ('insert', 'update', 'delete')),
    before        TEXT,                        -- JSON object
    after         TEXT                         -- JSON object
) STRICT;
INSERT INTO new_row_change (id, operation_id, table_name, row_id, change, before, after)
SELECT id, operation_id, table_name, row_id, iif(after IS NULL, 'delete', 'update'), before, after
FROM row_change WHERE before IS NOT NULL;
DROP TABLE row_change;
ALTER TABLE new_row_change RENAME TO row_change;
CREATE INDEX row_change_by_operation ON row_change (operation_id, id);

-- What was deleted, so that another office is told, and so that a version never goes down.
CREATE TABLE tombstone (
    uid      TEXT PRIMARY KEY,
    kind     TEXT NOT NULL,                    -- its table
    version  INTEGER NOT NULL,                 -- the last it had
    at       TEXT NOT NULL                     -- UTC, RFC 3339
) STRICT, WITHOUT ROWID;

-- A mark never vanishes with its delegate or sitting: those stay.
DROP VIEW attendance;
CREATE TABLE new_attendance_mark (
    id            INTEGER PRIMARY KEY,
    uid           TEXT NOT NULL UNIQUE,
    delegate_id   INTEGER NOT NULL REFERENCES delegate (id) ON DELETE RESTRICT,
    sitting_id    INTEGER NOT NULL REFERENCES sitting (id) ON DELETE RESTRICT,
    status        TEXT NOT NULL CHECK (status IN ('present', 'late', 'excused', 'absent', 'substituted')),
    at            TEXT NOT NULL,               -- UTC, RFC 3339
    note          TEXT,
    retracts      INTEGER REFERENCES attendance_mark (id) ON DELETE RESTRICT
) STRICT;
INSERT INTO new_attendance_mark (id, uid, delegate_id, sitting_id, status, at, note, retracts)
SELECT id, uid, delegate_id, sitting_id, status, at, note, retracts FROM attendance_mark;
DROP TABLE attendance_mark;
ALTER TABLE new_attendance_mark RENAME TO attendance_mark;
CREATE INDEX attendance_mark_by_delegate ON attendance_mark (delegate_id, sitting_id, id);
CREATE INDEX attendance_mark_by_sitting ON attendance_mark (sitting_id, id);
CREATE INDEX attendance_mark_by_retracted ON attendance_mark (retracts) WHERE retracts IS NOT NULL;

CREATE TRIGGER attendance_mark_is_append_only BEFORE UPDATE ON attendance_mark
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

-- A print run is known by its session's uid: it outlives a deletion that can still be undone.
CREATE TABLE new_print_run (
    id           INTEGER PRIMARY KEY,
    session_uid  TEXT NOT NULL,
    paper        TEXT NOT NULL,
    scope        TEXT,                         -- 'whole' or the row of the cluster; NULL: its codes are of an older kind
    options      TEXT NOT NULL,                -- JSON
    made_at      TEXT NOT NULL,                -- UTC, RFC 3339
    printed      INTEGER NOT NULL DEFAULT 0    -- how often, as far as the user said
) STRICT;
INSERT INTO new_print_run (id, session_uid, paper, scope, options, made_at, printed)
SELECT run.id, session.uid, paper, scope, options, made_at, printed
FROM print_run AS run JOIN session ON session.id = run.session_id;
DROP TABLE print_run;
ALTER TABLE new_print_run RENAME TO print_run;
CREATE INDEX print_run_by_session ON print_run (session_uid, paper, id);

-- Deleting a row looks for those that refer to it: without these, through the whole table.
CREATE INDEX delegate_by_substitute ON delegate (substitute_for) WHERE substitute_for IS NOT NULL;
CREATE INDEX guest_by_person ON guest (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX presenter_slot_by_person ON presenter_slot (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX certificate_by_reissued ON certificate (reissue_of) WHERE reissue_of IS NOT NULL;
CREATE INDEX cluster_unit_by_unit ON cluster_unit (unit_id) WHERE unit_id IS NOT NULL;

-- The id of a row is never given again: steps that were undone, pages that were printed and facts
-- know rows by it, and would meet another row. What of a table is in the file stays as it is, so
-- only its definition changes (https://sqlite.org/lang_altertable.html#otheralter).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'INTEGER PRIMARY KEY', 'INTEGER PRIMARY KEY AUTOINCREMENT')
WHERE type = 'table' AND sql LIKE '%INTEGER PRIMARY KEY%' AND sql NOT LIKE '%AUTOINCREMENT%';
PRAGMA writable_schema = RESET;

DELETE FROM sqlite_sequence;
-- SQLite looks for a table from the first on: those that lists fill stand there.
INSERT INTO sqlite_sequence (name, seq)
SELECT name, coalesce(last, 0) FROM (
    SELECT 'person_unit' AS name, max(id) AS last FROM person_unit
    UNION ALL SELECT 'person_position', max(id) FROM person_position
    UNION ALL SELECT 'person', max(id) FROM person
    UNION ALL SELECT 'delegate', max(id) FROM (
        SELECT id FROM delegate
        UNION ALL
        SELECT named.value FROM print_run_page AS page, json_each(page.delegates) AS named
        WHERE named.type = 'integer'
    )
    UNION ALL SELECT 'cluster', max(id) FROM (
        SELECT id FROM cluster UNION ALL SELECT CAST(scope AS INTEGER) FROM print_run
    )
    UNION ALL SELECT 'row_change', max(id) FROM row_change
    UNION ALL SELECT 'operation', max(id) FROM operation
    UNION ALL SELECT 'setting', max(id) FROM setting
    UNION ALL SELECT 'organisation', max(id) FROM organisation
    UNION ALL SELECT 'signatory', max(id) FROM signatory
    UNION ALL SELECT 'number_pattern', max(id) FROM number_pattern
    UNION ALL SELECT 'unit', max(id) FROM unit
    UNION ALL SELECT 'unit_successor', max(id) FROM unit_successor
    UNION ALL SELECT 'position', max(id) FROM position
    UNION ALL SELECT 'person_sensitive', max(id) FROM person_sensitive
    UNION ALL SELECT 'attachment', max(id) FROM attachment
    UNION ALL SELECT 'topic', max(id) FROM topic
    UNION ALL SELECT 'cited_document', max(id) FROM cited_document
    UNION ALL SELECT 'topic_cites', max(id) FROM topic_cites
    UNION ALL SELECT 'document_cites', max(id) FROM document_cites
    UNION ALL SELECT 'curriculum', max(id) FROM curriculum
    UNION ALL SELECT 'curriculum_topic', max(id) FROM curriculum_topic
    UNION ALL SELECT 'session', max(id) FROM session
    UNION ALL SELECT 'organiser', max(id) FROM organiser
    UNION ALL SELECT 'audience_group', max(id) FROM audience_group
    UNION ALL SELECT 'guest', max(id) FROM guest
    UNION ALL SELECT 'cluster_unit', max(id) FROM cluster_unit
    UNION ALL SELECT 'sitting', max(id) FROM sitting
    UNION ALL SELECT 'programme_item', max(id) FROM programme_item
    UNION ALL SELECT 'presenter_slot', max(id) FROM presenter_slot
    UNION ALL SELECT 'attendance_mark', max(id) FROM attendance_mark
    UNION ALL SELECT 'completion_rule', max(id) FROM completion_rule
    UNION ALL SELECT 'completion_result', max(id) FROM completion_result
    UNION ALL SELECT 'certificate_template', max(id) FROM certificate_template
    UNION ALL SELECT 'certificate_book', max(id) FROM certificate_book
    UNION ALL SELECT 'certificate_plan', max(id) FROM certificate_plan
    UNION ALL SELECT 'certificate', max(id) FROM certificate
    UNION ALL SELECT 'certificate_event', max(id) FROM certificate_event
    UNION ALL SELECT 'allowance_rate', max(id) FROM allowance_rate
    UNION ALL SELECT 'proposal', max(id) FROM proposal
    UNION ALL SELECT 'paper_recipe', max(id) FROM paper_recipe
    UNION ALL SELECT 'print_run', max(id) FROM print_run
    UNION ALL SELECT 'print_run_page', max(id) FROM print_run_page
    UNION ALL SELECT 'import_record', max(id) FROM import_record
    UNION ALL SELECT 'column_mapping', max(id) FROM column_mapping
    UNION ALL SELECT 'retention', max(id) FROM retention
    UNION ALL SELECT 'paper_look', max(id) FROM paper_look
    UNION ALL SELECT 'paper_words', max(id) FROM paper_words
);
