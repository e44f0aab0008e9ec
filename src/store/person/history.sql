-- Sessions a person took part in, the latest first.
WITH part (session_id, part, delegate_state, position, unit, certificate) AS (
    SELECT
        delegate.session_id,
        'delegate',
        iif(delegate.state = 'listed' AND delegate.substitute_for IS NOT NULL, 'substitute', delegate.state),
        delegate.position,
        delegate.unit,
        (
            SELECT certificate.printed_number
            FROM certificate
            WHERE
                certificate.delegate_id = delegate.id
                AND coalesce(
                    (
                        SELECT event.kind <> 'voided'
                        FROM certificate_event AS event
                        WHERE
                            event.certificate_id = certificate.id
                            AND event.kind IN ('issued', 'voided', 'restored')
                        ORDER BY event.id DESC
                        LIMIT 1
                    ),
                    1
                )
            ORDER BY certificate.id DESC
            LIMIT 1
        )
    FROM delegate
    WHERE delegate.person_id = ?1
    UNION ALL
    SELECT session_id, 'guest', NULL, json_extract(titles, '$[0]'), NULL, NULL FROM guest WHERE person_id = ?1
    UNION
    SELECT session_id, 'presenter', NULL, json_extract(titles, '$[0]'), NULL, NULL
    FROM presenter_slot
    WHERE person_id = ?1
)
SELECT part.*, session.title, session.dates, session.state
FROM part
JOIN session ON session.id = part.session_id
ORDER BY session.sort_date DESC NULLS LAST, session.id, part.part
