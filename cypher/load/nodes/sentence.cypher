// Sentences of articles; start and end are UTF-16 code units into the text of the article, half-open.
// Safe to run twice: yes.
// $rows: [{id: string, properties: map (a null takes the property away)}], sorted by id, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MERGE (n:Dateline {id: row.id})
SET n:Sentence
SET n += row.properties
