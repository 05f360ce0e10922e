/** What a store holds -> KnowledgeGraph and counts; `read` is an engine's way to run a statement and hand over its rows. */
import {
  addEdge,
  createGraph,
  edgeKey,
  type KnowledgeGraph,
  type NodeAttributes,
  type Properties,
  properties,
  type RelationshipType,
} from '../graph';
import { ENTITY_TYPES, RELATION_TYPES } from '../ontology';
import type { Present, PresentEdge } from './changes';
import { statement } from './statements';
import type { NodeValue, Row, StoreCounts } from './store';

export type ReadRows = (text: string, onRow: (row: Row) => void) => Promise<void>;

/** On every node that Dateline made. */
const MARKER = 'Dateline';

export async function readPresent(read: ReadRows): Promise<Present> {
  const nodes = new Map<string, NodeAttributes>();
  const edges = new Map<string, PresentEdge>();
  await read(statement('maintain/read-nodes'), ({ node }) => {
    const { labels, properties: given } = node as unknown as NodeValue;
    nodes.set(String(given['id']), {
      labels: labels.filter((label) => label !== MARKER),
      properties: properties(given as Properties),
    });
  });
  await read(statement('maintain/read-relationships'), (row) => {
    const [source, type, target] = [String(row['source']), row['type'] as RelationshipType, String(row['target'])];
    const { madeBy: _, ...rest } = row['properties'] as Properties;
    edges.set(edgeKey(source, type, target), { source, type, target, properties: properties(rest) });
  });
  return { nodes, edges };
}

export function graphOf(present: Present): KnowledgeGraph {
  const graph = createGraph();
  for (const id of [...present.nodes.keys()].sort()) graph.addNode(id, present.nodes.get(id)!);
  for (const key of [...present.edges.keys()].sort()) {
    const edge = present.edges.get(key)!;
    addEdge(graph, edge.source, edge.type, edge.target, edge.properties);
  }
  return graph;
}

export async function readCounts(read: ReadRows): Promise<StoreCounts> {
  const nodes = new Map<string, number>();
  const relationships = new Map<string, number>();
  await read(statement('maintain/count-nodes'), (row) => void nodes.set(String(row['label']), Number(row['nodes'])));
  await read(statement('maintain/count-relationships'), (row) => {
    relationships.set(String(row['type']), Number(row['relationships']));
  });
  const only = (counts: ReadonlyMap<string, number>, names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (counts.has(name) ? [[name, counts.get(name)!]] : [])));
  return {
    nodes: nodes.get(MARKER) ?? 0,
    relationships: [...relationships.values()].reduce((sum, count) => sum + count, 0),
    articles: nodes.get('Article') ?? 0,
    sentences: nodes.get('Sentence') ?? 0,
    claims: nodes.get('Claim') ?? 0,
    events: nodes.get('Event') ?? 0,
    entities: only(nodes, ENTITY_TYPES),
    relations: only(relationships, RELATION_TYPES),
  };
}
