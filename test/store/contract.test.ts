import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph';
import { openStore } from '../../src/store';
import { makeDocument } from '../support/make-document';
import { seedDocuments } from '../support/seed';
import { storyA, storyB } from '../support/stories';
import { ENGINES, type Engine, textOf, withStore } from './engines';

describe.each(ENGINES)('a store on $name', ({ skip, open }) => {
  describe.skipIf(skip)('holds what the documents say:', () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine?.close());

    it('what was loaded comes back as it was built', async () => {
      const graph = buildGraph([storyA(), storyB(), ...seedDocuments()]);
      await withStore(await engine.fresh(), engine, async (store) => {
        await store.load(graph);
        expect(textOf(await store.readGraph())).toBe(textOf(graph));
      });
    });

    it('loading twice changes nothing', async () => {
      const target = await engine.fresh();
      await withStore(target, engine, async (store) => {
        expect((await store.load(buildGraph([storyA()]))).written).toBeGreaterThan(0);
        expect((await store.load(buildGraph([storyA()]))).written).toBe(0);
      });
      await withStore(target, engine, async (store) => {
        expect((await store.load(buildGraph([storyA()]))).written).toBe(0);
        expect(textOf(await store.readGraph())).toBe(textOf(buildGraph([storyA()])));
      });
    });

    it('load A, load A and B, forget A leaves exactly what loading B leaves', async () => {
      await withStore(await engine.fresh(), engine, async (store) => {
        await store.load(buildGraph([storyA()]));
        await store.load(buildGraph([storyA(), storyB()]));
        await store.load(buildGraph([storyB()]));
        expect(textOf(await store.readGraph())).toBe(textOf(buildGraph([storyB()])));
        const { rows } = await store.query('MATCH (n) WHERE n:Dateline RETURN count(n) AS nodes');
        expect(rows).toEqual([{ nodes: buildGraph([storyB()]).order }]);
      });
    });

    it('a property that is no longer said goes, and a place that no longer acts is no actor', async () => {
      const said = {
        sentences: ['Brussels rejected Togo on Tuesday.'],
        entities: { Brussels: 'place:brussels', Togo: 'country:tgo' },
        article: { storeId: 'x', title: 'Old', published: '2019-03-06' },
      };
      const claim = { type: 'REJECTED' as const, sources: ['Brussels'], trigger: 'rejected', targets: ['Togo'] };
      const before = buildGraph([makeDocument({ ...said, claims: [{ ...claim, date: '2019-03-05' }] })]);
      const undated = { storeId: 'x', title: null, published: null };
      const quiet = buildGraph([
        makeDocument({ ...said, article: undated, claims: [{ ...claim, polarity: 'negative', targets: [] }] }),
      ]);
      const gone = buildGraph([makeDocument({ ...said, article: undated, claims: [] })]);
      await withStore(await engine.fresh(), engine, async (store) => {
        for (const graph of [before, quiet, gone]) {
          await store.load(graph);
          expect(textOf(await store.readGraph())).toBe(textOf(graph));
        }
      });
    });

    it('counts nodes, relationships, entities and facts', async () => {
      const graph = buildGraph([storyA(), storyB()]);
      await withStore(await engine.fresh(), engine, async (store) => {
        expect(await store.counts()).toMatchObject({ nodes: 0, articles: 0, entities: {}, relations: {} });
        await store.load(graph);
        expect(await store.counts()).toEqual({
          nodes: graph.order,
          relationships: graph.size,
          articles: 2,
          sentences: 13,
          claims: 13,
          events: 11,
          entities: { Person: 2, Organization: 1, Country: 2, Group: 2, Place: 2 },
          relations: {
            MET_WITH: 1,
            REQUESTED: 1,
            REJECTED: 2,
            ATTACKED: 2,
            KILLED: 1,
            VOTED_AGAINST: 1,
            HOLDS_POSITION: 1,
          },
        });
      });
    });

    it('nothing is changed when what goes with the load fails', async () => {
      const target = await engine.fresh();
      await withStore(target, engine, async (store) => {
        await store.load(buildGraph([storyA()]));
        const fail = () => Promise.reject(new Error('the disk is full'));
        await expect(store.load(buildGraph([storyB()]), { beforeCommit: fail })).rejects.toThrow('the disk is full');
        expect(textOf(await store.readGraph())).toBe(textOf(buildGraph([storyA()])));
      });
    });

    it('says how far a load has come', async () => {
      const seen: [number, number][] = [];
      await withStore(await engine.fresh(), engine, async (store) => {
        const { written } = await store.load(buildGraph([storyA()]), { onProgress: (...step) => void seen.push(step) });
        expect(seen.at(-1)).toEqual([written, written]);
      });
    });

    it('a store that is not there is not opened for reading', async () => {
      const target = await engine.fresh();
      await expect(openStore(target, engine.settings)).rejects.toThrow('there is no graph there');
    });

    it('texts of all kinds come back as they went in', async () => {
      const line = 'Togo: \'it\\\'s "quoted" `x` $rows {a: 1} \\u0041 \u2028 😀 مرحبا // no comment';
      const graph = buildGraph([makeDocument({ sentences: [line], entities: { Togo: 'country:tgo' } })]);
      await withStore(await engine.fresh(), engine, async (store) => {
        await store.load(graph);
        const { rows } = await store.query('MATCH (s:Sentence) RETURN s.text AS text');
        expect(rows).toEqual([{ text: line }]);
      });
    });
  });
});
