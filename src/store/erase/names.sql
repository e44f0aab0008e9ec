-- Every name that people (?1) and delegates (?2) have or had.
SELECT full_name FROM person WHERE id IN (SELECT value FROM json_each(?1))
UNION
SELECT full_name FROM delegate WHERE id IN (SELECT value FROM json_each(?2))
UNION
SELECT kept_name FROM certificate
WHERE kept_name IS NOT NULL AND delegate_id IN (SELECT value FROM json_each(?2))
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
