// Articles, with their text.
// Safe to run twice: yes.
// $rows: [{id: string, properties: map (a null takes the property away), published: 'YYYY-MM-DD' or null}], sorted by id, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MERGE (n:Dateline {id: row.id})
SET n:Article
SET n += row.properties, n.published = date(row.published)
