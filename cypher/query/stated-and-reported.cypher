// What does the text itself state, and what only somebody in it says?
// Safe to run twice: yes, it only reads.
// Returns: relation, stated, reported (numbers of facts).
MATCH (:Entity)-[r]->(:Entity)
WITH type(r) AS relation, sum(CASE WHEN r.factuality = 'fact' THEN 1 ELSE 0 END) AS stated, sum(CASE WHEN r.factuality = 'claim' THEN 1 ELSE 0 END) AS reported
RETURN relation, stated, reported
ORDER BY relation
