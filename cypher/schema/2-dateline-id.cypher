// The index under that constraint. Neo4j has it already and does nothing; the embedded engine needs it to be told.
// Safe to run twice: yes. Returns: nothing.
CREATE INDEX dateline_id_lookup IF NOT EXISTS FOR (n:Dateline) ON (n.id)
