-- What was done to the data: for undo, and for the history of people's fields.

-- One step in the user's words. Undoing and redoing are steps too (kind, target_id).
CREATE TABLE operation (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    at          TEXT NOT NULL,                 -- UTC, RFC 3339
    label       TEXT NOT NULL,                 -- JSON: sentence id and its values
    join_key    TEXT,                          -- edits of one field within ten seconds share a step
    kind        TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    target_id   INTEGER REFERENCES operation (id) ON DELETE SET NULL,
    state       TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded', 'settled')),
    changes     INTEGER NOT NULL DEFAULT 0     -- number of rows changed
) STRICT;
CREATE INDEX operation_by_state ON operation (state, id);

-- Row images, written by triggers. Those of people and delegates stay as history
-- when the step can no longer be undone; the others go.
CREATE TABLE row_change (
    id            INTEGER PRIMARY KEY,
    operation_id  INTEGER NOT NULL REFERENCES operation (id) ON DELETE CASCADE,
    table_name    TEXT NOT NULL,
    row_id        INTEGER NOT NULL,
    before        TEXT,                        -- JSON object; NULL when the row was inserted
    after         TEXT                         -- JSON object; NULL when the row was deleted
) STRICT;
CREATE INDEX row_change_by_operation ON row_change (operation_id, id);
CREATE INDEX row_change_by_row ON row_change (table_name, row_id);

CREATE TABLE setting (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    value  TEXT NOT NULL
) STRICT;
