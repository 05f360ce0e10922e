// Makes the facts of one type from the claims that are positive and actual, one for each pair of entities: what a build does.
// After a correction of claims by hand: run maintain/drop-facts.cypher first, then this.
// RELATION stands for a type of the ontology (KILLED, ...): put it there, twice.
// Safe to run twice: yes.
// Returns: nothing.
MATCH (c:Claim:Dateline {type: 'RELATION', polarity: 'positive', modality: 'actual'})
MATCH (c)-[ra:SOURCE]->(a:Entity)
MATCH (c)-[rb:SOURCE|TARGET]->(b:Entity)
WHERE a.id <> b.id AND (type(rb) = 'TARGET' OR (c.mutual = true AND ra.start < rb.start))
MATCH (c)-[:EVIDENCE]->(s:Sentence)<-[:HAS_SENTENCE]-(d:Article)
OPTIONAL MATCH (c)-[:REPORTS]->(e:Event)
WITH a, b, c, s, d, e
ORDER BY coalesce(toString(d.published), '9999'), c.id
WITH a, b, collect(c) AS claims, collect(DISTINCT s.text) AS evidence, collect(DISTINCT d.id) AS articles, collect(DISTINCT e.id) AS eventIds,
  collect(DISTINCT CASE WHEN c.factuality = 'claim' THEN c.attributedTo END) AS attributedTo, min(e.start) AS firstDate, max(e.end) AS lastDate
MERGE (a)-[r:RELATION {madeBy: 'dateline'}]->(b)
SET r.evidence = evidence, r.articles = articles, r.claims = [x IN claims | x.id], r.attributedTo = CASE WHEN size(attributedTo) > 0 THEN attributedTo END,
  r.eventIds = CASE WHEN size(eventIds) > 0 THEN eventIds END, r.firstDate = firstDate, r.lastDate = lastDate,
  r.factuality = CASE WHEN any(x IN claims WHERE x.factuality = 'fact') THEN 'fact' ELSE 'claim' END,
  r.confidence = reduce(best = 0.0, x IN claims | CASE WHEN x.confidence > best THEN x.confidence ELSE best END),
  r.title = head([x IN claims WHERE x.title IS NOT NULL | x.title])
