// In which articles and sentences is X named?
// Safe to run twice: yes, it only reads.
// $name: string, a name or a part of one, for example "Pompeo"
// Returns: entity, article (its name), published, words, sentence.
MATCH (e:Entity)
WHERE toLower(e.name) CONTAINS toLower($name) OR any(alias IN coalesce(e.aliases, []) WHERE toLower(alias) = toLower($name))
MATCH (m:Mention)-[:REFERS_TO]->(e)
MATCH (m)-[:`IN`]->(s:Sentence)<-[:HAS_SENTENCE]-(d:Article)
RETURN e.name AS entity, d.name AS article, d.published AS published, m.text AS words, s.text AS sentence
ORDER BY entity, published, article, s.start, m.start
LIMIT 1000
