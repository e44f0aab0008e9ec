-- Certificates whose numbers stand an audit: what was printed on each is kept as it was printed, every paper has its
-- history, books have a year and are closed, and old registers can be taken in.

-- What all certificates of one issuing have in common, as it was then. Never changed afterwards.
CREATE TABLE certificate_issue (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    uid              TEXT NOT NULL UNIQUE,
    book_id          INTEGER NOT NULL REFERENCES certificate_book (id) ON DELETE RESTRICT,
    session_id       INTEGER REFERENCES session (id) ON DELETE RESTRICT,  -- NULL: of an old register
    way              TEXT NOT NULL CHECK (way IN ('results', 'ahead', 'reissue', 'registered')),
    at               TEXT NOT NULL,             -- UTC, RFC 3339
    series           TEXT NOT NULL,             -- 'CN-MTTQ'
    date             TEXT,                      -- EDTF
    place            TEXT NOT NULL DEFAULT '',
    decision_number  TEXT,                      -- quyết định công nhận
    decision_date    TEXT,                      -- EDTF
    session_title    TEXT NOT NULL,             -- as in running text
    session_dates    TEXT,                      -- EDTF date or interval
    letterhead       TEXT,                      -- JSON; NULL: not known
    signatory        TEXT NOT NULL,             -- JSON
    logo_key         TEXT,                      -- certificate_picture, as are the pictures of the template
    signature_key    TEXT,
    template         TEXT,                      -- JSON: the whole content; NULL: of an old register
    source           TEXT                       -- name of the file of an old register
) STRICT;
CREATE INDEX certificate_issue_by_session ON certificate_issue (session_id);
CREATE INDEX certificate_issue_by_book ON certificate_issue (book_id);

ALTER TABLE certificate_book ADD COLUMN series TEXT NOT NULL DEFAULT '';
ALTER TABLE certificate_book ADD COLUMN year INTEGER;
ALTER TABLE certificate_book ADD COLUMN reissue_keeps_number INTEGER NOT NULL DEFAULT 0
    CHECK (reissue_keeps_number IN (0, 1));
ALTER TABLE certificate_book ADD COLUMN closed_at TEXT;    -- UTC, RFC 3339; NULL while numbers are given
ALTER TABLE certificate_book ADD COLUMN closed_on TEXT;    -- EDTF: the day that stands in the book
ALTER TABLE certificate_book ADD COLUMN closed_by TEXT;
ALTER TABLE certificate_book ADD COLUMN pages INTEGER CHECK (pages > 0);
UPDATE certificate_book SET series = trim(replace(pattern, '{so}', ''), '/ -');
UPDATE certificate_book SET year = CAST(substr(name, -4) AS INTEGER)
WHERE substr(name, -4) GLOB '[12][0-9][0-9][0-9]';
UPDATE certificate_book SET year = (
    SELECT CAST(substr(min(certificate.date), 1, 4) AS INTEGER) FROM certificate
    WHERE certificate.book_id = certificate_book.id AND certificate.date GLOB '[12][0-9][0-9][0-9]*'
)
WHERE year IS NULL;

-- The papers that are to be signed by decision of recognition; NULL: as the session and its papers say.
ALTER TABLE certificate_plan ADD COLUMN decision_number TEXT;
ALTER TABLE certificate_plan ADD COLUMN decision_date TEXT;  -- EDTF
ALTER TABLE certificate_template ADD COLUMN built_in TEXT;   -- which of the program's own it began as

-- Numbers that were given before have an issuing of their session, as their plan is now.
INSERT INTO certificate_issue
    (uid, book_id, session_id, way, at, series, date, place, session_title, session_dates, letterhead, signatory,
     template, decision_number)
SELECT
    lower(hex(randomblob(16))), given.book_id, given.session_id, 'results', given.at, book.series,
    plan.date, coalesce(plan.place, ''),
    coalesce(session.title_in_text, session.title, ''), session.dates,
    coalesce(plan.letterhead, session.letterhead, organisation.letterhead), coalesce(plan.signatory, '{}'),
    template.content, session.decision_number
