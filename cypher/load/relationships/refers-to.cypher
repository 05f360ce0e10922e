// A mention means an entity.
// Safe to run twice: yes. Both nodes must be there.
// $rows: [{source: id of a Mention, target: id of an Entity}], sorted, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MATCH (a:Dateline {id: row.source})
MATCH (b:Dateline {id: row.target})
MERGE (a)-[r:REFERS_TO {madeBy: 'dateline'}]->(b)
