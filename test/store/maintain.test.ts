import { GrafeoDB } from '@grafeo-db/js';
import { describe, expect, it } from 'vitest';
import { buildGraph, type KnowledgeGraph } from '../../src/graph';
import { changesTo, NOTHING } from '../../src/store/changes';
import { runRows } from '../../src/store/grafeo';
import { graphOf, readPresent } from '../../src/store/read';
import { statement, statementFor, statementsIn } from '../../src/store/statements';
import { storyA, storyB } from '../support/stories';
import { textOf } from './engines';

const TYPES = ['REQUESTED', 'REJECTED', 'ATTACKED', 'KILLED', 'MET_WITH', 'HOLDS_POSITION', 'VOTED_AGAINST'] as const;

async function inMemory(graph: KnowledgeGraph) {
  const database = GrafeoDB.create();
  const run = async (text: string, parameters = {}): Promise<void> =>
    void (await database.executeCypher(text, parameters));
  const load = async (wanted: KnowledgeGraph, present = NOTHING): Promise<void> => {
    for (const batch of changesTo(wanted, present).batches) await run(batch.statement, batch.parameters);
  };
  const present = () =>
    readPresent(async (text, onRow) => {
      for (const row of (await runRows(database as never, text)).rows) onRow(row);
    });
  for (const text of statementsIn('schema')) await run(text);
  await load(graph);
  return { run, load, present, read: async () => graphOf(await present()), close: () => database.close() };
}

describe('the statements of cypher/maintain on the embedded engine', () => {
  it('take the facts away and project them again as a build does', async () => {
    const graph = buildGraph([storyA(), storyB()]);
    const { run, read, close } = await inMemory(graph);
    for (const type of TYPES) await run(statementFor('maintain/drop-facts', type));
    expect((await read()).size).toBe(graph.size - 9);
    for (const type of TYPES) await run(statementFor('maintain/project-facts', type));
    expect(textOf(await read())).toBe(textOf(graph));
    close();
  });

  it('bring a store from one set of documents to another, row by row, as they do on a server', async () => {
    const { load, present, read, close } = await inMemory(buildGraph([storyA()]));
    for (const documents of [[storyA(), storyB()], [storyB()], []]) {
      await load(buildGraph(documents), await present());
      expect(textOf(await read())).toBe(textOf(buildGraph(documents)));
    }
    close();
  });

  it('forget an article and what only it speaks of', async () => {
    const { run, read, close } = await inMemory(buildGraph([storyA(), storyB()]));
    await run(statement('maintain/forget-article'), { article: storyA().article.storeId });
    await run(statement('maintain/forget-orphans'));
    const left = await read();
    const wanted = buildGraph([storyB()]);
    for (const label of ['Article', 'Sentence', 'Mention', 'Claim', 'Entity']) {
      const having = (graph: KnowledgeGraph) => graph.filterNodes((_, { labels }) => labels.includes(label)).sort();
      expect(having(left), label).toEqual(having(wanted));
    }
    close();
  });
});
