// Facts of one type: what positive and actual claims say of two entities, one relationship a pair.
// RELATION stands for a type of the ontology (KILLED, REBUFFED, ...): Cypher takes no type as a parameter, so the loader puts it there.
// Safe to run twice: yes. Both nodes must be there.
// $rows: [{source: id of an Entity, target: id of an Entity, properties: map (a null takes the property away), firstDate: 'YYYY-MM-DD' or null, lastDate: 'YYYY-MM-DD' or null}], sorted, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MATCH (a:Dateline {id: row.source})
MATCH (b:Dateline {id: row.target})
MERGE (a)-[r:RELATION {madeBy: 'dateline'}]->(b)
SET r += row.properties, r.firstDate = date(row.firstDate), r.lastDate = date(row.lastDate)
