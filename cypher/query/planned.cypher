// What is planned, asked for or threatened, and not done so far?
// Safe to run twice: yes, it only reads.
// Returns: who, what, whom, modality (planned, possible, hypothetical or requested), date, sentence.
MATCH (c:Claim {polarity: 'positive'})
WHERE c.modality <> 'actual'
MATCH (c)-[:SOURCE]->(a:Entity)
MATCH (c)-[:TARGET]->(b:Entity)
MATCH (c)-[:EVIDENCE]->(s:Sentence)
RETURN a.name AS who, c.type AS what, b.name AS whom, c.modality AS modality, c.date AS date, s.text AS sentence
ORDER BY who, what, whom, sentence
LIMIT 1000
