SELECT
    person.id,
    person.full_name,
    person.gender,
    person.birth,
    person_position.title AS position,
    person_unit.unit,
    person_unit.unit_group,
    person.phone,
    person.note
FROM person
LEFT JOIN person_position ON person_position.person_id = person.id AND person_position.is_main = 1
LEFT JOIN person_unit ON person_unit.person_id = person.id AND person_unit.is_main = 1
