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
            SELECT event.kind <> 'voided'
            FROM certificate_event AS event
            WHERE event.certificate_id = certificate.id AND event.kind IN ('issued', 'voided', 'restored')
            ORDER BY event.id DESC
            LIMIT 1
        ),
        1
    )
    GROUP BY delegate.session_id
)
SELECT
    session.id,
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
