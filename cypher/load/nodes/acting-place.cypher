// Places that the text uses for a government ("Brussels rejected ...").
// Safe to run twice: yes.
// $rows: [{id: string, properties: map (a null takes the property away)}], sorted by id, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MERGE (n:Dateline {id: row.id})
SET n:Entity:Place:Actor
SET n += row.properties
