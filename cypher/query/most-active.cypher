// Who does most, and to whom is most done?
// Safe to run twice: yes, it only reads.
// Returns: actor, did (facts in which they act), suffered (facts in which they are acted upon), mentions, articles, id.
MATCH (a:Actor)
OPTIONAL MATCH (a)-[r]->(:Entity)
WHERE r.eventIds IS NOT NULL
WITH a, count(r) AS did
OPTIONAL MATCH (a)<-[q]-(:Entity)
WHERE q.eventIds IS NOT NULL
WITH a, did, count(q) AS suffered
WITH a, did, suffered, did + suffered AS total
WHERE total > 0
RETURN a.name AS actor, did, suffered, a.mentions AS mentions, a.articles AS articles, a.id AS id
ORDER BY total DESC, id
LIMIT 25
