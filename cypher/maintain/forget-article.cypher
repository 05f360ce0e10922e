// Takes away an article with its sentences, mentions and claims. Then run maintain/forget-orphans.cypher, and project the facts anew.
// The documents are the truth: the next build brings an article back that still stands among them.
// Safe to run twice: yes.
// $article: string, the id of the Article
// Returns: nothing.
MATCH (n:Dateline)
WHERE n.id = $article OR n.id STARTS WITH $article + '#'
DETACH DELETE n
