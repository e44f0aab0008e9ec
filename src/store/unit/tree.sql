-- Units in the order they stand beside each other, with how many people each has.
SELECT unit.id, unit.parent_id, unit.name, unit.kind, unit.code, unit.valid_from, unit.valid_to,
       coalesce(people.count, 0) AS people
FROM unit
LEFT JOIN (
    SELECT unit_id, count(*) AS count FROM person_unit WHERE is_main = 1 AND unit_id IS NOT NULL GROUP BY unit_id
) AS people ON people.unit_id = unit.id
ORDER BY unit.ordinal, unit.name_key, unit.id
