// What is said not to have happened, and by whom?
// Safe to run twice: yes, it only reads.
// Returns: who, what, whom, deniedBy (null where the text itself says so), sentence.
MATCH (c:Claim {polarity: 'negative'})
MATCH (c)-[:SOURCE]->(a:Entity)
MATCH (c)-[:TARGET]->(b:Entity)
MATCH (c)-[:EVIDENCE]->(s:Sentence)
RETURN a.name AS who, c.type AS what, b.name AS whom, c.attributedTo AS deniedBy, s.text AS sentence
ORDER BY who, what, whom, sentence
LIMIT 1000
