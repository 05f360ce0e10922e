// What did X do to others?
// Safe to run twice: yes, it only reads.
// $name: string, a name or a part of one, for example "State Department"
// Returns: who, did, whom, date, factuality, sentence.
MATCH (a:Entity)
WHERE toLower(a.name) CONTAINS toLower($name) OR any(alias IN coalesce(a.aliases, []) WHERE toLower(alias) = toLower($name))
MATCH (a)-[r]->(b:Entity)
WHERE r.eventIds IS NOT NULL
RETURN a.name AS who, type(r) AS did, b.name AS whom, r.firstDate AS date, r.factuality AS factuality, r.evidence[0] AS sentence
ORDER BY who, whom, did, sentence
LIMIT 1000
