// All relationships that Dateline made, with the ids of their ends.
// Safe to run twice: yes, it only reads.
// Returns: source, type, target, properties.
MATCH (a:Dateline)-[r]->(b:Dateline)
WHERE r.madeBy = 'dateline'
RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties
