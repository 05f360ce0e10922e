import { arcPoint, type Point } from './geometry';
import { drawLabels, type EdgeLabel, type NodeLabel } from './labels';
import { blend, COLOURS } from './palette';
import type { Scene } from './scene';

/** Where entities lie on the stage now; those out of sight are left out. Pixels. */
export interface Places {
  readonly of: ReadonlyMap<string, { readonly at: Point; readonly size: number }>;
  readonly width: number;
  readonly height: number;
}

export const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';

const FEW_EDGES = 60;
const MANY_EDGES = 2000;
const MOST_LABELS = 260;
/** Room that the buttons over the stage take, pixels. */
const TOOLS_HEIGHT = 44;
/** Above so many entities the picture is a map: names may lie on the shapes of others. */
const MAP_NODES = 300;
const SHORTEST_LABELLED = 70;

/** Writes names and verbs over the drawing. */
export function drawCaptions(context: CanvasRenderingContext2D, scene: Scene, places: Places): void {
  const colours = COLOURS[scene.theme];
  const isMap = scene.nodes.size > MAP_NODES;
  drawLabels(context, nodeLabels(scene, places), edgeLabels(scene, places), isMap ? [] : [...places.of.values()], {
    ink: colours.ink,
    faint: blend(colours.ink, colours.ground, 0.45),
    plate: colours.plate,
    family: FONT,
    width: places.width,
    height: places.height,
    top: TOOLS_HEIGHT,
  });
}

function nodeLabels({ nodes, bright, edges }: Scene, places: Places): NodeLabel[] {
  const isStrong = (id: string) => bright?.nodes.has(id) ?? false;
  const lines = edges.size > MANY_EDGES ? new Map<string, Point[]>() : directions({ edges, bright }, places);
  return [...nodes.values()]
    .filter((node) => places.of.has(node.id))
    .sort((a, b) => Number(isStrong(b.id)) - Number(isStrong(a.id)) || b.size - a.size || a.row - b.row)
    .slice(0, MOST_LABELS)
    .map((node) => ({
      text: node.label,
      ...places.of.get(node.id)!,
      strong: isStrong(node.id),
      faded: bright !== null && !isStrong(node.id),
      lines: lines.get(node.id) ?? [],
    }));
}

/** In which directions, of length 1, the lines of each entity leave it. */
function directions({ edges, bright }: Pick<Scene, 'edges' | 'bright'>, places: Places): Map<string, Point[]> {
  const all = new Map<string, Point[]>();
  for (const edge of edges.values()) {
    if (bright && !bright.edges.has(edge.id)) continue;
    const a = places.of.get(edge.source)?.at;
    const b = places.of.get(edge.target)?.at;
    if (!a || !b) continue;
    for (const [id, from, near] of [
      [edge.source, a, arcPoint(a, b, edge.bend, 0.2)],
      [edge.target, b, arcPoint(a, b, edge.bend, 0.8)],
    ] as const) {
      const length = Math.max(1, Math.hypot(near.x - from.x, near.y - from.y));
      const leaving = all.get(id) ?? [];
      leaving.push({ x: (near.x - from.x) / length, y: (near.y - from.y) / length });
      all.set(id, leaving);
    }
  }
  return all;
}

/** Verbs of what stands out; of everything where there is little in the picture. */
function edgeLabels({ edges, bright, emphasis, theme }: Scene, places: Places): EdgeLabel[] {
  const { ground, ink } = COLOURS[theme];
  const labels: EdgeLabel[] = [];
  for (const edge of edges.values()) {
    const isBright = bright?.edges.has(edge.id) ?? false;
    if (!isBright && edges.size > FEW_EDGES) continue;
    const a = places.of.get(edge.source)?.at;
    const b = places.of.get(edge.target)?.at;
    if (!a || !b) continue;
    if (!isBright && Math.hypot(a.x - b.x, a.y - b.y) < SHORTEST_LABELLED) continue;
    const isLead = emphasis.selected === `e:${edge.id}` || emphasis.hovered === `e:${edge.id}`;
    const spots = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26].map((t) => arcPoint(a, b, edge.bend, t));
    const middle = spots[0]!;
    // What is asked for must be read: beside its line, where there is no room on it.
    const beside = isLead ? [16, -16, 30, -30].map((y) => ({ x: middle.x, y: middle.y + y })) : [];
    labels.push({
      text: edge.label,
      color: bright && !isBright ? blend(edge.color, ground, 0.5) : blend(edge.color, ink, 0.25),
      spots: [...spots, ...beside],
      strong: isBright || edge.deadly,
      struck: edge.hollow,
      contested: edge.contested,
      always: isLead,
    });
  }
  return labels.sort((a, b) => Number(b.always) - Number(a.always) || Number(b.strong) - Number(a.strong));
}
