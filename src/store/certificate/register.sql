-- Lines of the register; which ones, and in which order, is added by the code.
SELECT
    certificate.*,
    issue.session_id AS of_session,
    issue.session_title,
    issue.way,
    issue.source,
    book.year,
    listed.full_name AS listed_name,
    listed.gender AS listed_gender,
    listed.birth AS listed_birth,
    listed.position AS listed_position,
    listed.unit AS listed_unit,
    (SELECT former.printed_number FROM certificate AS former WHERE former.id = certificate.reissue_of) AS replaces,
    (
        SELECT later.printed_number FROM certificate AS later
        WHERE later.reissue_of = certificate.id ORDER BY later.id DESC LIMIT 1
    ) AS reissued_as
FROM certificate
JOIN certificate_issue AS issue ON issue.id = certificate.issue_id
JOIN certificate_book AS book ON book.id = certificate.book_id
LEFT JOIN delegate AS listed
    ON listed.id = certificate.delegate_id AND listed.erased_at IS NULL AND certificate.erased_at IS NULL
