// Takes away all facts of one type. They can be projected again at any time: maintain/project-facts.cypher.
// RELATION stands for a type of the ontology (KILLED, ...): put it there.
// Safe to run twice: yes.
// Returns: nothing.
MATCH (:Dateline)-[r:RELATION {madeBy: 'dateline'}]->(:Dateline)
DELETE r
