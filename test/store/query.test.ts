import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph';
import { openStore, runReadQuery, type Store } from '../../src/store';
import { storyA, storyB } from '../support/stories';
import { ENGINES, type Engine, textOf } from './engines';

describe.each(ENGINES)('a query on $name', ({ skip, open }) => {
  describe.skipIf(skip)('gives rows as JSON:', () => {
    const graph = buildGraph([storyA(), storyB()]);
    let engine: Engine;
    let target: string;
    let store: Store;
    beforeAll(async () => {
      engine = await open();
      target = await engine.fresh();
      store = await openStore(target, engine.settings, { create: true });
      await store.load(graph);
    });
    afterAll(async () => {
      await store?.close();
      await engine?.close();
    });

    const rows = async (text: string, parameters = {}) => (await store.query(text, parameters)).rows;

    it('a node has its id, its labels and its properties, sorted', async () => {
      const [row] = await rows("MATCH (n:Entity {id: 'country:tgo'}) RETURN n");
      expect(JSON.stringify(row)).toBe(
        '{"n":{"id":"country:tgo","labels":["Actor","Country","Dateline","Entity"],' +
          '"properties":{"articles":2,"id":"country:tgo","mentions":6,"name":"Togo"}}}',
      );
    });

    it('a relationship names its ends by their ids, even where no row has them as nodes', async () => {
      const [row] = await rows('MATCH (:Country)-[r:REQUESTED]->(:Country) RETURN r');
      expect(row).toEqual({
        r: {
          type: 'REQUESTED',
          source: 'country:tgo',
          target: 'country:gha',
          properties: {
            articles: [storyA().article.storeId],
            claims: [`${storyA().article.storeId}#c0`],
            confidence: 0.9,
            eventIds: [expect.stringMatching(/^event:[0-9a-f]{20}$/)],
            evidence: ['Togo asked Ghana for grain on Monday.'],
            factuality: 'fact',
            firstDate: '2019-03-04',
            lastDate: '2019-03-04',
            madeBy: 'dateline',
          },
        },
      });
    });

    it('a path has its nodes and relationships in order, an arrow walked backwards as it points', async () => {
      const [row] = await rows(
        "MATCH p = (:Country {id: 'country:gha'})<-[:REQUESTED]-(:Country)<-[:REJECTED]-(:Place) RETURN p",
      );
      const { nodes, relationships } = (row?.['p'] ?? {}) as unknown as {
        nodes: { id: string }[];
        relationships: { type: string; source: string; target: string }[];
      };
      expect(nodes.map(({ id }) => id)).toEqual(['country:gha', 'country:tgo', 'place:brussels']);
      expect(relationships.map(({ type, source, target }) => [source, type, target])).toEqual([
        ['country:tgo', 'REQUESTED', 'country:gha'],
        ['place:brussels', 'REJECTED', 'country:tgo'],
      ]);
    });

    it('numbers, dates, lists, maps and nothing are what JSON has for them', async () => {
      expect(
        await rows(
          "RETURN 3 AS whole, 2.5 AS half, date('2020-02-29') AS day, [1, 'a', null] AS list, {b: 1, a: {c: [2]}} AS map, null AS nothing, true AS yes",
        ),
      ).toEqual([
        {
          whole: 3,
          half: 2.5,
          day: '2020-02-29',
          list: [1, 'a', null],
          map: { a: { c: [2] }, b: 1 },
          nothing: null,
          yes: true,
        },
      ]);
    });

    it('columns stand in the order of the query, nodes inside lists and maps too', async () => {
      const answer = await store.query(
        'MATCH (a:Country)-[r:REQUESTED]->(b:Country) RETURN b.name AS z, collect(a) AS list, {it: r} AS map, a.name AS a',
      );
      expect(answer.columns).toEqual(['z', 'list', 'map', 'a']);
      expect(Object.keys(answer.rows[0] ?? {})).toEqual(['z', 'list', 'map', 'a']);
      expect(answer.rows[0]).toMatchObject({ list: [{ id: 'country:tgo' }], map: { it: { source: 'country:tgo' } } });
    });

    it('whole numbers may be given for LIMIT and SKIP, and dates are compared as dates', async () => {
      const text =
        'MATCH (e:Event) WHERE e.start >= date($from) RETURN e.start AS start ORDER BY start SKIP $skip LIMIT $limit';
      expect(await rows(text, { from: '2019-03-04', skip: 1, limit: 2 })).toEqual([
        { start: '2019-03-05' },
        { start: '2019-03-05' },
      ]);
    });

    it('no more rows than asked for, and says so', async () => {
      const some = await store.query('MATCH (n:Sentence) RETURN n.id AS id', {}, { maxRows: 3 });
      expect(some.rows).toHaveLength(3);
      expect(some.truncated).toBe(true);
      const all = await store.query('MATCH (n:Sentence) RETURN n.id AS id', {}, { maxRows: 13 });
      expect(all.rows).toHaveLength(13);
      expect(all.truncated).toBe(false);
    });

    it('columns are there when no row is', async () => {
      expect(await store.query('MATCH (n:Nobody) RETURN n.name AS name')).toEqual({
        columns: ['name'],
        rows: [],
        truncated: false,
      });
    });

    it.each([
      'CREATE (n:Person {id: 1})',
      "MATCH (n:Person) SET n.name = 'x' RETURN n",
      'MATCH (n) DETACH DELETE n',
      "MERGE (n:Entity {id: 'country:tgo'}) RETURN n",
      'MATCH (n:Nobody) REMOVE n.name',
      'CREATE INDEX x IF NOT EXISTS FOR (n:X) ON (n.y)',
      'MATCH (n) WITH n LIMIT 1 CALL { WITH n SET n.x = 1 } RETURN n',
    ])('refuses to write: %s', async (text) => {
      await expect(store.query(text)).rejects.toThrow('it would change the graph');
      expect(textOf(await store.readGraph())).toBe(textOf(graph));
    });

    it('refuses to read files, and procedures that are not on the list', async () => {
      await expect(store.query("LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row")).rejects.toThrow('LOAD CSV');
      await expect(store.query('CALL dbms.listConfig() YIELD name RETURN name')).rejects.toThrow('dbms.listConfig');
      expect((await rows('CALL db.labels() YIELD label RETURN label')).length).toBeGreaterThan(5);
    });

    it.each([
      ['MATCH (n) RETURN', /line 1, column/],
      ['MATCH (n) RETURN m', /[Vv]ariable.*m/],
      ['FOO', /line 1, column 1/],
      ['RETURN $missing', /missing/],
    ])('says in one line what is wrong: %s', async (text, reason) => {
      const error = await store.query(text).then(
        () => null,
        (thrown: Error) => thrown,
      );
      const [first = ''] = (error?.message ?? '').split('\n');
      expect(first).toMatch(reason);
      expect(first.length).toBeLessThan(300);
    });

    it('is stopped when it takes too long', async () => {
      const slow =
        'UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y WITH x * y AS z WHERE z % 7 = 8 RETURN count(z) AS n';
      const started = runReadQuery(target, engine.settings, slow, {}, { timeoutMs: 500 });
      await expect(started).rejects.toThrow('was not done after 0.5 s');
    });

    it('runs in a process of its own with the same answer', async () => {
      const text = 'MATCH (a:Country)-[r:REQUESTED]->(b) RETURN a, r, b.name AS name';
      const answer = await runReadQuery(target, engine.settings, text, {}, { timeoutMs: 60_000, maxRows: 10 });
      expect(answer).toEqual(await store.query(text));
      await expect(runReadQuery(target, engine.settings, 'MATCH (n) SET n.x = 1')).rejects.toThrow('it would change');
    });
  });
});
