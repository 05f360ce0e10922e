// Who says what about others? What the text gives as somebody's statement, not as its own.
// Safe to run twice: yes, it only reads.
// Returns: speaker, cue ("said"), who, did, whom, factuality, sentence.
MATCH (c:Claim)-[:ATTRIBUTED_TO]->(speaker:Entity)
MATCH (c)-[:SOURCE]->(a:Entity)
MATCH (c)-[:TARGET]->(b:Entity)
MATCH (c)-[:EVIDENCE]->(s:Sentence)
RETURN speaker.name AS speaker, c.cue AS cue, a.name AS who, c.type AS did, b.name AS whom, c.factuality AS factuality, s.text AS sentence
ORDER BY speaker, who, did, whom, sentence
LIMIT 1000
