import type { DrawnEdge, DrawnNode } from './looks';
import type { Theme } from './palette';

export interface Emphasis {
  /** "n:ID", "e:ID" or ''. */
  readonly selected: string;
  readonly hovered: string;
  /** Where the keyboard is: an entity's id, or ''. */
  readonly current: string;
}

/** What stands out; the rest is blended into the ground by `fade`, 0 to 1. */
export interface Bright {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly fade: number;
}

/** Everything that is drawn, and how it is told apart. */
export interface Scene {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly edges: ReadonlyMap<string, DrawnEdge>;
  /** Ids of the relations at an entity. */
  readonly edgesAt: ReadonlyMap<string, readonly string[]>;
  readonly theme: Theme;
  readonly emphasis: Emphasis;
  /** null where nothing stands out. */
  readonly bright: Bright | null;
}

const HOVER_FADE = 0.72;
const SELECTION_FADE = 0.5;

export const EMPTY_SCENE: Scene = {
  nodes: new Map(),
  edges: new Map(),
  edgesAt: new Map(),
  theme: 'light',
  emphasis: { selected: '', hovered: '', current: '' },
  bright: null,
};

export function sceneOf(
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
  theme: Theme,
  emphasis: Emphasis,
): Scene {
  const edgesAt = new Map<string, string[]>();
  for (const edge of edges) {
    for (const end of [edge.source, edge.target]) {
      const ids = edgesAt.get(end);
      if (ids) ids.push(edge.id);
      else edgesAt.set(end, [edge.id]);
    }
  }
  const scene: Scene = {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: new Map(edges.map((edge) => [edge.id, edge])),
    edgesAt,
    theme,
    emphasis,
    bright: null,
  };
  return emphasise(scene, emphasis);
}

/** What the pointer is on stands out, and with it what is selected. */
export function emphasise(scene: Scene, emphasis: Emphasis): Scene {
  const hovered = around(scene, emphasis.hovered);
  const selected = around(scene, emphasis.selected);
  if (!hovered && !selected) return { ...scene, emphasis, bright: null };
  const bright: Bright = {
    nodes: new Set([...(hovered?.nodes ?? []), ...(selected?.nodes ?? [])]),
    edges: new Set([...(hovered?.edges ?? []), ...(selected?.edges ?? [])]),
    fade: hovered ? HOVER_FADE : SELECTION_FADE,
  };
  return { ...scene, emphasis, bright };
}

/** An entity with its relations and neighbours; a relation with its two ends. */
function around(scene: Scene, target: string): { nodes: readonly string[]; edges: readonly string[] } | null {
  const id = target.slice(2);
  if (target.startsWith('e:')) {
    const edge = scene.edges.get(id);
    return edge ? { nodes: [edge.source, edge.target], edges: [id] } : null;
  }
  if (!scene.nodes.has(id)) return null;
  const edges = scene.edgesAt.get(id) ?? [];
  return { nodes: [id, ...edges.flatMap((e) => [scene.edges.get(e)!.source, scene.edges.get(e)!.target])], edges };
}
