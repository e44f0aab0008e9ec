-- A session that ended keeps its topics as it held them, though the library goes on.
ALTER TABLE session ADD COLUMN topics TEXT;  -- JSON copy taken when the session ends; NULL while it follows the library