FROM (
    SELECT
        certificate.book_id, delegate.session_id,
        coalesce(min(event.at), '1970-01-01T00:00:00Z') AS at, min(certificate.id) AS first
    FROM certificate
    LEFT JOIN delegate ON delegate.id = certificate.delegate_id
    LEFT JOIN certificate_event AS event ON event.certificate_id = certificate.id
    GROUP BY certificate.book_id, delegate.session_id
) AS given
JOIN certificate_book AS book ON book.id = given.book_id
LEFT JOIN session ON session.id = given.session_id
LEFT JOIN organisation ON organisation.id = session.organisation_id
LEFT JOIN certificate_plan AS plan ON plan.session_id = given.session_id
LEFT JOIN certificate_template AS template ON template.id = plan.template_id
ORDER BY given.first;

-- A number of a book, with what was printed under it. What is corrected before the paper was handed out is changed here,
-- and stands before and after in `certificate_correction`.
CREATE TABLE new_certificate (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    uid             TEXT NOT NULL UNIQUE,
    book_id         INTEGER NOT NULL REFERENCES certificate_book (id) ON DELETE RESTRICT,
    number          INTEGER CHECK (number > 0),  -- NULL: of an old register, and no number of a row of numbers
    edition         INTEGER NOT NULL DEFAULT 0 CHECK (edition >= 0),  -- how often it was issued again under this number
    printed_number  TEXT NOT NULL,
    series          TEXT NOT NULL,
    date            TEXT,                       -- EDTF
    reissue_of      INTEGER REFERENCES certificate (id) ON DELETE RESTRICT,
    delegate_id     INTEGER REFERENCES delegate (id) ON DELETE RESTRICT,  -- NULL: of an old register
    issue_id        INTEGER NOT NULL REFERENCES certificate_issue (id) ON DELETE RESTRICT,
    name            TEXT NOT NULL,
    honorific       TEXT,                       -- 'ông', 'bà'
    birth           TEXT,                       -- EDTF
    position        TEXT,
    unit            TEXT,
    grade           TEXT,
    words           TEXT,                       -- JSON: what else its template says of them, by field
    blank_number    TEXT,                       -- số phôi
    check_code      TEXT UNIQUE,                -- twelve digits; NULL: of an old register
    search_key      TEXT NOT NULL,              -- folded name, position and unit
    erased_at       TEXT,                       -- UTC, RFC 3339: the name is gone from the register, too
    erasure_reason  TEXT,
    UNIQUE (book_id, number, edition)
) STRICT;
-- What is searched and checked by is filled in by the program that migrates.
INSERT INTO new_certificate
    (id, uid, book_id, number, printed_number, series, date, reissue_of, delegate_id, issue_id, name, honorific, birth,
     position, unit, grade, search_key, erased_at, erasure_reason)
SELECT
    certificate.id, certificate.uid, certificate.book_id, certificate.number, certificate.printed_number, book.series,
    certificate.date, certificate.reissue_of, certificate.delegate_id, issue.id,
    CASE
        WHEN certificate.erased_at IS NOT NULL THEN '(đã xóa)'
        ELSE coalesce(certificate.kept_name, delegate.full_name, '(không rõ)')
    END,
    CASE delegate.gender WHEN 'male' THEN 'ông' WHEN 'female' THEN 'bà' END,
    delegate.birth, delegate.position, delegate.unit, essay.grade, '', certificate.erased_at, certificate.erasure_reason
FROM certificate
JOIN certificate_book AS book ON book.id = certificate.book_id
LEFT JOIN delegate ON delegate.id = certificate.delegate_id
LEFT JOIN essay ON essay.delegate_id = certificate.delegate_id
JOIN certificate_issue AS issue ON issue.book_id = certificate.book_id AND issue.session_id IS delegate.session_id
ORDER BY certificate.id;
DROP TABLE certificate;
ALTER TABLE new_certificate RENAME TO certificate;
CREATE INDEX certificate_by_delegate ON certificate (delegate_id) WHERE delegate_id IS NOT NULL;
CREATE INDEX certificate_by_issue ON certificate (issue_id);
CREATE INDEX certificate_by_reissued ON certificate (reissue_of) WHERE reissue_of IS NOT NULL;
CREATE INDEX certificate_by_printed_number ON certificate (printed_number);

