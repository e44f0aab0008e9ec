-- Clusters of sessions to come that have more delegates than places.
SELECT cluster.session_id, cluster.name, cluster.capacity, count(*) AS delegates
FROM cluster
JOIN session ON session.id = cluster.session_id
JOIN delegate ON delegate.cluster_id = cluster.id AND delegate.state = 'listed' AND delegate.substitute_for IS NULL
WHERE session.state <> 'ended'
GROUP BY cluster.id
HAVING count(*) > cluster.capacity
ORDER BY cluster.session_id, cluster.number
