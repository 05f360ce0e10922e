// One node an id among all that Dateline made. Other data in the database are not bound by it.
// Safe to run twice: yes. Returns: nothing.
CREATE CONSTRAINT dateline_id IF NOT EXISTS FOR (n:Dateline) REQUIRE n.id IS UNIQUE
