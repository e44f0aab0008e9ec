-- How the papers of a session were made last, what its letters say, and what a print run was of.

-- A habit, not data: written in passing, without a step to undo.
CREATE TABLE paper_look (
    id          INTEGER PRIMARY KEY,
    session_id  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    paper       TEXT NOT NULL,
    options     TEXT NOT NULL,                 -- JSON
    recipe_uid  TEXT,                          -- the recipe it began with; may be gone
    UNIQUE (session_id, paper)
) STRICT;

-- What the user typed for a letter of this session: number, day of signing, recipients, …
CREATE TABLE paper_words (
    id          INTEGER PRIMARY KEY,
    uid         TEXT NOT NULL UNIQUE,
    version     INTEGER NOT NULL DEFAULT 1,
    session_id  INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    paper       TEXT NOT NULL,
    words       TEXT NOT NULL,                 -- JSON
    UNIQUE (session_id, paper)
) STRICT;

-- 'whole' or the row of the cluster; NULL for runs from before the code of a page stood for all it says.
ALTER TABLE print_run ADD COLUMN scope TEXT;
