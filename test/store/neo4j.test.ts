import fs from 'node:fs';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph';
import { openStore } from '../../src/store';
import { isLeftOut, neo4j } from '../support/machine';
import { type Lease, leaseNeo4j } from '../support/neo4j';
import { withDriver } from '../support/neo4j/server';
import { storyA, storyB } from '../support/stories';
import { settingsOf, textOf } from './engines';

describe('a Neo4j that is not there', () => {
  it('is told from one that refuses the password', async () => {
    const probe = net.createServer().listen(0, '127.0.0.1');
    const address = await new Promise<net.AddressInfo>((ready) =>
      probe.once('listening', () => ready(probe.address() as net.AddressInfo)),
    );
    await new Promise((done) => probe.close(done));
    const url = `bolt://127.0.0.1:${address.port}`;
    const settings = { user: 'neo4j', password: 'x', database: null };
    for (const create of [true, false]) {
      await expect(openStore(url, settings, { create })).rejects.toThrow(/no Neo4j answers there/);
    }
  });
});

describe.skipIf(isLeftOut(neo4j()))('a Neo4j with other data in it', () => {
  let lease: Lease;
  beforeAll(async () => {
    lease = await leaseNeo4j();
  });
  afterAll(async () => {
    await lease?.clear();
    lease?.release();
  });
  const open = () => openStore(lease.url, settingsOf(lease), { create: true });

  it('keeps them through loading and forgetting, even where labels and ids are the same', async () => {
    await lease.clear();
    await lease.run("CREATE (:Entity:Country {id: 'country:tgo', mine: 1})-[:KILLED {mine: 1}]->(:Person {id: 'p'})");
    const mine =
      'MATCH (a {mine: 1})-[r {mine: 1}]->(b:Person) RETURN properties(a) AS a, properties(r) AS r, labels(b) AS b';
    const before = await lease.run(mine);
    const store = await open();
    await store.load(buildGraph([storyA(), storyB()]));
    await store.load(buildGraph([storyB()]));
    expect(await lease.run(mine)).toEqual(before);
    expect(textOf(await store.readGraph())).toBe(textOf(buildGraph([storyB()])));
    await store.load(buildGraph([]));
    expect(await lease.run('MATCH (n) WHERE NOT n:DatelineTestDatabase RETURN n.id AS id ORDER BY id')).toEqual([
      { id: 'country:tgo' },
      { id: 'p' },
    ]);
    await store.close();
  });

  it('keeps what somebody has tied to a node of ours or noted on it', async () => {
    await lease.clear();
    const store = await open();
    await store.load(buildGraph([storyA()]));
    await lease.run(
      "MATCH (g:Dateline {id: 'country:gha'}) MATCH (t:Dateline {id: 'place:tamale'}) SET g.note = 'mine', g:Watched CREATE (t)-[:KILLED]->(g) CREATE (t)-[:SEE]->(:Note {id: 'n'})",
    );
    await store.load(buildGraph([storyA(), storyB()]));
    await store.load(buildGraph([storyB()]));
    const { rows } = await store.query(
      "MATCH (t {id: 'place:tamale'})-[r]->(x) OPTIONAL MATCH (g:Watched {note: 'mine'}) RETURN type(r) AS type, x.id AS id, g.id AS watched ORDER BY type",
    );
    expect(rows).toEqual([
      { type: 'KILLED', id: 'country:gha', watched: 'country:gha' },
      { type: 'SEE', id: 'n', watched: 'country:gha' },
    ]);
    expect((await store.load(buildGraph([storyB()]))).written).toBe(0);
    await store.close();
  });

  it('takes the facts away and projects them again by Cypher as a build does', async () => {
    await lease.clear();
    const store = await open();
    const graph = buildGraph([storyA(), storyB()]);
    await store.load(graph);
    for (const type of ['REQUESTED', 'REJECTED', 'ATTACKED', 'KILLED', 'MET_WITH', 'HOLDS_POSITION', 'VOTED_AGAINST']) {
      for (const name of ['drop-facts', 'project-facts']) {
        const text = fs.readFileSync(`${__dirname}/../../cypher/maintain/${name}.cypher`, 'utf8');
        await lease.run(text.replace(/\bRELATION\b/g, type));
      }
    }
    expect(textOf(await store.readGraph())).toBe(textOf(graph));
    await store.close();
  });

  it('forgets an article by Cypher as a build without it does, but for the facts', async () => {
    await lease.clear();
    const store = await open();
    await store.load(buildGraph([storyA(), storyB()]));
    const run = (name: string, parameters = {}) =>
      lease.run(fs.readFileSync(`${__dirname}/../../cypher/maintain/${name}.cypher`, 'utf8'), parameters);
    await run('forget-article', { article: storyA().article.storeId });
    await run('forget-orphans');
    const wanted = await store.counts();
    await store.load(buildGraph([storyB()]));
    const { relationships: _, relations: __, ...left } = wanted;
    expect(await store.counts()).toMatchObject(left);
    await store.close();
  });

  it('says that the password is wrong', async ({ skip }) => {
    if (!lease.own) skip(); // somebody's server may ask for no password
    const settings = { ...settingsOf(lease), password: 'wrong' };
    await expect(openStore(lease.url, settings, { create: true })).rejects.toThrow(
      'does not accept the password of user neo4j',
    );
    await expect(openStore(lease.url, settings)).rejects.toThrow('does not accept the password');
  });

  it('says that the first password has to be changed, and that a database is not there', async ({ skip }) => {
    if (!lease.own) skip();
    await withDriver(lease, (driver) =>
      driver.executeQuery(
        "CREATE USER fresh IF NOT EXISTS SET PASSWORD 'first-password' CHANGE REQUIRED",
        {},
        { database: 'system' },
      ),
    );
    const settings = { user: 'fresh', password: 'first-password', database: null };
    await expect(openStore(lease.url, settings, { create: true })).rejects.toThrow('has not been changed yet');
    const nowhere = { ...settingsOf(lease), database: 'nowhere' };
    await expect(openStore(lease.url, nowhere, { create: true })).rejects.toThrow('it has no database named nowhere');
  });
});
