-- The last number of its book, which is open, of which nothing was printed and no file was ever made.
SELECT 1
FROM certificate
JOIN certificate_book AS book ON book.id = certificate.book_id
JOIN delegate ON delegate.id = certificate.delegate_id
JOIN session ON session.id = delegate.session_id
WHERE certificate.id = ?1
    AND (
        certificate.number = (
            SELECT max(other.number) FROM certificate AS other WHERE other.book_id = certificate.book_id
        )
        -- Issued again under a number that stays used.
        OR certificate.edition > 0
    )
    AND NOT EXISTS (
        SELECT 1 FROM certificate AS later
        WHERE later.book_id = certificate.book_id AND later.number = certificate.number
            AND later.edition > certificate.edition
    )
    AND book.closed_at IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM certificate_event AS event
        WHERE event.certificate_id = certificate.id AND event.kind IN ('printed', 'spoiled', 'handed_out')
    )
    AND NOT EXISTS (
        SELECT 1
        FROM print_run AS run
        JOIN print_run_page AS page ON page.print_run_id = run.id
        JOIN json_each(page.delegates) AS printed ON printed.value = certificate.delegate_id
        WHERE run.session_uid = session.uid
            AND run.paper = 'certificates'
            AND run.made_at >= (
                SELECT min(event.at) FROM certificate_event AS event
                WHERE event.certificate_id = certificate.id
            )
    )
