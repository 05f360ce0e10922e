// Takes away relationships of one type that Dateline made; others between the same nodes stay.
// RELATION stands for a type (KILLED, EVIDENCE, ...): Cypher takes no type as a parameter, so the loader puts it there.
// Safe to run twice: yes.
// $rows: [{source: id, target: id}], at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MATCH (a:Dateline {id: row.source})-[r:RELATION {madeBy: 'dateline'}]->(b:Dateline {id: row.target})
DELETE r
