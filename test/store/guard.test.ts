import { describe, expect, it } from 'vitest';
import { checkQuery } from '../../src/store/guard';

describe('the guard of queries', () => {
  it.each([
    'MATCH (n) RETURN n',
    "MATCH (n {name: 'LOAD CSV FROM x'}) RETURN n",
    'MATCH (n) RETURN n // LOAD CSV FROM x',
    'MATCH (n) /* CALL dbms.shutdown() */ RETURN n',
    'MATCH (n) RETURN n.`LOAD CSV`',
    'MATCH (a)-[:CALLED]->(b) RETURN a',
    'MATCH (a)-[:CALL]->(b) RETURN a',
    'MATCH (n) CALL { WITH n RETURN n.name AS name } RETURN name',
    'MATCH (n) CALL (n) { RETURN n.name AS name } RETURN name',
    'CALL db.labels() YIELD label RETURN label',
    'CALL db.relationshipTypes',
    'RETURN "explain" AS word',
  ])('lets through: %s', (text) => {
    expect(() => checkQuery(text)).not.toThrow();
  });

  it.each([
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "load\n csv with headers from 'x' as row return row",
    "MATCH (n) LOAD /* really */ CSV FROM 'x' AS row RETURN row",
    "\\u004cOAD CSV FROM 'x' AS row RETURN row",
    "LO\\u0041D C\\u0053V FROM 'x' AS row RETURN row",
    "RETURN '\\u0027' LOAD CSV FROM 'x' AS row",
    "RETURN 'it\\'s' LOAD CSV FROM 'x' AS row",
  ])('refuses to read files: %s', (text) => {
    expect(() => checkQuery(text)).toThrow('LOAD CSV');
  });

  it.each([
    'CALL dbms.shutdown()',
    'call apoc.load.json("x")',
    'MATCH (n) CALL /* x */ apoc.cypher.doIt("x", {}) YIELD value RETURN value',
    'CALL `apoc`.`load`.`json`("x")',
    'CALL db . labels2 ()',
    'CALL db.labelsAndMore()',
    '\\u0043ALL dbms.shutdown()',
    'CALL db.labels() YIELD label CALL dbms.killQuery("1") YIELD queryId RETURN *',
  ])('refuses the procedure: %s', (text) => {
    expect(() => checkQuery(text)).toThrow('not on the list');
  });

  it('refuses EXPLAIN and PROFILE, whose answers are no rows', () => {
    for (const text of ['EXPLAIN MATCH (n) RETURN n', '// x\n profile RETURN 1']) {
      expect(() => checkQuery(text)).toThrow('EXPLAIN and PROFILE');
    }
  });
});
