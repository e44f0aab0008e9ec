-- Columns of a session's own ('Xe', 'Phòng', 'Ăn chay', 'Tổ thảo luận'), and what stands in them of each delegate.
CREATE TABLE own_column (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    session_id  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    label       TEXT NOT NULL CHECK (label <> ''),
    kind        TEXT NOT NULL CHECK (kind IN ('text', 'number', 'yes_no', 'group')),
    ordinal     INTEGER NOT NULL
) STRICT;
CREATE INDEX own_column_by_session ON own_column (session_id, ordinal);
-- A session has one column of discussion groups at most.
CREATE UNIQUE INDEX own_column_of_groups ON own_column (session_id) WHERE kind = 'group';

-- No row where a column is empty: "no" is empty, too.
CREATE TABLE own_value (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    delegate_id    INTEGER NOT NULL REFERENCES delegate (id) ON DELETE CASCADE,
    own_column_id  INTEGER NOT NULL REFERENCES own_column (id) ON DELETE CASCADE,
    value          TEXT NOT NULL CHECK (value <> ''),  -- 'Xe 2', '-2,5', '1' for yes, 'Tổ 3'
    UNIQUE (own_column_id, delegate_id)
) STRICT;
CREATE INDEX own_value_by_delegate ON own_value (delegate_id);
