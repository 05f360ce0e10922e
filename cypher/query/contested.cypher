// What do some say and others deny? The same act of the same two, asserted here and denied there.
// Safe to run twice: yes, it only reads.
// Returns: who, what, whom, assertedIn (a sentence), deniedBy (null where the text itself does), deniedIn (a sentence).
MATCH (no:Claim {polarity: 'negative'})
MATCH (no)-[:SOURCE]->(a:Entity)
MATCH (no)-[:TARGET]->(b:Entity)
MATCH (a)-[r]->(b)
WHERE type(r) = no.type
MATCH (no)-[:EVIDENCE]->(s:Sentence)
RETURN a.name AS who, no.type AS what, b.name AS whom, r.evidence[0] AS assertedIn, no.attributedTo AS deniedBy, s.text AS deniedIn
ORDER BY who, what, whom, deniedIn
LIMIT 1000
