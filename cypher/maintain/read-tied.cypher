// Of nodes that Dateline made, those to which somebody has tied data of their own.
// Safe to run twice: yes, it only reads.
// $ids: [string]
// Returns: id.
UNWIND $ids AS id
MATCH (n:Dateline {id: id})
WHERE EXISTS { MATCH (n)-[r]-() WHERE r.madeBy IS NULL OR r.madeBy <> 'dateline' }
RETURN n.id AS id
