// To whom it is done. From a Claim, start and end are the words that name the entity there (UTF-16 code units, half-open).
// Safe to run twice: yes. Both nodes must be there.
// $rows: [{source: id of a Claim or an Event, target: id of an Entity, properties: map (a null takes the property away)}], sorted, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MATCH (a:Dateline {id: row.source})
MATCH (b:Dateline {id: row.target})
MERGE (a)-[r:TARGET {madeBy: 'dateline'}]->(b)
SET r += row.properties
