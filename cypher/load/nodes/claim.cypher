// Claims: one verb or noun of one sentence that says what somebody did, or what is so. start and end are those of the trigger.
// Safe to run twice: yes.
// $rows: [{id: string, properties: map (a null takes the property away)}], sorted by id, at most 5,000
// Returns: nothing.
UNWIND $rows AS row
MERGE (n:Dateline {id: row.id})
SET n:Claim
SET n += row.properties