-- What happened to it, in order; the state follows from it.
CREATE TABLE new_certificate_event (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    certificate_id  INTEGER NOT NULL REFERENCES certificate (id) ON DELETE CASCADE,
    kind            TEXT NOT NULL CHECK (kind IN (
        'issued',        -- got its number
        'registered',    -- taken in from an old register
        'printed',       -- came out of the printer, so many sheets
        'spoiled',       -- so many sheets were spoiled
        'corrected',     -- what is printed was changed, before it was handed out
        'handed_out',    -- đã phát
        'taken_back',    -- that it was handed out was said by mistake
        'voided',        -- hủy
        'restored',      -- that it was voided or withdrawn was undone
        'withdrawn',     -- thu hồi
        'reissued',      -- another one was issued for it
        'kept',          -- stays valid though the rule says otherwise
        'unkept'         -- that was undone
    )),
    at              TEXT NOT NULL,              -- UTC, RFC 3339
    reason          TEXT,
    date            TEXT,                       -- EDTF: when it was handed out, or applied for again
    receiver        TEXT,                       -- who took it for them ('nhận thay')
    ground          TEXT CHECK (ground IN ('office_error', 'lost', 'damaged')),
    sheets          INTEGER CHECK (sheets > 0),
    blank_number    TEXT,                       -- số phôi of a spoiled sheet
    entry_id        INTEGER,                    -- the mark_entry that said so; no key, for events hang on certificates
    operation_id    INTEGER REFERENCES operation (id) ON DELETE SET NULL
) STRICT;
INSERT INTO new_certificate_event (id, certificate_id, kind, at, reason, operation_id)
SELECT id, certificate_id, kind, at, reason, operation_id FROM certificate_event;
DROP TABLE certificate_event;
ALTER TABLE new_certificate_event RENAME TO certificate_event;
CREATE INDEX certificate_event_by_certificate ON certificate_event (certificate_id, id);
CREATE INDEX certificate_event_by_entry ON certificate_event (entry_id) WHERE entry_id IS NOT NULL;
CREATE TRIGGER certificate_event_is_append_only BEFORE UPDATE ON certificate_event
BEGIN
    SELECT raise(ABORT, 'certificate events are never changed');
END;

-- What a correction changed. Apart from the event, which stays when a name is erased from the register.
CREATE TABLE certificate_correction (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id  INTEGER NOT NULL REFERENCES certificate_event (id) ON DELETE CASCADE,
    field     TEXT NOT NULL,                    -- a column of certificate
    before    TEXT,
    after     TEXT
) STRICT;
CREATE INDEX certificate_correction_by_event ON certificate_correction (event_id);

-- Sổ phôi: forms that came printed, and what became of them.
CREATE TABLE certificate_stock (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    uid              TEXT NOT NULL UNIQUE,
    version          INTEGER NOT NULL DEFAULT 1,
    organisation_id  INTEGER REFERENCES organisation (id) ON DELETE SET NULL,
    session_id       INTEGER REFERENCES session (id) ON DELETE SET NULL,
    kind             TEXT NOT NULL CHECK (kind IN ('received', 'used', 'spoiled', 'returned')),
    count            INTEGER NOT NULL CHECK (count > 0),
    serial_from      TEXT,
    serial_to        TEXT,
    date             TEXT,                      -- EDTF
    note             TEXT
) STRICT;
CREATE INDEX certificate_stock_by_session ON certificate_stock (session_id) WHERE session_id IS NOT NULL;

-- Pictures of templates, by what they are: the same picture stands here once, and is never changed.
CREATE TABLE certificate_picture (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    key         TEXT NOT NULL UNIQUE,           -- of its bytes
    media_type  TEXT NOT NULL,
    content     BLOB NOT NULL,
    added_at    TEXT NOT NULL                   -- UTC, RFC 3339
) STRICT;

-- The signature of who signs, by the name under it: signatories change places in their list.
CREATE TABLE signature_picture (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL UNIQUE,
    media_type  TEXT NOT NULL,
    content     BLOB NOT NULL,
    added_at    TEXT NOT NULL                   -- UTC, RFC 3339
) STRICT;
CREATE TABLE signature_use (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    uid           TEXT NOT NULL UNIQUE,
    session_id    INTEGER REFERENCES session (id) ON DELETE SET NULL,
    name          TEXT NOT NULL,
    paper         TEXT NOT NULL,
    certificates  INTEGER NOT NULL CHECK (certificates > 0),  -- how many bore it
    at            TEXT NOT NULL                 -- UTC, RFC 3339
) STRICT;

-- How far a printer puts down beside where it should, on forms that came printed.
CREATE TABLE printer_offset (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    printer  TEXT NOT NULL UNIQUE,
    across   REAL NOT NULL DEFAULT 0,           -- millimetres to the right
    down     REAL NOT NULL DEFAULT 0            -- millimetres down
) STRICT;
