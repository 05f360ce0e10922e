import { GrafeoDB } from '@grafeo-db/js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cypherScript, type Literal, literal } from '../../src/export';
import { buildGraph } from '../../src/graph';
import { loadStatements, openStore } from '../../src/store';
import { runRows } from '../../src/store/grafeo';
import { graphOf, readPresent } from '../../src/store/read';
import { settingsOf, textOf } from '../store/engines';
import { isLeftOut, neo4j } from '../support/machine';
import { type Lease, leaseNeo4j } from '../support/neo4j';
import { seedDocuments } from '../support/seed';
import { storyA, storyB } from '../support/stories';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 1_200_000 });

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\\', "'", '"', '`', '$', 'u', '0', '4', '1', '\n', '\r', ';', '/', '*', '{', '😀', '\u2028'),
  }),
);
const values: fc.Arbitrary<Literal> = fc.oneof(
  texts,
  fc.boolean(),
  fc.integer(),
  fc.constant(null),
  fc.array(texts, { maxLength: 3 }),
);
const maps = fc.dictionary(fc.stringMatching(/^[a-z]\w{0,5}$/), values, { maxKeys: 4 });
const RUNS = { seed: 1, numRuns: 150 };

describe('a literal', () => {
  it('is read back by the embedded engine as the value that it was', async () => {
    const database = GrafeoDB.create();
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const { rows } = await runRows(database as never, `RETURN ${literal(value)} AS value`);
        expect(rows).toEqual([{ value }]);
      }),
      RUNS,
    );
    database.close();
  });

  it('stays on one line and ends where it should: what follows it is still code', async () => {
    const database = GrafeoDB.create();
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(literal(text)).not.toMatch(/[\n\r\u2028\u2029]/);
        const { rows } = await runRows(database as never, `RETURN ${literal(text)} AS value, 1 AS after`);
        expect(rows).toEqual([{ value: text, after: 1 }]);
      }),
      RUNS,
    );
    database.close();
  });

  it('keeps a confidence of 1 a float, and is no number that is none', () => {
    expect(literal({ confidence: 1, index: 1 })).toBe('{confidence: 1.0, index: 1}');
    expect(() => literal(Number.NaN)).toThrow(RangeError);
  });

  it('takes no name of a property that is no plain word', () => {
    for (const name of ['b c', 'd`e', "f'", '', 'g\\u0041']) expect(() => literal({ [name]: 1 })).toThrow(RangeError);
  });
});

describe('the script of a graph', () => {
  const graph = buildGraph([storyA(), storyB(), ...seedDocuments()]);
  const script = [...cypherScript(graph, loadStatements())].join('');
  /** As cypher-shell does: a statement ends with `;` at the end of a line, and no text of ours holds the end of a line. */
  const statements = script.split(/;\n/).filter((text) => text.trim() !== '');

  it('is the same for the same graph', () => {
    expect([...cypherScript(buildGraph([...seedDocuments(), storyB(), storyA()]), loadStatements())].join('')).toBe(
      script,
    );
  });

  it('has no parameter left and no placeholder', () => {
    expect(script).not.toContain('$rows');
    expect(script.replace(/^\/\/.*$/gm, '')).not.toMatch(/:`?RELATION\b/);
  });

  it('gives the embedded engine the same graph as the store, run once or twice', async () => {
    const database = GrafeoDB.create();
    for (let times = 0; times < 2; times++) {
      for (const text of statements) await database.executeCypher(text);
      const present = await readPresent(async (text, onRow) => {
        for (const row of (await runRows(database as never, text)).rows) onRow(row);
      });
      expect(textOf(graphOf(present))).toBe(textOf(graph));
    }
    database.close();
  });

  describe.skipIf(isLeftOut(neo4j()))('on Neo4j', () => {
    let lease: Lease;
    beforeAll(async () => {
      lease = await leaseNeo4j();
    });
    afterAll(async () => {
      await lease?.clear();
      lease?.release();
    });

    it('gives the same graph as the store', async () => {
      for (const text of statements) await lease.run(text);
      const store = await openStore(lease.url, settingsOf(lease));
      expect(textOf(await store.readGraph())).toBe(textOf(graph));
      expect((await store.load(graph)).written).toBe(0);
      await store.close();
    });

    it('has literals that are read back as the values that they were', async () => {
      const given = fc.sample(maps, { seed: 1, numRuns: 120 });
      const [row] = await lease.run(`RETURN [${given.map((value) => literal(value)).join(', ')}] AS list`);
      const plain = JSON.parse(JSON.stringify(row?.['list'], (_, value) => (isLong(value) ? value.low : value)));
      expect(plain).toEqual(given.map((map) => ({ ...map })));
    });
  });
});

function isLong(value: unknown): value is { low: number } {
  return typeof value === 'object' && value !== null && 'low' in value && 'high' in value;
}
