SELECT
    session.id,
    session.title,
    session.dates,
    session.venue,
    session.state,
    (
        SELECT count(*) FROM delegate WHERE delegate.session_id = session.id AND delegate.state = 'listed' AND delegate.substitute_for IS NULL
    ) AS delegates,
    (
        SELECT count(*) FROM cluster WHERE cluster.session_id = session.id
    ) AS clusters,
    session.sample_note IS NOT NULL AS is_sample,
    session.put_away
FROM session
ORDER BY session.sort_date DESC NULLS LAST, session.id
