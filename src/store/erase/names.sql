-- Every name that people (?1) and delegates (?2) have or had.
SELECT full_name FROM person WHERE id IN (SELECT value FROM json_each(?1))
UNION
SELECT full_name FROM delegate WHERE id IN (SELECT value FROM json_each(?2))
UNION
SELECT kept_name FROM certificate
WHERE kept_name IS NOT NULL AND delegate_id IN (SELECT value FROM json_each(?2))
UNION
SELECT json_extract(images.image, '$.full_name')
FROM (
    SELECT table_name, row_id, before AS image FROM row_change WHERE before IS NOT NULL
    UNION ALL
    SELECT table_name, row_id, after FROM row_change WHERE after IS NOT NULL
) AS images
WHERE
    (images.table_name = 'person' AND images.row_id IN (SELECT value FROM json_each(?1)))
    OR (images.table_name = 'delegate' AND images.row_id IN (SELECT value FROM json_each(?2)))
