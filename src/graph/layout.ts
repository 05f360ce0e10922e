/**
 * Positions for the map: a circle in the order of ids with a seeded jitter, ForceAtlas2 (Jacomy et al., 2014),
 * then nodes that overlap are pushed apart. The same graph gets the same picture.
 */
import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';
import type { KnowledgeGraph } from './knowledge-graph';
import { factNetwork } from './measure';
import { createRandom } from './seeded';

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** One iteration costs about 8 ms at 1,000 nodes and 100 ms at 10,000: large graphs get fewer. */
const ITERATION_BUDGET = 400_000;
const MAX_ITERATIONS = 600;
const MIN_ITERATIONS = 60;
/** Units of the layout, as `size` below. */
const MARGIN = 2;

/** Entities that no fact touches get no position. */
export function layOut(graph: KnowledgeGraph): Map<string, Position> {
  const network = factNetwork(graph);
  const random = createRandom(1);
  const radius = 10 * Math.sqrt(network.order);
  const placed = network.copy() as unknown as Parameters<typeof forceAtlas2.assign>[0];
  let index = 0;
  placed.forEachNode((node, { degree }) => {
    const angle = (2 * Math.PI * index++) / network.order;
    placed.mergeNodeAttributes(node, {
      x: radius * Math.cos(angle) + random(),
      y: radius * Math.sin(angle) + random(),
      size: 2 + Math.sqrt(Number(degree)),
    });
  });
  if (network.order > 1) {
    const iterations = Math.round(Math.min(MAX_ITERATIONS, Math.max(MIN_ITERATIONS, ITERATION_BUDGET / network.order)));
    const settings = { ...forceAtlas2.inferSettings(placed), edgeWeightInfluence: 1, adjustSizes: false };
    forceAtlas2.assign(placed, { iterations, settings, getEdgeWeight: 'weight' });
    noverlap.assign(placed, { maxIterations: 100, settings: { margin: MARGIN, ratio: 1 } });
  }
  return new Map(placed.mapNodes((node, { x, y }) => [node, { x: round(x), y: round(y) }]));
}

/** Hundredths are enough for a picture. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
