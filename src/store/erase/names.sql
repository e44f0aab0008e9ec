-- Every name that people (?1) and delegates (?2) have or had.
SELECT full_name FROM person WHERE id IN (SELECT value FROM json_each(?1))
UNION
SELECT full_name FROM delegate WHERE id IN (SELECT value FROM json_each(?2))
UNION
SELECT name FROM certificate
WHERE erased_at IS NULL AND delegate_id IN (SELECT value FROM json_each(?2))
UNION
SELECT json_extract(before, '$.full_name') FROM row_change
WHERE table_name = 'person' AND row_id IN (SELECT value FROM json_each(?1))
UNION
SELECT json_extract(after, '$.full_name') FROM row_change
WHERE table_name = 'person' AND row_id IN (SELECT value FROM json_each(?1))
UNION
SELECT json_extract(before, '$.full_name') FROM row_change
WHERE table_name = 'delegate' AND row_id IN (SELECT value FROM json_each(?2))
UNION
SELECT json_extract(after, '$.full_name') FROM row_change
WHERE table_name = 'delegate' AND row_id IN (SELECT value FROM json_each(?2))
UNION
SELECT correction.before FROM certificate_correction AS correction
JOIN certificate_event AS event ON event.id = correction.event_id
JOIN certificate ON certificate.id = event.certificate_id
WHERE correction.field = 'name' AND certificate.delegate_id IN (SELECT value FROM json_each(?2))
