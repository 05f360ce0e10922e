// How many nodes of each kind Dateline made; a node counts once for each of its labels.
// Safe to run twice: yes, it only reads.
// Returns: label, nodes.
MATCH (n:Dateline)
UNWIND labels(n) AS label
RETURN label, count(*) AS nodes
ORDER BY label
