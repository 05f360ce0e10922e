// To find an article by its id.
// Safe to run twice: yes. Returns: nothing.
CREATE INDEX article_id IF NOT EXISTS FOR (n:Article) ON (n.id)
