// An article has its sentences.
// Safe to run twice: yes. Both nodes must be there.
// $rows: [{source: id of an Article, target: id of a Sentence}], sorted, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MATCH (a:Dateline {id: row.source})
MATCH (b:Dateline {id: row.target})
MERGE (a)-[r:HAS_SENTENCE {madeBy: 'dateline'}]->(b)
