import type { Status } from '../../../src/serve/api';
import { familyOf, type GraphModel, otherEnd, relationOf, statusShown, typeOf } from './model';
import type { View } from './view';

export const START_NODES = 60;
export const START_EDGES = 300;
const NEIGHBOURS = 15;
const FOCUS_NEIGHBOURS = 40;

/** What is in the picture now. */
export interface Picture {
  /** Rows of entities, strongest first. */
  readonly nodes: readonly number[];
  /** Rows of relations, most reported first. */
  readonly edges: readonly number[];
  /** Parallel to `edges`. */
  readonly looks: readonly Status[];
  /** Relations among these entities that a filter hides. */
  readonly filtered: number;
  /** Relations among these entities left out because there are too many. */
  readonly cut: number;
}

/** True where the filters let an edge through; entity types count at both its ends. */
export function passes(model: GraphModel, view: View, hidden: ReadonlySet<string>, edge: number): boolean {
  const { source, target, articles } = model.payload.edges;
  if (articles[edge]! < view.minArticles) return false;
  const relation = relationOf(model, edge);
  if (hidden.has(relation.type) || hidden.has(`family-${familyOf(model, edge)}`)) return false;
  if (hidden.has(typeOf(model, source[edge]!)) || hidden.has(typeOf(model, target[edge]!))) return false;
  return statusShown(model, edge, hidden) !== null;
}

/**
 * The filters let nothing through that the reader has hidden; what is selected is always in the picture.
 * `told` are the rows of the relations that the open article tells, or null: while it is read, it alone is drawn.
 */
export function choose(model: GraphModel, view: View, told: ReadonlySet<number> | null = null): Picture {
  const hidden = new Set(view.hidden);
  const candidates = told ? endsOf(model, told) : candidateNodes(model, view, hidden);
  for (const node of selectedNodes(model, view)) candidates.add(node);
  const edges: number[] = [];
  const looks: Status[] = [];
  let filtered = 0;
  let cut = 0;
  const { source, target } = model.payload.edges;
  const limit = view.all ? Number.POSITIVE_INFINITY : START_EDGES;
  const selectedEdge = view.selected.startsWith('e:') ? model.rowOfEdge.get(view.selected.slice(2)) : undefined;
  for (let edge = 0; edge < model.edgeCount; edge++) {
    if (!candidates.has(source[edge]!) || !candidates.has(target[edge]!)) continue;
    if (told && !told.has(edge) && edge !== selectedEdge) continue;
    const look = statusShown(model, edge, hidden);
    if (edge !== selectedEdge && !passes(model, view, hidden, edge)) {
      filtered++;
    } else if (edges.length >= limit && edge !== selectedEdge) {
      cut++;
    } else {
      edges.push(edge);
      looks.push(look ?? statusShown(model, edge, new Set()) ?? 'stated');
    }
  }
  const touched = new Set(edges.flatMap((edge) => [source[edge]!, target[edge]!]));
  const kept = selectedNodes(model, view);
  const nodes = [...candidates]
    .filter((node) => touched.has(node) || kept.has(node) || (view.alone && !hidden.has(typeOf(model, node))))
    .sort((a, b) => a - b);
  return { nodes, edges, looks, filtered, cut };
}

function candidateNodes(model: GraphModel, view: View, hidden: ReadonlySet<string>): Set<number> {
  const chosen = new Set<number>();
  const focus = model.rowOfNode.get(view.focus);
  if (view.all) {
    for (let node = 0; node < model.nodeCount; node++) chosen.add(node);
    return chosen;
  }
  if (focus !== undefined) {
    addWithNeighbours(model, view, hidden, chosen, focus, FOCUS_NEIGHBOURS);
  } else {
    for (let node = 0; node < model.nodeCount && chosen.size < START_NODES; node++) {
      const drawn = model.edgesOf[node]!.length > 0 || view.alone;
      if (drawn && !hidden.has(typeOf(model, node))) chosen.add(node);
    }
  }
  for (const id of view.expanded) {
    const node = model.rowOfNode.get(id);
    if (node !== undefined) addWithNeighbours(model, view, hidden, chosen, node, NEIGHBOURS);
  }
  for (const node of selectedNodes(model, view)) {
    if (!chosen.has(node)) addWithNeighbours(model, view, hidden, chosen, node, 8);
  }
  return chosen;
}

function addWithNeighbours(
  model: GraphModel,
  view: View,
  hidden: ReadonlySet<string>,
  chosen: Set<number>,
  node: number,
  limit: number,
): void {
  chosen.add(node);
  for (const neighbour of neighboursOf(model, node, (edge) => passes(model, view, hidden, edge)).slice(0, limit)) {
    chosen.add(neighbour);
  }
}

/** Entities one step away, those with the most claims between them first. */
export function neighboursOf(model: GraphModel, node: number, accept: (edge: number) => boolean): number[] {
  const weight = new Map<number, number>();
  for (const edge of model.edgesOf[node] ?? []) {
    if (!accept(edge)) continue;
    const other = otherEnd(model, edge, node);
    if (other !== node) weight.set(other, (weight.get(other) ?? 0) + model.claims[edge]!);
  }
  return [...weight.keys()].sort((a, b) => weight.get(b)! - weight.get(a)! || a - b);
}

function endsOf(model: GraphModel, edges: ReadonlySet<number>): Set<number> {
  const { source, target } = model.payload.edges;
  return new Set([...edges].flatMap((edge) => [source[edge]!, target[edge]!]));
}

/** The selected entity, or both ends of the selected relation. */
function selectedNodes(model: GraphModel, view: View): Set<number> {
  const id = view.selected.slice(2);
  if (view.selected.startsWith('n:')) {
    const node = model.rowOfNode.get(id);
    return new Set(node === undefined ? [] : [node]);
  }
  const edge = model.rowOfEdge.get(id);
  if (edge === undefined) return new Set();
  return new Set([model.payload.edges.source[edge]!, model.payload.edges.target[edge]!]);
}
