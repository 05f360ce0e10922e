// Mentions: the words that mean an entity; start and end as in Sentence.
// Safe to run twice: yes.
// $rows: [{id: string, properties: map (a null takes the property away)}], sorted by id, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MERGE (n:Dateline {id: row.id})
SET n:Mention
SET n += row.properties
