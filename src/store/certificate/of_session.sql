-- A certificate is void when its last event of the two kinds says so.
SELECT
    certificate.id,
    certificate.delegate_id,
    certificate.number,
    certificate.printed_number,
    certificate.date,
    certificate.kept_name,
    coalesce(
        (
            SELECT event.kind = 'voided'
            FROM certificate_event AS event
            WHERE event.certificate_id = certificate.id AND event.kind IN ('issued', 'voided', 'restored')
            ORDER BY event.id DESC
            LIMIT 1
        ),
        0
    ) AS is_void
FROM certificate
JOIN delegate ON delegate.id = certificate.delegate_id
WHERE delegate.session_id = ?1
ORDER BY certificate.number
