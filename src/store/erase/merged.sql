-- People who went when two became one, and the other was one of these (?1), or has these delegates (?2).
SELECT gone.row_id
FROM row_change AS gone
JOIN operation ON operation.id = gone.operation_id
WHERE
    gone.table_name = 'person'
    AND gone.change = 'delete'
    AND gone.row_id NOT IN (SELECT id FROM person)
    AND json_extract(operation.label, '$.id') = 'operation-person-merge'
    AND EXISTS (
        SELECT 1 FROM row_change AS stays
        WHERE
            stays.operation_id = operation.id
            AND (
                (stays.table_name = 'person' AND stays.row_id IN (SELECT value FROM json_each(?1)))
                OR (stays.table_name = 'delegate' AND stays.row_id IN (SELECT value FROM json_each(?2)))
            )
    )
UNION
SELECT json_extract(before, '$.person_id')
FROM row_change
WHERE
    table_name IN ('delegate', 'guest', 'presenter_slot', 'person_position', 'person_unit', 'person_sensitive')
    AND change = 'update'
    AND json_extract(after, '$.person_id') IN (SELECT value FROM json_each(?1))
    AND json_extract(before, '$.person_id') NOT IN (SELECT id FROM person)
