import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateline, newFolder, SEED } from '../support/command';
import { isLeftOut, neo4j } from '../support/machine';
import { type Lease, leaseNeo4j } from '../support/neo4j';

describe.skipIf(isLeftOut(neo4j()))('a Neo4j server as the store', () => {
  let lease: Lease;
  const documents = path.join(newFolder(), 'documents');
  const environment = () => ({
    NEO4J_USER: lease.user,
    NEO4J_PASSWORD: lease.password,
    ...(lease.database === null ? {} : { NEO4J_DATABASE: lease.database }),
  });

  beforeAll(async () => {
    lease = await leaseNeo4j();
  }, 180_000);

  afterAll(async () => {
    await lease?.clear();
    lease?.release();
  });

  it('takes a build and answers as the embedded store does', () => {
    const embedded = path.join(newFolder(), 'graph');
    const built = dateline(['build', SEED, '--store', lease.url, '--documents', documents], { env: environment() });
    expect([built.status, built.stderr]).toEqual([0, '']);
    expect(dateline(['build', SEED, '--store', embedded]).status).toBe(0);
    const cypher =
      'MATCH p = (a:Entity)-[r]->(b:Entity) RETURN a, r, b.name AS name, p, r.firstDate AS day, r.articles AS articles ORDER BY a.id, b.id, type(r)';
    const rows = (store: string) =>
      dateline(['query', cypher, '--store', store, '--format', 'json'], { env: environment() }).stdout;
    expect(rows(embedded).length).toBeGreaterThan(1000);
    expect(rows(lease.url)).toBe(rows(embedded));
  });

  it('takes the exported script of an embedded store, statement by statement, and then holds as much of everything', async () => {
    const embedded = path.join(newFolder(), 'graph');
    expect(dateline(['build', SEED, '--store', embedded]).status).toBe(0);
    const exported = dateline(['export', '--format', 'cypher', '--store', embedded]);
    expect([exported.status, exported.stderr]).toEqual([0, '']);
    await lease.clear();
    // as cypher-shell reads it: `;` at the end of a line ends a statement
    for (const statement of exported.stdout.split(/;\n/)) if (statement.trim() !== '') await lease.run(statement);
    const counts = (store: string) =>
      [
        'MATCH (n:Dateline) UNWIND labels(n) AS label RETURN label, count(*) AS nodes ORDER BY label',
        'MATCH (:Dateline)-[r]->(:Dateline) RETURN type(r) AS type, count(*) AS relations ORDER BY type',
      ].map((query) => dateline(['query', query, '--store', store, '--format', 'csv'], { env: environment() }).stdout);
    expect(counts(embedded).join('')).toMatch(/\nREBUFFED,\d/);
    expect(counts(lease.url)).toEqual(counts(embedded));
  });

  it('refuses a query that writes', () => {
    const { status, stderr } = dateline(['query', 'CREATE (n:Person) RETURN n', '--store', lease.url], {
      env: environment(),
    });
    expect([status, stderr.includes('queries only read')]).toEqual([1, true]);
  });

  it('says that the password is wrong, and what to set', () => {
    const { status, stderr } = dateline(['query', 'RETURN 1 AS one', '--store', lease.url], {
      env: { ...environment(), NEO4J_PASSWORD: 'wrong' },
    });
    expect(stderr).toContain('does not accept the password');
    expect(stderr).toContain('NEO4J_PASSWORD');
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
    expect(status).toBe(1);
  });
});
