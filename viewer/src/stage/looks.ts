import type { EntityType } from '../../../src/ontology';
import type { Picture } from '../state/choose';
import { type GraphModel, isContested, phraseOf, relationOf, typeOf } from '../state/model';
import { bendsOf } from './geometry';
import { baseWidth, blend, COLOURS, SHAPE_NUMBERS, SHAPES, type Theme } from './palette';

/** What the stage draws of an entity, before anything is emphasised. */
export interface DrawnNode {
  readonly id: string;
  readonly row: number;
  readonly label: string;
  /** Radius, pixels. */
  readonly size: number;
  readonly color: string;
  readonly shape: number;
}

/** What the stage draws of a relation. */
export interface DrawnEdge {
  readonly id: string;
  readonly row: number;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly size: number;
  readonly color: string;
  readonly bend: number;
  readonly dashed: boolean;
  readonly hollow: boolean;
  readonly both: boolean;
  readonly contested: boolean;
  /** Violence with deaths: its verb is written bold. */
  readonly deadly: boolean;
}

const UNSURE_BLEND = 0.45;
const LABEL_CHARACTERS = 34;
/** Above so many entities they are drawn smaller. */
const CROWD = 45;
/** Above so many relations they are drawn thinner. */
const THRONG = 800;

/**
 * Area grows with the root of the mentions: one mention 6 pixels, sixteen 12; where somebody has more than 180, all are
 * drawn smaller, so that the most named has 22.
 */
export function nodeSize(mentions: number, most: number): number {
  const unit = Math.min(6, 22 / Math.max(1, most) ** 0.25);
  return Math.min(22, Math.max(4, unit * Math.max(1, mentions) ** 0.25));
}

export function drawnNodes(model: GraphModel, picture: Picture, theme: Theme): DrawnNode[] {
  const { nodes } = model.payload;
  const scale = picture.nodes.length <= CROWD ? 1 : Math.max(0.35, Math.sqrt(CROWD / picture.nodes.length));
  const most = Math.max(1, ...picture.nodes.map((row) => nodes.mentions[row]!));
  return picture.nodes.map((row) => {
    const type = typeOf(model, row) as EntityType;
    return {
      id: nodes.id[row]!,
      row,
      label: shorten(nodes.name[row]!),
      size: nodeSize(nodes.mentions[row]!, most) * scale,
      color: COLOURS[theme].types[type],
      shape: SHAPE_NUMBERS[SHAPES[type]],
    };
  });
}

export function drawnEdges(model: GraphModel, picture: Picture, theme: Theme): DrawnEdge[] {
  const { edges, nodes } = model.payload;
  const colours = COLOURS[theme];
  const bends = bendOf(model, picture);
  return picture.edges.map((row, index) => {
    const relation = relationOf(model, row);
    const look = picture.looks[index]!;
    const strong = colours.families[relation.family];
    const grown = Math.log2(Math.max(1, model.claims[row]!)) * 0.55;
    return {
      id: edges.id[row]!,
      row,
      source: nodes.id[edges.source[row]!]!,
      target: nodes.id[edges.target[row]!]!,
      label: phraseOf(model, row),
      size: Math.min(7, baseWidth(relation.family) + grown) * (picture.edges.length > THRONG ? 0.5 : 1),
      color: look === 'stated' || look === 'denied' ? strong : blend(strong, colours.ground, UNSURE_BLEND),
      bend: bends.get(row) ?? 0,
      dashed: relation.dashed,
      hollow: look === 'denied',
      both: relation.symmetric,
      contested: isContested(model, row),
      deadly: relation.type === 'KILLED',
    };
  });
}

/** Lines between the same two entities are bent apart; a single one is straight. */
function bendOf(model: GraphModel, picture: Picture): Map<number, number> {
  const { source, target } = model.payload.edges;
  const pairs = new Map<string, number[]>();
  for (const row of picture.edges) {
    const low = Math.min(source[row]!, target[row]!);
    const high = Math.max(source[row]!, target[row]!);
    const key = `${low}-${high}`;
    pairs.set(key, [...(pairs.get(key) ?? []), row]);
  }
  const bends = new Map<number, number>();
  for (const rows of pairs.values()) {
    const ordered = [...rows].sort((a, b) => source[a]! - source[b]! || a - b);
    const values = bendsOf(ordered.map((row) => source[row]! < target[row]!));
    ordered.forEach((row, index) => {
      bends.set(row, values[index]!);
    });
  }
  return bends;
}

function shorten(name: string): string {
  return name.length <= LABEL_CHARACTERS ? name : `${name.slice(0, LABEL_CHARACTERS - 1).trimEnd()}…`;
}
