// To find the events of one type: MATCH (e:Event {type: 'KILLED'}).
// Safe to run twice: yes. Returns: nothing.
CREATE INDEX event_type IF NOT EXISTS FOR (n:Event) ON (n.type)
