/** The tree of each sentence: the best one under the net's arc scores, then a relation for each arc. */
import type { Parsed, Tagged } from '../../document';
import { createArena } from '../../learn/kernels';
import { addTree, arcParts, arcScores, NO_DROPOUT, scoreRelations } from '../../learn/syntax/net';
import { cutPieces, groupPieces, type SyntaxWeights } from '../../learn/syntax/read';
import { allocateTensor, createTape } from '../../learn/tape';
import { readParameters } from '../../learn/weights';
import { chooseRelations } from './relations';
import { decodeTree } from './tree';

const ARENA_MEGABYTES = 64;
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
      const parts = arcParts(tape, net, encoded, NO_DROPOUT);
      // In rows of the group, as the relations want them.
      const rowHeads = new Int32Array(rows);
      for (const { start, end } of group) {
        const inside = arena.mark();
        const tree = decodeTree(arcScores(tape, parts, start - first, end - start), end - start);
        arena.release(inside);
        tree.forEach((head, i) => {
          rowHeads[start - first + i] = head < 0 ? -1 : start - first + head;
          heads[start + i] = head < 0 ? -1 : start + head;
        });
      }
      const scores = scoreRelations(tape, net, encoded, rowHeads, NO_DROPOUT);
      const chosen = chooseRelations(arena.floats, scores, rowHeads, names);
      for (let i = 0; i < rows; i++) deprels[first + i] = chosen[i]!;
      arena.release(mark);
    }
    joinPieces(doc, heads, deprels);
    return { ...doc, heads: Array.from(heads), deprels };
  };
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
