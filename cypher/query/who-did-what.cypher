// Who did what to whom, and which sentence says so?
// Safe to run twice: yes, it only reads.
// Returns: who, did, whom, date (null where no text gives one), factuality (fact or claim), articles (how many say it), sentence (the first of them).
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.eventIds IS NOT NULL
RETURN a.name AS who, type(r) AS did, b.name AS whom, r.firstDate AS date, r.factuality AS factuality, size(r.articles) AS articles, r.evidence[0] AS sentence
ORDER BY who, did, whom, sentence
LIMIT 1000
