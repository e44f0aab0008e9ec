-- Which sessions hold which topics: by their curriculum, or in their programme.
SELECT curriculum_topic.topic_id AS topic_id, session.id AS session_id, session.title AS title, session.dates AS dates
FROM session
JOIN curriculum_topic ON curriculum_topic.curriculum_id = session.curriculum_id
UNION
SELECT programme_item.topic_id, session.id, session.title, session.dates
FROM programme_item
JOIN sitting ON sitting.id = programme_item.sitting_id
JOIN cluster ON cluster.id = sitting.cluster_id
JOIN session ON session.id = cluster.session_id
WHERE programme_item.topic_id IS NOT NULL
