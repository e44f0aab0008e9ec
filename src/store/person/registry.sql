SELECT
    person.id,
    person.full_name,
    person.gender,
    person.birth,
    person_position.title AS position,
    person_unit.unit,
    person_unit.unit_group,
    person.phone,
    person.search_key,
    coalesce(called.sessions, 0) AS sessions
FROM person
LEFT JOIN person_position ON person_position.person_id = person.id AND person_position.is_main = 1
LEFT JOIN person_unit ON person_unit.person_id = person.id AND person_unit.is_main = 1
LEFT JOIN (
    SELECT person_id, count(*) AS sessions FROM delegate WHERE state = 'listed' GROUP BY person_id
) AS called ON called.person_id = person.id
WHERE person.erased_at IS NULL
ORDER BY person.name_key, person.id
