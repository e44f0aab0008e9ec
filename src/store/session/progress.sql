-- How far each session has come; one row for each.
WITH
doubled (session_id, people) AS (
    SELECT session_id, sum(people)
    FROM (
        SELECT delegate.session_id, count(*) AS people
        FROM delegate JOIN session ON session.id = delegate.session_id
        WHERE delegate.state = 'listed' AND delegate.substitute_for IS NULL AND delegate.erased_at IS NULL AND session.state <> 'ended'
        -- A name's key up to 0x01 is the name without its spelling (capitals, hòa/hoà).
        GROUP BY
            delegate.session_id,
            substr(delegate.name_key, 1, instr(delegate.name_key, char(1))),
            substr(delegate.birth, 1, 4),
            delegate.unit
        HAVING count(*) > 1
    )
    GROUP BY session_id
),
issued (session_id, certificates, unprinted) AS (
    SELECT
        delegate.session_id,
        count(*),
        sum(NOT EXISTS (
            SELECT 1 FROM certificate_event AS event
            WHERE event.certificate_id = certificate.id AND event.kind = 'printed'
        ))
    FROM certificate JOIN delegate ON delegate.id = certificate.delegate_id
    WHERE coalesce(
        (
            SELECT event.kind NOT IN ('voided', 'withdrawn')
            FROM certificate_event AS event
            WHERE event.certificate_id = certificate.id AND event.kind IN ('voided', 'withdrawn', 'restored')
            ORDER BY event.id DESC
            LIMIT 1
        ),
        1
    )
    GROUP BY delegate.session_id
),
held (session_id, sittings, marked) AS (
    SELECT
        cluster.session_id,
        count(*),
        sum(
            EXISTS (SELECT 1 FROM attendance WHERE attendance.sitting_id = sitting.id)
            OR coalesce(
                (
                    SELECT event.kind = 'closed'
                    FROM sitting_event AS event
                    WHERE event.sitting_id = sitting.id
                    ORDER BY event.id DESC
                    LIMIT 1
                ),
                0
            )
        )
    FROM sitting JOIN cluster ON cluster.id = sitting.cluster_id
    GROUP BY cluster.session_id
),
came (session_id, places) AS (
    SELECT delegate.session_id, count(DISTINCT delegate.id)
    FROM attendance
    JOIN attendance_mark AS mark ON mark.id = attendance.mark_id
    JOIN delegate ON delegate.id = attendance.delegate_id
    WHERE
        delegate.state = 'listed'
        AND delegate.substitute_for IS NULL
        AND mark.status IN ('present', 'late', 'left_early', 'substituted')
    GROUP BY delegate.session_id
)
SELECT
    session.id,
    coalesce(held.sittings, 0) AS sittings,
    coalesce(held.marked, 0) AS marked,
    coalesce(came.places, 0) AS came,
    (SELECT count(*) FROM curriculum_topic WHERE curriculum_id = session.curriculum_id) AS topics,
    (
        SELECT count(*)
        FROM programme_item
        JOIN sitting ON sitting.id = programme_item.sitting_id
        JOIN cluster ON cluster.id = sitting.cluster_id
        WHERE cluster.session_id = session.id
    ) AS programme_items,
    coalesce(doubled.people, 0) AS doubled,
    EXISTS (
        SELECT 1 FROM print_run WHERE print_run.session_uid = session.uid AND print_run.paper = 'sign-in-sheet'
    ) AS has_sheet,
    EXISTS (
        SELECT 1 FROM print_run WHERE print_run.session_uid = session.uid AND print_run.paper = 'report'
    ) AS has_report,
    coalesce(issued.certificates, 0) AS certificates,
    coalesce(issued.unprinted, 0) AS unprinted
FROM session
LEFT JOIN doubled ON doubled.session_id = session.id
LEFT JOIN issued ON issued.session_id = session.id
LEFT JOIN held ON held.session_id = session.id
LEFT JOIN came ON came.session_id = session.id
