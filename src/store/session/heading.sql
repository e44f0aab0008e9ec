SELECT
    session.organisation_name AS own_name,
    session.letterhead AS own_letterhead,
    session.signatory AS own_signatory,
    organisation.id AS organisation_id,
    organisation.name,
    organisation.letterhead
FROM session
LEFT JOIN organisation ON organisation.id = session.organisation_id
WHERE session.id = ?1
