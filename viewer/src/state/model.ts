import type { Family, GraphPayload, RelationWords, Status } from '../../../src/serve/api';

export const STATUSES: readonly Status[] = ['stated', 'reported', 'planned', 'denied'];

/** The graph as the page holds it: rows are numbers, as in the server's columns, with indices beside them. */
export interface GraphModel {
  readonly payload: GraphPayload;
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly rowOfNode: ReadonlyMap<string, number>;
  readonly rowOfEdge: ReadonlyMap<string, number>;
  /** Rows of the edges at each node, most reported first. */
  readonly edgesOf: readonly (readonly number[])[];
  /** All claims of each edge. */
  readonly claims: readonly number[];
}

export function buildModel(payload: GraphPayload): GraphModel {
  const { nodes, edges } = payload;
  const edgesOf: number[][] = nodes.id.map(() => []);
  edges.id.forEach((_, row) => {
    const source = edges.source[row]!;
    const target = edges.target[row]!;
    edgesOf[source]?.push(row);
    if (target !== source) edgesOf[target]?.push(row);
  });
  return {
    payload,
    nodeCount: nodes.id.length,
    edgeCount: edges.id.length,
    rowOfNode: new Map(nodes.id.map((id, row) => [id, row])),
    rowOfEdge: new Map(edges.id.map((id, row) => [id, row])),
    edgesOf,
    claims: edges.id.map(
      (_, row) => edges.stated[row]! + edges.reported[row]! + edges.planned[row]! + edges.denied[row]!,
    ),
  };
}

export function relationOf(model: GraphModel, edge: number): RelationWords {
  return model.payload.relations[model.payload.edges.type[edge]!]!;
}

/** What stands between the two names: "rebuffed", "is prime minister of". */
export function phraseOf(model: GraphModel, edge: number): string {
  return model.payload.edges.phrase[edge] ?? relationOf(model, edge).phrase;
}

export function familyOf(model: GraphModel, edge: number): Family {
  return relationOf(model, edge).family;
}

export function typeOf(model: GraphModel, node: number): string {
  return model.payload.entityTypes[model.payload.nodes.type[node]!] ?? '';
}

export function otherEnd(model: GraphModel, edge: number, node: number): number {
  const { source, target } = model.payload.edges;
  return source[edge] === node ? target[edge]! : source[edge]!;
}

/** How an edge looks when only some statuses are shown: the firmest of them that it has, or null for none. */
export function statusShown(model: GraphModel, edge: number, hidden: ReadonlySet<string>): Status | null {
  const { edges } = model.payload;
  for (const status of STATUSES) if (!hidden.has(status) && edges[status][edge]! > 0) return status;
  return null;
}

/** Somebody says that it is so; else it is only planned or denied, and no edge between its ends in the store. */
export function isRealised(model: GraphModel, edge: number): boolean {
  const { stated, reported } = model.payload.edges;
  return stated[edge]! + reported[edge]! > 0;
}

/** Asserted here and denied there. */
export function isContested(model: GraphModel, edge: number): boolean {
  const { stated, reported, denied } = model.payload.edges;
  return denied[edge]! > 0 && stated[edge]! + reported[edge]! > 0;
}
