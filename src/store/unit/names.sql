-- Units by name; where an old and a new one have the same, the one that goes on first.
SELECT unit.id, unit.name, parent.name
FROM unit
LEFT JOIN unit AS parent ON parent.id = unit.parent_id
ORDER BY unit.valid_to IS NOT NULL, unit.id
