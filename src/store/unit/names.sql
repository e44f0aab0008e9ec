SELECT unit.id, unit.name, parent.name
FROM unit
LEFT JOIN unit AS parent ON parent.id = unit.parent_id
-- Of two units of one name the living one is meant.
ORDER BY unit.valid_to IS NOT NULL, unit.id
