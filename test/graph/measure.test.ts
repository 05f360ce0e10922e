import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph';
import { layOut } from '../../src/graph/layout';
import { measure } from '../../src/graph/measure';
import { makeDocument } from '../support/make-document';
import { seedDocuments } from '../support/seed';

describe('measures and layout', () => {
  const graph = buildGraph(seedDocuments());

  it('are the same for the same graph', () => {
    expect([...measure(buildGraph(seedDocuments()))]).toEqual([...measure(graph)]);
    expect([...layOut(buildGraph(seedDocuments()))]).toEqual([...layOut(graph)]);
  });

  it('count the facts of an entity and put it into a community', () => {
    const state = measure(graph).get('organization:state-department');
    const facts = graph.filterEdges(
      'organization:state-department',
      (_, { type, properties }) => 'evidence' in properties && type !== 'EVIDENCE',
    );
    expect(state?.degree).toBe(facts.length);
    expect(state?.community).toBeGreaterThanOrEqual(0);
  });

  it('give finite places apart from each other to whatever has a fact, and to nothing else', () => {
    const places = layOut(graph);
    const connected = [...measure(graph)].filter(([, { degree }]) => degree > 0).map(([id]) => id);
    expect([...places.keys()].sort()).toEqual(connected.sort());
    const seen = new Set([...places.values()].map(({ x, y }) => `${x} ${y}`));
    expect(seen.size).toBe(places.size);
    for (const { x, y } of places.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });

  it('do not mind a graph without facts', () => {
    const quiet = buildGraph([makeDocument({ sentences: ['Togo slept.'], entities: { Togo: 'country:tgo' } })]);
    expect(measure(quiet).get('country:tgo')).toEqual({ degree: 0, community: -1 });
    expect(layOut(quiet).size).toBe(0);
    expect(layOut(buildGraph([])).size).toBe(0);
  });
});
