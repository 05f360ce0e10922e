/**
 * Stress majorisation (Gansner, Koren, North 2004): moves points until their distances in the picture are those in the
 * graph, near pairs counting more (weight 1/d²). Small graphs come out evenly spread and with few crossings.
 */
export interface MovablePoint {
  x: number;
  y: number;
  readonly fixed: boolean;
}

/** `links` are pairs of rows of `points`; `length` is the wanted length of a link, pixels. */
export function spreadByStress(
  points: readonly MovablePoint[],
  links: readonly (readonly [number, number])[],
  length: number,
  rounds = 120,
): void {
  const distances = graphDistances(points.length, links);
  for (let round = 0; round < rounds; round++) {
    points.forEach((point, i) => {
      if (point.fixed) return;
      let x = 0;
      let y = 0;
      let sum = 0;
      points.forEach((other, j) => {
        if (i === j) return;
        const wanted = distances[i]![j]! * length;
        const weight = 1 / (wanted * wanted);
        const dx = point.x - other.x;
        const dy = point.y - other.y;
        const pull = wanted / Math.max(0.01, Math.hypot(dx, dy));
        x += weight * (other.x + dx * pull);
        y += weight * (other.y + dy * pull);
        sum += weight;
      });
      if (sum > 0) {
        point.x = x / sum;
        point.y = y / sum;
      }
    });
  }
}

/** Steps between all pairs, hubs farther apart; between parts that do not hang together somewhat more than within one. */
function graphDistances(count: number, links: readonly (readonly [number, number])[]): number[][] {
  const neighbours: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (const [a, b] of links) {
    neighbours[a]!.add(b);
    neighbours[b]!.add(a);
  }
  return neighbours.map((_, start) => {
    const steps = new Array<number>(count).fill(-1);
    steps[start] = 0;
    const queue = [start];
    for (let at = 0; at < queue.length; at++) {
      for (const next of neighbours[queue[at]!]!) {
        if (steps[next] !== -1) continue;
        steps[next] = steps[queue[at]!]! + 1;
        queue.push(next);
      }
    }
    const room = (end: number) => 0.14 * Math.sqrt(Math.min(neighbours[start]!.size, neighbours[end]!.size));
    return steps.map((step, end) => (step === -1 ? 3.2 : step + room(end)));
  });
}
