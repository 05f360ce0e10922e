// What happened when? Dated events, the earliest first.
// Safe to run twice: yes, it only reads.
// Returns: start, granularity (day, month or year: how precise the date is), who, what, whom, killed, event.
MATCH (e:Event)
WHERE e.start IS NOT NULL AND e.factuality IN ['fact', 'claim']
MATCH (e)-[:SOURCE]->(a:Entity)
MATCH (e)-[:TARGET]->(b:Entity)
RETURN e.start AS start, e.granularity AS granularity, a.name AS who, e.type AS what, b.name AS whom, e.killed AS killed, e.id AS event
ORDER BY start, event, who, whom
LIMIT 1000
