// What did others do to X?
// Safe to run twice: yes, it only reads.
// $name: string, a name or a part of one, for example "Soleimani"
// Returns: who, did, whom, date, factuality, sentence.
MATCH (b:Entity)
WHERE toLower(b.name) CONTAINS toLower($name) OR any(alias IN coalesce(b.aliases, []) WHERE toLower(alias) = toLower($name))
MATCH (a:Entity)-[r]->(b)
WHERE r.eventIds IS NOT NULL
RETURN a.name AS who, type(r) AS did, b.name AS whom, r.firstDate AS date, r.factuality AS factuality, r.evidence[0] AS sentence
ORDER BY whom, who, did, sentence
LIMIT 1000
