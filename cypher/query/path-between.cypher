// How is A connected to B? The shortest chains of acts and facts, with a sentence for each step.
// Safe to run twice: yes, it only reads.
// $a: string, the name of an entity, for example "Donald Trump"
// $b: string, the name of an entity, for example "NATO"
// Returns: steps (how many arrows), names (from A to B), relations, sentences (the first of each step); at most 5 chains.
MATCH (x:Entity {name: $a})
MATCH (y:Entity {name: $b})
MATCH p = allShortestPaths((x)-[:ABDUCTED|ACCUSED|AGREED_WITH|AIDED|ALLIED_WITH|APOLOGIZED_TO|APPOINTED|ARRESTED|ATTACKED|BANNED|BOMBED|CALLED|
  CITIZEN_OF|CONCEDED_TO|CONVICTED|COOPERATED_WITH|CRITICIZED|DEFEATED|DEMANDED|DEPLOYED_TO|DEPORTED|DESIGNATED|
  DISMISSED|EXPELLED|FAMILY_OF|FOUGHT|HACKED|HOLDS_POSITION|HOSTED|INJURED|INVESTIGATED|KILLED|LEADS|LOCATED_IN|
  MEDIATED_BETWEEN|MEMBER_OF|MET_WITH|NEGOTIATED_WITH|OBJECTED_TO|ORDERED|OWNS|PART_OF|PRAISED|PROMISED|
  PROTESTED_AGAINST|REBUFFED|RECOGNIZED|REJECTED|RELEASED|REQUESTED|RESIGNED_FROM|SANCTIONED|SEIZED|SIGNED_WITH|
  SPOKESPERSON_OF|SUED|SUPPORTED|THREATENED|TRAINED|URGED|VISITED|VOTED|VOTED_AGAINST|VOTED_FOR|WARNED|
  WITHDREW_FROM*1..6]-(y))
WITH length(p) AS steps, [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | type(r)] AS relations, [r IN relationships(p) | r.evidence[0]] AS sentences
RETURN steps, names, relations, sentences
ORDER BY names, relations
LIMIT 5
