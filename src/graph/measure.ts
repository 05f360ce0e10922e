/** Measures of the entities by the facts between them. */
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { RELATIONS } from '../ontology';
import { compareText, type KnowledgeGraph } from './knowledge-graph';
import { createRandom } from './seeded';

export interface Measures {
  /** Facts that touch the entity. */
  readonly degree: number;
  /** 0 is the largest community. -1: touched by no fact. */
  readonly community: number;
}

type Weighted = { weight: number };

/** The entities that a fact touches, one edge a pair; `weight` is 1 + ln(evidence sentences), summed over the pair's facts. Sorted by id. */
export function factNetwork(graph: KnowledgeGraph): UndirectedGraph<{ degree: number }, Weighted> {
  const network = new UndirectedGraph<{ degree: number }, Weighted>();
  const edges = graph
    .filterEdges((_, { type }) => type in RELATIONS)
    .sort(compareText)
    .map((edge) => ({ edge, ends: graph.extremities(edge) }));
  for (const id of [...new Set(edges.flatMap(({ ends }) => ends))].sort()) network.addNode(id, { degree: 0 });
  for (const { edge, ends } of edges) {
    const evidence = graph.getEdgeAttribute(edge, 'properties')['evidence'];
    const weight = 1 + Math.log(Array.isArray(evidence) ? Math.max(1, evidence.length) : 1);
    for (const end of new Set(ends)) network.updateNodeAttribute(end, 'degree', (degree) => (degree ?? 0) + 1);
    if (ends[0] !== ends[1]) network.updateEdge(ends[0], ends[1], (old) => ({ weight: (old.weight ?? 0) + weight }));
  }
  return network;
}

/** Communities by Louvain (Blondel et al., 2008) with a fixed seed: the same graph gets the same answer. */
export function measure(graph: KnowledgeGraph): Map<string, Measures> {
  const network = factNetwork(graph);
  const found = network.size > 0 ? louvain(network, { rng: createRandom(1), getEdgeWeight: 'weight' }) : {};
  const sizes = new Map<number, number>();
  for (const community of Object.values(found)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const rank = new Map(
    [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([community], index) => [community, index]),
  );
  const entities = graph.filterNodes((_, { labels }) => labels.includes('Entity')).sort(compareText);
  return new Map(
    entities.map((id) => [
      id,
      {
        degree: network.hasNode(id) ? network.getNodeAttribute(id, 'degree') : 0,
        community: rank.get(found[id] ?? -1) ?? -1,
      },
    ]),
  );
}
