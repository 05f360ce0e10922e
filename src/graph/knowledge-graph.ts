/** What all documents say together: nodes and edges as a store keeps them, each node under its `id`, each edge under `edgeKey`. */
import { MultiDirectedGraph } from 'graphology';
import type { RelationType } from '../ontology';

/** A property is a scalar or a list of strings, never null: what is not known is left out. Dates are ISO strings (YYYY-MM-DD). */
export type PropertyValue = string | number | boolean | readonly string[];
export type Properties = Readonly<Record<string, PropertyValue>>;

export const STRUCTURE_TYPES = [
  'ATTRIBUTED_TO',
  'EVIDENCE',
  'HAS_SENTENCE',
  'IN',
  'INSTRUMENT',
  'PLACE',
  'REFERS_TO',
  'REPORTS',
  'SOURCE',
  'TARGET',
  'THEME',
] as const;
export type StructureType = (typeof STRUCTURE_TYPES)[number];
export type RelationshipType = StructureType | RelationType;

// `type`, not `interface`: graphology asks for an index signature, which only a type alias has implicitly.
export type NodeAttributes = { readonly labels: readonly string[]; readonly properties: Properties };
export type EdgeAttributes = { readonly type: RelationshipType; readonly properties: Properties };

export type KnowledgeGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

export function createGraph(): KnowledgeGraph {
  return new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
}

export function edgeKey(source: string, type: RelationshipType, target: string): string {
  return `${source}~${type}~${target}`;
}

/** Adds the edge, or leaves the one that is there: one for each (source, type, target). Both nodes must exist. */
export function addEdge(
  graph: KnowledgeGraph,
  source: string,
  type: RelationshipType,
  target: string,
  properties: Properties = {},
): void {
  const key = edgeKey(source, type, target);
  if (!graph.hasEdge(key)) graph.addEdgeWithKey(key, source, target, { type, properties });
}

/** Leaves out what is null, undefined or an empty list, sorts the keys, and mends texts: see wellFormed. */
export function properties(given: Readonly<Record<string, PropertyValue | null | undefined>>): Properties {
  const kept: Record<string, PropertyValue> = {};
  for (const key of Object.keys(given).sort()) {
    const value = given[key];
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    kept[key] = typeof value === 'string' ? wellFormed(value) : Array.isArray(value) ? value.map(wellFormed) : value;
  }
  return kept;
}

/** Half of a surrogate pair alone, which no store can hold, becomes U+FFFD: offsets stay as they are. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** Order by UTF-16 code units: the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
