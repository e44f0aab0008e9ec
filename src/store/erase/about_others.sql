-- Steps that changed people or delegates of whom it is known who they are.
SELECT DISTINCT line.operation_id
FROM row_change AS line
WHERE
    (
        line.table_name = 'person'
        AND EXISTS (SELECT 1 FROM person WHERE id BETWEEN line.row_id AND line.row_id + line.rows - 1)
    )
    OR (
        line.table_name = 'delegate'
        AND EXISTS (SELECT 1 FROM delegate WHERE id BETWEEN line.row_id AND line.row_id + line.rows - 1)
    )
    OR (
        line.table_name IN ('person', 'delegate')
        AND EXISTS (
            SELECT 1 FROM row_change AS image
            WHERE
                image.table_name = line.table_name
                AND image.row_id BETWEEN line.row_id AND line.row_id + line.rows - 1
                AND coalesce(image.before, image.after) IS NOT NULL
        )
    )
