-- Sessions that archives hold, and in which these delegates (?1) or people (?2) are, or this one (?3).
SELECT session.title, retention.hold_reason
FROM retention
JOIN session ON session.id = retention.session_id
WHERE
    retention.hold_reason IS NOT NULL
    AND (
        session.id = ?3
        OR session.id IN (
            SELECT session_id FROM delegate WHERE id IN (SELECT value FROM json_each(?1))
            UNION ALL
            SELECT session_id FROM guest WHERE person_id IN (SELECT value FROM json_each(?2))
            UNION ALL
            SELECT session_id FROM presenter_slot WHERE person_id IN (SELECT value FROM json_each(?2))
        )
    )
ORDER BY session.id
