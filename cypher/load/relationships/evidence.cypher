// A claim stands in a sentence.
// Safe to run twice: yes. Both nodes must be there.
// $rows: [{source: id of a Claim, target: id of a Sentence}], sorted, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MATCH (a:Dateline {id: row.source})
MATCH (b:Dateline {id: row.target})
MERGE (a)-[r:EVIDENCE {madeBy: 'dateline'}]->(b)
