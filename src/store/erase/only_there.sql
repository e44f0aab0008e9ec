-- People who are delegates of one session and stand in no other, in no part.
SELECT DISTINCT delegate.person_id
FROM delegate
JOIN person ON person.id = delegate.person_id AND person.erased_at IS NULL
WHERE
    delegate.session_id = ?1
    AND NOT EXISTS (
        SELECT 1 FROM delegate AS other
        WHERE other.person_id = delegate.person_id AND other.session_id <> ?1
    )
    AND NOT EXISTS (SELECT 1 FROM guest WHERE guest.person_id = delegate.person_id)
    AND NOT EXISTS (SELECT 1 FROM presenter_slot AS slot WHERE slot.person_id = delegate.person_id)
