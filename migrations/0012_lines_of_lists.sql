-- What of a list that was read in did not come in: lines that were left out, not understood or doubtful.
-- They can be read and taken in later, and go with their import.
CREATE TABLE import_line (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id  INTEGER NOT NULL REFERENCES import_record (id) ON DELETE CASCADE,
    sheet      TEXT,                            -- its name, where the file has several
    line       INTEGER NOT NULL,                -- row number in its sheet, as Excel shows it; line of a text
    cell       TEXT,                            -- 'H5': only this cell of the line
    kind       TEXT NOT NULL,                   -- 'doubtful', 'left_out', 'not_understood', 'note'
    reason     TEXT,                            -- code of the reason: 'hidden_row', 'struck', …
    text       TEXT NOT NULL,                   -- what stands there, cells parted by ' | '
    person     TEXT,                            -- JSON of what could be read, for a person who did not come in
    taken      INTEGER NOT NULL DEFAULT 0       -- 1 once it was taken in later
) STRICT;
CREATE INDEX import_line_by_import ON import_line (import_id, id);

-- Whose list it was, where the list or the user said so; and how many of its lines did not come in: of more than 5,000 only
-- the first stand here.
ALTER TABLE import_record ADD COLUMN commune TEXT;
ALTER TABLE import_record ADD COLUMN doubtful_rows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_record ADD COLUMN left_lines INTEGER NOT NULL DEFAULT 0;
