import { DirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Point } from './geometry';
import { spreadByStress } from './stress';

export interface Frame {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface LayoutNode {
  readonly id: string;
  /** Radius, pixels. */
  readonly size: number;
  /** Width of its label, pixels. */
  readonly labelWidth: number;
  /** Where it is and stays, where it has a place. */
  readonly fixed?: Point;
}

export interface LayoutEdge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/** Room for labels at the border, pixels. */
const MARGIN = 64;
const LABEL_HEIGHT = 18;
const MAX_RELAXED = 400;
const MAX_STRESSED = 220;

/**
 * Places in a frame, the same for the same input: ForceAtlas2 from a spiral on which the strongest lies in the middle,
 * stretched to the frame; then shapes and labels that overlap are pushed apart.
 */
export function layOut(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  frame: Frame,
): ReadonlyMap<string, Point> {
  const graph = new DirectedGraph();
  const someFixed = nodes.some((node) => node.fixed);
  const neighbours = new Map<string, string[]>();
  for (const edge of edges) {
    neighbours.set(edge.source, [...(neighbours.get(edge.source) ?? []), edge.target]);
    neighbours.set(edge.target, [...(neighbours.get(edge.target) ?? []), edge.source]);
  }
  const fixedAt = new Map(nodes.flatMap((node) => (node.fixed ? [[node.id, node.fixed] as const] : [])));
  nodes.forEach((node, index) => {
    const start = node.fixed ?? besideNeighbours(node.id, index, neighbours, fixedAt, frame) ?? spiral(index, frame);
    graph.addNode(node.id, { ...start, size: node.size, fixed: node.fixed !== undefined });
  });
  for (const { source, target, weight } of edges) {
    if (source === target) continue;
    if (graph.hasEdge(source, target)) graph.updateEdgeAttribute(source, target, 'weight', (w) => (w ?? 0) + weight);
    else graph.addEdge(source, target, { weight });
  }
  const iterations = nodes.length <= 200 ? 500 : nodes.length <= 1000 ? 150 : 60;
  forceAtlas2.assign(graph, {
    iterations,
    getEdgeWeight: 'weight',
    settings: {
      gravity: someFixed ? 0.2 : 0.9,
      scalingRatio: someFixed ? 300 : 60,
      edgeWeightInfluence: 0.4,
      slowDown: 3 + Math.log(nodes.length + 1),
      barnesHutOptimize: nodes.length > 500,
      adjustSizes: false,
    },
  });
  const places = new Map<string, { x: number; y: number }>();
  graph.forEachNode((id, { x, y }) => {
    places.set(id, { x, y });
  });
  if (nodes.length <= MAX_STRESSED) refine(nodes, edges, places, frame);
  if (!someFixed) fitInto(places, frame);
  if (nodes.length <= MAX_RELAXED) pushApart(nodes, places, frame);
  return places;
}

/** ForceAtlas2 finds what belongs together; stress then evens the distances. */
function refine(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  places: Map<string, { x: number; y: number }>,
  frame: Frame,
): void {
  const rows = new Map(nodes.map((node, row) => [node.id, row]));
  const points = nodes.map((node) => ({ ...places.get(node.id)!, fixed: node.fixed !== undefined }));
  const links = edges.map((edge) => [rows.get(edge.source)!, rows.get(edge.target)!] as const);
  spreadByStress(points, links, Math.min(frame.width, frame.height) / 5);
  nodes.forEach((node, row) => {
    places.set(node.id, { x: points[row]!.x, y: points[row]!.y });
  });
}

/** The same picture in a frame of another shape: stretched, then pushed apart where it got narrow. */
export function fitToFrame(
  nodes: readonly LayoutNode[],
  places: ReadonlyMap<string, Point>,
  from: Frame,
  to: Frame,
): ReadonlyMap<string, Point> {
  const moved = new Map(
    [...places].map(([id, p]) => [id, { x: (p.x * to.width) / from.width, y: (p.y * to.height) / from.height }]),
  );
  if (nodes.length <= MAX_RELAXED) pushApart(nodes, moved, to);
  return moved;
}

/** Sunflower: node i at the golden angle, near ones strong. */
function spiral(index: number, frame: Frame): Point {
  const angle = index * 2.399963229728653;
  const radius = 22 * Math.sqrt(index + 0.5);
  return { x: frame.width / 2 + radius * Math.cos(angle), y: frame.height / 2 + radius * Math.sin(angle) };
}

function besideNeighbours(
  id: string,
  index: number,
  neighbours: ReadonlyMap<string, readonly string[]>,
  fixedAt: ReadonlyMap<string, Point>,
  frame: Frame,
): Point | null {
  const placed = (neighbours.get(id) ?? []).flatMap((other) => fixedAt.get(other) ?? []);
  if (placed.length === 0) return null;
  const middle = {
    x: placed.reduce((sum, p) => sum + p.x, 0) / placed.length,
    y: placed.reduce((sum, p) => sum + p.y, 0) / placed.length,
  };
  const angle = index * 2.399963229728653;
  const radius = Math.min(frame.width, frame.height) * 0.18;
  return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
}

/** Scales to the frame, each axis for itself, one at most 1.8 times the other. */
function fitInto(places: Map<string, { x: number; y: number }>, frame: Frame): void {
  const xs = [...places.values()].map((p) => p.x);
  const ys = [...places.values()].map((p) => p.y);
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = (length: number) => Math.max(40, length - 2 * MARGIN);
  let scaleX = room(frame.width) / Math.max(1, maxX - minX);
  let scaleY = room(frame.height) / Math.max(1, maxY - minY);
  scaleX = Math.min(scaleX, scaleY * 1.8);
  scaleY = Math.min(scaleY, scaleX * 1.8);
  for (const place of places.values()) {
    place.x = frame.width / 2 + (place.x - (minX + maxX) / 2) * scaleX;
    place.y = frame.height / 2 + (place.y - (minY + maxY) / 2) * scaleY;
  }
}

/** Each shape with the label under it is a box; boxes that overlap move apart along the shorter way. */
function pushApart(nodes: readonly LayoutNode[], places: Map<string, { x: number; y: number }>, frame: Frame): void {
  const boxes = nodes.map((node) => ({
    place: places.get(node.id)!,
    fixed: node.fixed !== undefined,
    halfWidth: Math.max(node.size, node.labelWidth / 2) + 7,
    above: node.size + 7,
    below: node.size + LABEL_HEIGHT + 5,
  }));
  const rounds = 90;
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let i = 0; i < boxes.length; i++) {
      const a = boxes[i]!;
      for (let j = i + 1; j < boxes.length; j++) {
        const b = boxes[j]!;
        if (a.fixed && b.fixed) continue;
        const overlapX = a.halfWidth + b.halfWidth - Math.abs(a.place.x - b.place.x);
        const lower = a.place.y > b.place.y ? a : b;
        const upper = lower === a ? b : a;
        const overlapY = upper.place.y + upper.below - (lower.place.y - lower.above);
        if (overlapX <= 0 || overlapY <= 0) continue;
        moved = true;
        const shareA = a.fixed ? 0 : b.fixed ? 1 : 0.5;
        if (overlapY * 1.4 < overlapX) {
          const way = a === upper ? -1 : 1;
          a.place.y += way * overlapY * shareA;
          b.place.y -= way * overlapY * (1 - shareA);
        } else {
          const way = a.place.x <= b.place.x ? -1 : 1;
          a.place.x += way * overlapX * shareA;
          b.place.x -= way * overlapX * (1 - shareA);
        }
      }
      if (!a.fixed) {
        a.place.x = Math.min(Math.max(a.place.x, a.halfWidth), Math.max(a.halfWidth, frame.width - a.halfWidth));
        a.place.y = Math.min(Math.max(a.place.y, a.above + 40), Math.max(a.above + 40, frame.height - a.below - 30));
      }
    }
    if (!moved) break;
  }
}
