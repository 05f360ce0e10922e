// Events: what one claim or several tell of.
// Safe to run twice: yes.
// $rows: [{id: string, properties: map (a null takes the property away), start: 'YYYY-MM-DD' or null, end: 'YYYY-MM-DD' or null}], sorted by id, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MERGE (n:Dateline {id: row.id})
SET n:Event
SET n += row.properties, n.start = date(row.start), n.end = date(row.end)
