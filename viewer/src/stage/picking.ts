import { distanceToArc, type Point } from './geometry';
import type { DrawnEdge } from './looks';

export const NEAR_PIXELS = 8;

/** The nearest line within reach, or null: picking by pixels would ask for a hit on two of them. */
export function nearestEdge(
  point: Point,
  edges: Iterable<DrawnEdge>,
  placeOf: (node: string) => Point | null,
): string | null {
  let best: string | null = null;
  let nearest = NEAR_PIXELS;
  for (const edge of edges) {
    const a = placeOf(edge.source);
    const b = placeOf(edge.target);
    if (!a || !b) continue;
    // An arc lies within its height of the box around its ends.
    const reach = nearest + Math.abs(edge.bend) * Math.hypot(a.x - b.x, a.y - b.y);
    if (point.x < Math.min(a.x, b.x) - reach || point.x > Math.max(a.x, b.x) + reach) continue;
    if (point.y < Math.min(a.y, b.y) - reach || point.y > Math.max(a.y, b.y) + reach) continue;
    const distance = distanceToArc(point, a, b, edge.bend);
    if (distance < nearest) {
      nearest = distance;
      best = edge.id;
    }
  }
  return best;
}

/** The place that lies next in a direction (of length 1), those straight ahead first; null where there is none. */
export function nextPlace(start: Point, direction: Point, others: Iterable<readonly [string, Point]>): string | null {
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [id, at] of others) {
    const ahead = (at.x - start.x) * direction.x + (at.y - start.y) * direction.y;
    const aside = Math.abs((at.x - start.x) * direction.y - (at.y - start.y) * direction.x);
    const cost = ahead + 2 * aside;
    if (ahead > 4 && aside < ahead * 2 && cost < bestCost) {
      best = id;
      bestCost = cost;
    }
  }
  return best;
}
