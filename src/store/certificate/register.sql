-- Lines of the register: of a session (?1), a book (?2), a year (?3), with all of these folded words (?4), with this code
-- (?5), or of this row (?6); what is NULL is not asked.
SELECT
    certificate.*,
    issue.session_id AS of_session,
    issue.session_title,
    issue.way,
    issue.source,
    book.year,
    (
        SELECT later.printed_number FROM certificate AS later
        WHERE later.reissue_of = certificate.id ORDER BY later.id DESC LIMIT 1
    ) AS reissued_as
FROM certificate
JOIN certificate_issue AS issue ON issue.id = certificate.issue_id
JOIN certificate_book AS book ON book.id = certificate.book_id
WHERE (?1 IS NULL OR issue.session_id = ?1)
    AND (?2 IS NULL OR certificate.book_id = ?2)
    AND (?3 IS NULL OR book.year = ?3)
    AND NOT EXISTS (
        SELECT 1 FROM json_each(?4) AS word
        WHERE instr(certificate.search_key, word.value) = 0
            AND instr(lower(certificate.printed_number), word.value) = 0
    )
    AND (?5 IS NULL OR certificate.check_code = ?5)
    AND (?6 IS NULL OR certificate.id = ?6)
ORDER BY book.year, book.id, certificate.number, certificate.edition, certificate.id
