-- Counting who is on the lists, for every session at once, reads this alone.
CREATE INDEX delegate_listed ON delegate (session_id, cluster_id) WHERE state = 'listed';
