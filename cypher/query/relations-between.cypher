// What lies between A and B, in both directions, lasting facts too?
// Safe to run twice: yes, it only reads.
// $a: string, a name or a part of one, for example "Iraqi government"
// $b: string, a name or a part of one, for example "State Department"
// Returns: who, relation, whom, date, factuality, evidence.
MATCH (x:Entity)
WHERE toLower(x.name) CONTAINS toLower($a) OR any(alias IN coalesce(x.aliases, []) WHERE toLower(alias) = toLower($a))
MATCH (y:Entity)
WHERE toLower(y.name) CONTAINS toLower($b) OR any(alias IN coalesce(y.aliases, []) WHERE toLower(alias) = toLower($b))
MATCH (x)-[r]-(y)
WITH DISTINCT r
WITH startNode(r) AS s, r, endNode(r) AS t
RETURN s.name AS who, type(r) AS relation, t.name AS whom, r.firstDate AS date, r.factuality AS factuality, r.evidence AS evidence
ORDER BY who, relation, whom, evidence[0]
LIMIT 1000
