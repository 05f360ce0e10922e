// Between which pairs is there conflict, and between which cooperation? Quad classes: 1 and 2 cooperation in words and deeds, 3 and 4 conflict in words and deeds.
// Safe to run twice: yes, it only reads.
// Returns: who, whom, cooperation, conflict (numbers of events).
MATCH (e:Event)
WHERE e.quadClass IS NOT NULL AND e.factuality IN ['fact', 'claim']
MATCH (e)-[:SOURCE]->(a:Entity)
MATCH (e)-[:TARGET]->(b:Entity)
WITH a, b, sum(CASE WHEN e.quadClass <= 2 THEN 1 ELSE 0 END) AS cooperation, sum(CASE WHEN e.quadClass >= 3 THEN 1 ELSE 0 END) AS conflict
RETURN a.name AS who, b.name AS whom, cooperation, conflict
ORDER BY conflict DESC, cooperation DESC, who, whom
LIMIT 100
