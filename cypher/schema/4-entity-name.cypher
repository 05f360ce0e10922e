// To find an entity by its name: MATCH (e:Entity {name: 'Iraq'}).
// Safe to run twice: yes. Returns: nothing.
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)
