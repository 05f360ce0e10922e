// To find an entity by its id: MATCH (e:Entity {id: 'country:irq'}).
// Safe to run twice: yes. Returns: nothing.
CREATE INDEX entity_id IF NOT EXISTS FOR (n:Entity) ON (n.id)
