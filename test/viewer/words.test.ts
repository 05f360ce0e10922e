import { describe, expect, it } from 'vitest';
import { buildGraph, unrealisedRelations } from '../../src/graph';
import { ENTITY_TYPES, RELATION_TYPES } from '../../src/ontology';
import { takeSnapshot } from '../../src/serve/snapshot';
import { choose } from '../../viewer/src/state/choose';
import { EMPTY_VIEW } from '../../viewer/src/state/view';
import { edgeCountWords, pictureWords, relationWords } from '../../viewer/src/state/words';
import { seedDocuments } from '../support/seed';
import { seedModel } from './graph-of';

const model = seedModel();
const rows = model.payload.edges.id.map((_, row) => row);

/** Edges between two entities in the graph that goes into the store. */
function storedRelations(): number {
  const graph = buildGraph(seedDocuments());
  const isEntity = (id: string) => ENTITY_TYPES.some((type) => graph.getNodeAttribute(id, 'labels').includes(type));
  const types: readonly string[] = RELATION_TYPES;
  return graph.filterEdges(
    (_, { type }, source, target) => types.includes(type) && isEntity(source) && isEntity(target),
  ).length;
}

describe('counts of relations', () => {
  it('tell what the store has edges for from what is only planned or denied', () => {
    const [stored, unrealised] = [storedRelations(), unrealisedRelations(seedDocuments())];
    expect(unrealised).toBeGreaterThan(0);
    expect(stored + unrealised).toBe(model.edgeCount);
    expect(edgeCountWords(model, rows)).toBe(`${stored} relations + ${unrealised} planned or denied`);
    expect(takeSnapshot(seedDocuments(), { stamp: 'v1', store: 'test' }).articles[0]).toMatchObject({
      relations: stored,
      unrealised,
    });
  });

  it('say nothing of planned and denied ones where there are none, or where they are hidden', () => {
    expect(relationWords(1, 0)).toBe('1 relation');
    const picture = choose(model, { ...EMPTY_VIEW, hidden: ['denied', 'planned'] });
    expect(pictureWords(model, picture)).toMatch(new RegExp(`^${storedRelations()} relations between `));
  });
});
