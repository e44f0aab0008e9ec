WITH RECURSIVE inside (id) AS (
    SELECT ?1
    UNION
    SELECT unit.id FROM unit JOIN inside ON unit.parent_id = inside.id
)
SELECT person.id
FROM person_unit
JOIN person ON person.id = person_unit.person_id
WHERE person_unit.is_main = 1 AND person_unit.unit_id IN (SELECT id FROM inside)
ORDER BY person.name_key, person.id
LIMIT ?2
