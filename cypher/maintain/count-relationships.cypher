// How many relationships of each type Dateline made.
// Safe to run twice: yes, it only reads.
// Returns: type, relationships.
MATCH (:Dateline)-[r]->(:Dateline)
WHERE r.madeBy = 'dateline'
RETURN type(r) AS type, count(*) AS relationships
ORDER BY type
