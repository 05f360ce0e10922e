// Who asked whom for something, and what was the answer?
// Safe to run twice: yes, it only reads.
// Returns: who, asked (REQUESTED, URGED, DEMANDED or ORDERED), whom, request (a sentence), answer (null where there is none), answerSentence.
MATCH (a:Entity)-[q:REQUESTED|URGED|DEMANDED|ORDERED]->(b:Entity)
OPTIONAL MATCH (b)-[r:REBUFFED|REJECTED|AGREED_WITH|PROMISED|CONCEDED_TO|AIDED|COOPERATED_WITH]->(a)
RETURN a.name AS who, type(q) AS asked, b.name AS whom, q.evidence[0] AS request, type(r) AS answer, r.evidence[0] AS answerSentence
ORDER BY who, asked, whom, answer
LIMIT 1000
