SELECT unit.id, unit.name, parent.name
FROM unit
LEFT JOIN unit AS parent ON parent.id = unit.parent_id
ORDER BY unit.id
