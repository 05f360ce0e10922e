// All nodes that Dateline made.
// Safe to run twice: yes, it only reads.
// Returns: node.
MATCH (n:Dateline)
RETURN n AS node
