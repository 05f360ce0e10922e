import type { Point } from './geometry';

/** A rectangle of the stage, pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface NodeLabel {
  readonly text: string;
  readonly at: Point;
  /** Radius of the shape, pixels. */
  readonly size: number;
  readonly strong: boolean;
  readonly faded: boolean;
  /** Directions, of length 1, in which its lines leave: the label stands where they do not. */
  readonly lines: readonly Point[];
}

export interface EdgeLabel {
  readonly text: string;
  readonly color: string;
  /** Where it may stand, best first. */
  readonly spots: readonly Point[];
  readonly strong: boolean;
  readonly struck: boolean;
  /** Asserted and denied: a sign before the word. */
  readonly contested: boolean;
  /** Placed even where it covers something. */
  readonly always: boolean;
}

export interface LabelStyle {
  readonly ink: string;
  readonly faint: string;
  readonly plate: string;
  readonly family: string;
  /** Of the stage, pixels: a label keeps within it. */
  readonly width: number;
  readonly height: number;
  /** Height of the tools over its upper edge, pixels. */
  readonly top: number;
}

const NODE_PIXELS = 13;
const EDGE_PIXELS = 11.5;
const SHORT_CHARACTERS = 18;

/**
 * Draws names and verbs, each on a plate of the ground's colour, the important first; what would cover another label
 * or a shape tries its other places and is left out where none is free.
 */
export function drawLabels(
  context: CanvasRenderingContext2D,
  nodes: readonly NodeLabel[],
  edges: readonly EdgeLabel[],
  shapes: readonly { readonly at: Point; readonly size: number }[],
  style: LabelStyle,
): void {
  const taken: Box[] = shapes.map(({ at, size }) => around(at, size * 2 + 2, size * 2 + 2));
  const labels: Box[] = [];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const inOrder = [
    ...nodes.filter((n) => n.strong).map((n) => () => drawNode(context, n, taken, labels, style)),
    ...edges.filter((e) => e.strong).map((e) => () => drawEdge(context, e, taken, labels, style)),
    ...nodes.filter((n) => !n.strong).map((n) => () => drawNode(context, n, taken, labels, style)),
    ...edges.filter((e) => !e.strong).map((e) => () => drawEdge(context, e, taken, labels, style)),
  ];
  for (const draw of inOrder) draw();
}

function drawNode(
  context: CanvasRenderingContext2D,
  label: NodeLabel,
  shapes: readonly Box[],
  labels: Box[],
  style: LabelStyle,
): void {
  context.font = `${label.strong ? '600 ' : ''}${NODE_PIXELS}px ${style.family}`;
  const height = NODE_PIXELS + 4;
  for (const text of [label.text, shorten(label.text)]) {
    const width = context.measureText(text).width + 6;
    const spots = spotsAround(label, width, height);
    const free = spots.find((spot) => isFree(around(spot, width, height), style, labels, shapes));
    const isLast = text.length <= SHORT_CHARACTERS;
    const spot = free ?? (label.strong && isLast ? spots[0]! : null);
    if (spot) {
      labels.push(around(spot, width, height));
      plate(context, spot, width, height, style.plate);
      context.fillStyle = label.faded ? style.faint : style.ink;
      context.fillText(text, spot.x, spot.y);
    }
    if (spot || isLast) return;
  }
}

function shorten(text: string): string {
  return text.length <= SHORT_CHARACTERS ? text : `${text.slice(0, SHORT_CHARACTERS - 1).trimEnd()}…`;
}

/** Under, over, right, left of the shape; those sides first on which the fewest lines leave it. */
function spotsAround({ at, size, lines }: NodeLabel, width: number, height: number): Point[] {
  const below = size + height / 2 + 2;
  const beside = size + width / 2 + 3;
  const sides = [
    { x: 0, y: 1, spot: { x: at.x, y: at.y + below } },
    { x: 0, y: -1, spot: { x: at.x, y: at.y - below } },
    { x: 1, y: 0, spot: { x: at.x + beside, y: at.y } },
    { x: -1, y: 0, spot: { x: at.x - beside, y: at.y } },
  ].map((side, order) => {
    // A label is wide: over and under the shape it is in the way of more lines than beside it.
    const wide = side.y === 0 ? 0.93 : 0.6;
    const crossing = lines.filter((line) => line.x * side.x + line.y * side.y > wide).length;
    return { spot: side.spot, cost: crossing * 2 + order };
  });
  return sides.sort((a, b) => a.cost - b.cost).map((side) => side.spot);
}

function drawEdge(
  context: CanvasRenderingContext2D,
  label: EdgeLabel,
  shapes: readonly Box[],
  labels: Box[],
  style: LabelStyle,
): void {
  context.font = `${label.strong ? '600 ' : ''}${EDGE_PIXELS}px ${style.family}`;
  const text = label.contested ? `⚡ ${label.text}` : label.text;
  const textWidth = context.measureText(text).width;
  const width = textWidth + 6;
  const height = EDGE_PIXELS + 4;
  const isClear = (spot: Point, ...others: readonly Box[][]) => isFree(around(spot, width, height), style, ...others);
  const free = label.spots.find((spot) => isClear(spot, labels, [...shapes]));
  const spot = free ?? (label.always ? (label.spots.find((s) => isClear(s, labels)) ?? label.spots[0]) : null);
  if (!spot) return;
  labels.push(around(spot, width, height));
  plate(context, spot, width, height, style.plate);
  context.fillStyle = label.color;
  context.fillText(text, spot.x, spot.y);
  if (label.struck) context.fillRect(spot.x - textWidth / 2, spot.y - 0.5, textWidth, 1.2);
}

function plate(context: CanvasRenderingContext2D, at: Point, width: number, height: number, color: string): void {
  context.globalAlpha = 0.88;
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(at.x - width / 2, at.y - height / 2, width, height, 3);
  context.fill();
  context.globalAlpha = 1;
}

function around(at: Point, width: number, height: number): Box {
  return { left: at.x - width / 2, right: at.x + width / 2, top: at.y - height / 2, bottom: at.y + height / 2 };
}

function isFree(box: Box, stage: LabelStyle, ...others: readonly (readonly Box[])[]): boolean {
  if (box.left < 0 || box.top < stage.top || box.right > stage.width || box.bottom > stage.height) return false;
  return others.every((list) =>
    list.every((o) => box.right < o.left || box.left > o.right || box.bottom < o.top || box.top > o.bottom),
  );
}
