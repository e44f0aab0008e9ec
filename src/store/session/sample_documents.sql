-- Documents the topics of the samples cite, those that cite before those cited.
WITH RECURSIVE
sample_topic (id) AS (
    SELECT topic_id FROM curriculum_topic JOIN session USING (curriculum_id) WHERE sample_note IS NOT NULL
    UNION
    SELECT topic.id FROM topic JOIN sample_topic ON topic.parent_id = sample_topic.id
),
cited (id, depth) AS (
    SELECT document_id, 0 FROM topic_cites WHERE topic_id IN (SELECT id FROM sample_topic)
    UNION
    SELECT cited_id, depth + 1 FROM document_cites JOIN cited ON cited.id = document_cites.document_id
    WHERE depth < 32
)
SELECT id FROM cited GROUP BY id ORDER BY max(depth)
