-- Sessions a person took part in, the latest first.
WITH part (session_id, part, delegate_state, position, unit, certificate, filled, known) AS (
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
                        SELECT event.kind NOT IN ('voided', 'withdrawn')
                        FROM certificate_event AS event
                        WHERE
                            event.certificate_id = certificate.id
                            AND event.kind IN ('voided', 'withdrawn', 'restored')
                        ORDER BY event.id DESC
                        LIMIT 1
                    ),
                    1
                )
            ORDER BY certificate.id DESC
            LIMIT 1
        ),
        -- In person: on their own place, or on that of somebody for whom they were sent.
        (
            SELECT count(DISTINCT attendance.sitting_id)
            FROM attendance JOIN attendance_mark AS mark ON mark.id = attendance.mark_id
            WHERE
                (mark.delegate_id = delegate.id AND mark.status IN ('present', 'late', 'left_early'))
                OR (mark.substitute_id = delegate.id AND mark.status = 'substituted')
        ),
        (
            SELECT count(*)
            FROM sitting
            WHERE
                sitting.cluster_id = delegate.cluster_id
                AND (
                    EXISTS (
                        SELECT 1 FROM attendance
                        WHERE attendance.sitting_id = sitting.id AND attendance.delegate_id = delegate.id
                    )
                    OR EXISTS (
                        SELECT 1
                        FROM attendance JOIN attendance_mark AS mark ON mark.id = attendance.mark_id
                        WHERE attendance.sitting_id = sitting.id AND mark.substitute_id = delegate.id
                    )
                    OR (
                        delegate.state = 'listed'
                        AND delegate.substitute_for IS NULL
                        AND 'closed' = (
                            SELECT event.kind FROM sitting_event AS event
                            WHERE event.sitting_id = sitting.id ORDER BY event.id DESC LIMIT 1
                        )
                    )
                )
        )
    FROM delegate
    WHERE delegate.person_id = ?1
    UNION ALL
    SELECT session_id, 'guest', NULL, json_extract(titles, '$[0]'), NULL, NULL, 0, 0 FROM guest WHERE person_id = ?1
    UNION
    SELECT session_id, 'presenter', NULL, json_extract(titles, '$[0]'), NULL, NULL, 0, 0
    FROM presenter_slot
    WHERE person_id = ?1
)
SELECT part.*, session.title, session.dates, session.state
FROM part
JOIN session ON session.id = part.session_id
ORDER BY session.sort_date DESC NULLS LAST, session.id, part.part
