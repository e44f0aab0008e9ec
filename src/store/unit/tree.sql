SELECT
    unit.id,
    unit.parent_id,
    unit.name,
    unit.kind,
    unit.code,
    unit.valid_from,
    unit.valid_to,
    coalesce(belonging.people, 0) AS people
FROM unit
LEFT JOIN (
    SELECT unit_id, count(*) AS people FROM person_unit WHERE is_main = 1 GROUP BY unit_id
) AS belonging ON belonging.unit_id = unit.id
ORDER BY
    CASE unit.kind
        WHEN 'body' THEN 0
        WHEN 'central' THEN 1
        WHEN 'province' THEN 2
        WHEN 'district' THEN 3
        WHEN 'commune' THEN 4
        ELSE 5
    END,
    unit.name_key,
    unit.id
