// Who holds which office, leads what, speaks for whom?
// Safe to run twice: yes, it only reads.
// Returns: person, relation, title (null where it is no office), organization, sentence.
MATCH (a:Entity)-[r:HOLDS_POSITION|LEADS|SPOKESPERSON_OF]->(b:Entity)
RETURN a.name AS person, type(r) AS relation, r.title AS title, b.name AS organization, r.evidence[0] AS sentence
ORDER BY person, relation, organization
LIMIT 1000
