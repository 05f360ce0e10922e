// Entities in the words of what was asked, voted, promised.
// Safe to run twice: yes. Both nodes must be there.
// $rows: [{source: id of an Event, target: id of an Entity}], sorted, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MATCH (a:Dateline {id: row.source})
MATCH (b:Dateline {id: row.target})
MERGE (a)-[r:THEME {madeBy: 'dateline'}]->(b)
