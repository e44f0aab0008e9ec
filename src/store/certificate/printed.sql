-- The certificates of one delegate that are valid and of which no printing is known.
INSERT INTO certificate_event (certificate_id, kind, at, sheets)
SELECT certificate.id, 'printed', ?2, 1
FROM certificate
WHERE certificate.delegate_id = ?1
    AND NOT EXISTS (
        SELECT 1 FROM certificate_event AS event
        WHERE event.certificate_id = certificate.id AND event.kind = 'printed'
    )
    AND coalesce(
        (
            SELECT event.kind = 'restored'
            FROM certificate_event AS event
            WHERE event.certificate_id = certificate.id AND event.kind IN ('voided', 'withdrawn', 'restored')
            ORDER BY event.id DESC
            LIMIT 1
        ),
        1
    )
