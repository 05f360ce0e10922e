// Who killed whom, how many, when and where?
// Safe to run twice: yes, it only reads.
// Returns: killers (empty where nobody is named), victims, killed (a number, null where no text counts), start, places, reports (how many claims tell of it), event.
MATCH (e:Event {type: 'KILLED'})
WHERE e.factuality IN ['fact', 'claim']
OPTIONAL MATCH (e)-[:SOURCE]->(a:Entity)
WITH e, a.name AS killer
ORDER BY killer
WITH e, collect(killer) AS killers
OPTIONAL MATCH (e)-[:TARGET]->(b:Entity)
WITH e, killers, b.name AS victim
ORDER BY victim
WITH e, killers, collect(victim) AS victims
OPTIONAL MATCH (e)-[:PLACE]->(p:Entity)
WITH e, killers, victims, p.name AS somewhere
ORDER BY somewhere
WITH e, killers, victims, collect(somewhere) AS places
MATCH (c:Claim)-[:REPORTS]->(e)
WITH e, killers, victims, places, count(c) AS reports
RETURN killers, victims, e.killed AS killed, e.start AS start, places, reports, e.id AS event
ORDER BY start, event
LIMIT 1000
