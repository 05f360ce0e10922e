// Who turned whom down?
// Safe to run twice: yes, it only reads.
// Returns: who, did (REBUFFED or REJECTED), whom, date, evidence (all sentences that say it).
MATCH (a:Entity)-[r:REBUFFED|REJECTED]->(b:Entity)
RETURN a.name AS who, type(r) AS did, b.name AS whom, r.firstDate AS date, r.evidence AS evidence
ORDER BY who, did, whom
LIMIT 1000
