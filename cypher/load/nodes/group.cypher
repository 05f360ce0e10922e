// Groups: people with no formal body.
// Safe to run twice: yes.
// $rows: [{id: string, properties: map (a null takes the property away)}], sorted by id, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MERGE (n:Dateline {id: row.id})
SET n:Entity:Group:Actor
SET n += row.properties
