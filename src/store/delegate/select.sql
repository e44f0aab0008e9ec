SELECT
    id, person_id, cluster_id, state, fixed_number, supplementary, sort_name,
    full_name, gender, birth, position, unit, unit_group, phone, note
FROM delegate
