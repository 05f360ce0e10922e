// Who voted on what, against whom, with how many votes?
// Safe to run twice: yes, it only reads.
// Returns: who, vote, whom, theme (the words of what was voted), votesFor, votesAgainst, start.
MATCH (e:Event)
WHERE e.type IN ['VOTED', 'VOTED_FOR', 'VOTED_AGAINST']
MATCH (e)-[:SOURCE]->(a:Entity)
OPTIONAL MATCH (e)-[:TARGET]->(b:Entity)
RETURN a.name AS who, e.type AS vote, b.name AS whom, e.theme AS theme, e.votesFor AS votesFor, e.votesAgainst AS votesAgainst, e.start AS start
ORDER BY who, vote, whom, start
LIMIT 1000
