// Takes away nodes that Dateline made, with their relationships; a node to which somebody has tied data of their own stays.
// Safe to run twice: yes.
// $ids: [string], at most 5,000
// Returns: nothing.
UNWIND $ids AS id
MATCH (n:Dateline {id: id})
WHERE NOT EXISTS { MATCH (n)-[r]-() WHERE r.madeBy IS NULL OR r.madeBy <> 'dateline' }
DETACH DELETE n
