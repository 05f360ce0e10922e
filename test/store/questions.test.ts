import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph';
import { RELATION_TYPES } from '../../src/ontology';
import { cypherFolder, openStore, type QueryAnswer, type Store } from '../../src/store';
import { seedDocuments } from '../support/seed';
import { storyA, storyB } from '../support/stories';
import { ENGINES, type Engine } from './engines';

const FOLDER = path.join(cypherFolder(), 'query');
const NAMES = fs
  .readdirSync(FOLDER)
  .map((file) => path.basename(file, '.cypher'))
  .sort();

/** Parameters as the header gives them: `$name: string, ..., for example "Iraq"`. */
function exampleOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^\/\/ \$(\w+): string,.*for example "(.*)"$/gm)].map(([, key = '', value = '']) => [key, value]),
  );
}

const textOf = (name: string): string => fs.readFileSync(path.join(FOLDER, `${name}.cypher`), 'utf8');

describe('the questions under cypher/query', () => {
  it('are at least twelve, each with a header that says what is asked and what comes back', () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(12);
    for (const name of NAMES) {
      const text = textOf(name);
      expect(text, name).toMatch(/^\/\/ .*\?/);
      expect(text, name).toContain('\n// Returns: ');
      expect(text, name).toContain('// Safe to run twice: yes');
      const used = new Set([...text.replace(/^\/\/.*$/gm, '').matchAll(/\$(\w+)/g)].map(([, key]) => key));
      expect([...used].sort(), name).toEqual(Object.keys(exampleOf(text)).sort());
    }
  });

  it('look for paths over every relation of the ontology', () => {
    const types = /\[:([^*]+)\*/
      .exec(textOf('path-between'))?.[1]
      ?.split('|')
      .map((type) => type.trim());
    expect(types).toEqual([...RELATION_TYPES].sort());
  });

  describe.skipIf(ENGINES.some(({ skip }) => skip))('give the same rows on both engines:', () => {
    const graph = buildGraph([storyA(), storyB(), ...seedDocuments()]);
    const engines: Engine[] = [];
    const stores: Store[] = [];
    beforeAll(async () => {
      for (const { open } of ENGINES) {
        const engine = await open();
        engines.push(engine);
        const store = await openStore(await engine.fresh(), engine.settings, { create: true });
        stores.push(store);
        await store.load(graph);
      }
    });
    afterAll(async () => {
      for (const store of stores) await store.close();
      for (const engine of engines) await engine.close();
    });

    it.each(NAMES)('%s', async (name) => {
      const [embedded, neo4j] = await Promise.all(
        stores.map((store) => store.query(textOf(name), exampleOf(textOf(name)))),
      );
      expect(embedded?.rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(neo4j, null, 1)).toBe(JSON.stringify(embedded, null, 1));
    });
  });

  describe('answer what a reader asks:', () => {
    let engine: Engine;
    let store: Store;
    beforeAll(async () => {
      engine = (await ENGINES[0]?.open()) as Engine;
      store = await openStore(await engine.fresh(), engine.settings, { create: true });
      await store.load(buildGraph([storyA(), storyB()]));
    });
    afterAll(async () => {
      await store.close();
      await engine.close();
    });
    const ask = (name: string, parameters = {}): Promise<QueryAnswer> => store.query(textOf(name), parameters);

    it('who killed how many, once for two reports of it', async () => {
      expect((await ask('killed')).rows).toMatchObject([
        { killers: ['The army'], victims: ['rebels'], killed: 12, start: '2019-03-03', places: ['Tamale'], reports: 2 },
      ]);
    });

    it('what is asserted here and denied there', async () => {
      expect((await ask('contested')).rows).toMatchObject([
        {
          who: 'Ghana',
          what: 'ATTACKED',
          whom: 'Togo',
          assertedIn: 'Ghana attacked Togo on Friday, Togo said.',
          deniedBy: 'Ghana',
        },
      ]);
    });

    it('who asked, and what the answer was', async () => {
      expect((await ask('requests-and-answers')).rows).toMatchObject([
        {
          who: 'Togo',
          asked: 'REQUESTED',
          whom: 'Ghana',
          answer: 'REJECTED',
          answerSentence: 'Ghana rejected Togo on Tuesday.',
        },
      ]);
    });

    it('what is planned and not done', async () => {
      expect((await ask('planned')).rows).toMatchObject([
        { who: 'Kofi Mensah', what: 'MET_WITH', whom: 'Ama Sika', modality: 'planned' },
      ]);
    });

    it('how the votes went', async () => {
      expect((await ask('votes')).rows).toMatchObject([{ who: 'Lawmakers', votesFor: 140, votesAgainst: 90 }]);
    });

    it('who is what', async () => {
      expect((await ask('positions')).rows).toMatchObject([
        { person: 'Kofi Mensah', title: 'minister', organization: 'Ghana' },
      ]);
    });

    it('how two are connected', async () => {
      const { rows } = await ask('path-between', { a: 'Ama Sika', b: 'Ghana' });
      expect(rows).toMatchObject([
        { steps: 2, names: ['Ama Sika', 'Kofi Mensah', 'Ghana'], relations: ['MET_WITH', 'HOLDS_POSITION'] },
      ]);
    });
  });
});
