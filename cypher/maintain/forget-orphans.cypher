// Takes away events that no claim tells of any more, and entities that no mention means and no claim names: after maintain/forget-article.cypher.
// Safe to run twice: yes.
// Returns: nothing.
MATCH (n:Dateline)
WHERE (n:Event AND NOT EXISTS { MATCH (n)<-[:REPORTS]-(:Claim) })
  OR (n:Entity AND NOT EXISTS { MATCH (n)<-[:REFERS_TO]-(:Mention) } AND NOT EXISTS { MATCH (n)<-[:SOURCE|TARGET|ATTRIBUTED_TO]-(:Claim) })
DETACH DELETE n
