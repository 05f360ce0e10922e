/**
 * A line between two entities is an arc of a circle: bent by `bend` (its height over its chord), straight for 0.
 * Pixels, y downwards. The shader draws the same arcs, so what is clicked is what is seen.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point of the arc; t from 0 (source) to 1 (target). A positive bend lies to the left of the way from a to b. */
export function arcPoint(a: Point, b: Point, bend: number, t: number): Point {
  const chordX = b.x - a.x;
  const chordY = b.y - a.y;
  if (Math.abs(bend) < 1e-3) return { x: a.x + chordX * t, y: a.y + chordY * t };
  const chord = Math.hypot(chordX, chordY);
  const height = bend * chord;
  const radius = (chord * chord) / (8 * height) + height / 2;
  // From the middle of the chord to the centre, along the normal.
  const toCentre = radius - height;
  const normal = { x: chordY / chord, y: -chordX / chord };
  const centre = { x: (a.x + b.x) / 2 - normal.x * toCentre, y: (a.y + b.y) / 2 - normal.y * toCentre };
  const half = 2 * Math.atan(2 * bend);
  const angle = half * (2 * t - 1);
  const sin = Math.sin(angle);
  const cos = Math.cos(angle);
  const along = { x: chordX / chord, y: chordY / chord };
  return {
    x: centre.x + radius * (normal.x * cos + along.x * sin),
    y: centre.y + radius * (normal.y * cos + along.y * sin),
  };
}

/** Pixels from a point to the arc, measured on `steps` straight pieces. */
export function distanceToArc(point: Point, a: Point, b: Point, bend: number, steps = 16): number {
  const pieces = Math.abs(bend) < 1e-3 ? 1 : steps;
  let nearest = Number.POSITIVE_INFINITY;
  let from = a;
  for (let step = 1; step <= pieces; step++) {
    const to = arcPoint(a, b, bend, step / pieces);
    nearest = Math.min(nearest, distanceToSegment(point, from, to));
    from = to;
  }
  return nearest;
}

function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/**
 * Bends for lines between the same two entities, spread evenly; `forward` tells which run from the first to the
 * second. Seen from its own source a line of the other direction bends the other way.
 */
export function bendsOf(forward: readonly boolean[]): number[] {
  const gap = forward.length <= 3 ? 0.16 : 0.42 / (forward.length - 1);
  return forward.map((isForward, index) => {
    const bend = (index - (forward.length - 1) / 2) * gap;
    return isForward ? bend : -bend;
  });
}
