/** The tree of each sentence: the best one under the net's arc scores, then a relation for each arc. */
import type { Parsed, Tagged } from '../../document';
import { createArena } from '../../learn/kernels';
import {
  type ArcParts,
  addTree,
  arcParts,
  arcScores,
  NO_DROPOUT,
  type RelationParts,
  relationParts,
  scorePairs,
  type TreeNet,
} from '../../learn/syntax/net';
import { cutPieces, groupPieces, type SyntaxWeights } from '../../learn/syntax/read';
import { allocateTensor, createTape, type Tape } from '../../learn/tape';
import { readParameters } from '../../learn/weights';
import { addRelations } from './doubts';
import { chooseRelations } from './relations';
import { decodeTree } from './tree';

const ARENA_MEGABYTES = 96;
const GROUP_TOKENS = 1024;

/** What `createEncoder` makes: row i is token i. */
export interface TokenVectors {
  readonly width: number;
  readonly values: Float32Array;
}

export function createParser(weights: SyntaxWeights): (doc: Tagged, encoding: TokenVectors) => Parsed {
  const arena = createArena(ARENA_MEGABYTES);
  const net = addTree(readParameters(arena, weights.file), weights.labels, weights.sizes);
  const { deprels: names } = weights.labels;
  return (doc, { width, values }) => {
    const heads = new Int32Array(doc.tokens.length).fill(-1);
    const deprels: string[] = new Array(doc.tokens.length).fill('root');
    for (const group of groupPieces(cutPieces(doc.sentences), GROUP_TOKENS)) {
      const mark = arena.mark();
      const tape = createTape(arena, null);
      const first = group[0]!.start;
      const rows = group.at(-1)!.end - first;
      const encoded = allocateTensor(tape, rows, width);
      arena.floats.set(values.subarray(first * width, (first + rows) * width), encoded.at >> 2);
      const spans = group.map(({ start, end }) => ({ start: start - first, end: end - first }));
      const relations = relationParts(tape, net, encoded);
      const rowHeads = parseSpans(tape, net, arcParts(tape, net, encoded, NO_DROPOUT), relations, spans, names);
      rowHeads.forEach((head, row) => {
        heads[first + row] = head < 0 ? -1 : first + head;
      });
      const all = Int32Array.from({ length: rows }, (_, row) => row);
      const scores = scorePairs(tape, net, relations, all, rowHeads);
      const chosen = chooseRelations(arena.floats, scores, rowHeads, names);
      for (let i = 0; i < rows; i++) deprels[first + i] = chosen[i]!;
      arena.release(mark);
    }
    joinPieces(doc, heads, deprels);
    return { ...doc, heads: Array.from(heads), deprels };
  };
}

/** The heads of all spans, in rows of the group: arcs are weighed together with their best relation where in doubt. */
function parseSpans(
  tape: Tape,
  net: TreeNet,
  parts: ArcParts,
  relations: RelationParts,
  spans: readonly { readonly start: number; readonly end: number }[],
  names: readonly string[],
): Int32Array {
  const sentences = spans.map(({ start, end }) => ({ start, scores: arcScores(tape, parts, start, end - start) }));
  addRelations(tape, net, relations, sentences, names);
  const heads = new Int32Array(parts.dependents.rows);
  spans.forEach(({ start, end }, s) => {
    decodeTree(sentences[s]!.scores, end - start).forEach((head, i) => {
      heads[start + i] = head < 0 ? -1 : start + head;
    });
  });
  return heads;
}

/** A sentence that was cut has a root a piece: the later ones hang on the first. */
function joinPieces(doc: Tagged, heads: Int32Array, deprels: string[]): void {
  for (const { start, end } of doc.sentences) {
    let root = -1;
    for (let i = start; i < end; i++) {
      if (heads[i] !== -1) continue;
      if (root < 0) root = i;
      else {
        heads[i] = root;
        deprels[i] = 'parataxis';
      }
    }
  }
}
