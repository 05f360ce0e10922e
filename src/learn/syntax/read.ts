/** The weight file of tags and trees, opened once; each room builds its part of the net in an arena of its own. */
import { type Container, readContainer } from '../container';
import type { Vectors } from '../vectors';
import type { Labels, SyntaxSizes } from './net';

export interface SyntaxWeights {
  readonly file: Container;
  readonly vectors: Vectors;
  readonly labels: Labels;
  readonly sizes: SyntaxSizes;
}

export function readSyntax(bytes: Uint8Array, vectors: Vectors): SyntaxWeights {
  const file = readContainer(bytes);
  if (file.header['name'] !== 'syntax') throw new Error(`weights of "${file.header['name']}": expected "syntax"`);
  if (file.header['vectors'] !== vectors.hash) {
    throw new Error(
      'the weights of syntax were taught with other word vectors: retrain them, or bring back the old vectors',
    );
  }
  const { sizes } = file.header['options'] as { sizes: SyntaxSizes };
  return { file, vectors, labels: file.header['labels'] as Labels, sizes };
}

/** Longer sentences are read in pieces. */
export const MAX_PIECE_TOKENS = 400;

/** Half-open ranges of tokens: the sentences, cut where they are too long. */
export function cutPieces(sentences: readonly { readonly start: number; readonly end: number }[]) {
  const pieces: { start: number; end: number }[] = [];
  for (const { start, end } of sentences) {
    for (let from = start; from < end; from += MAX_PIECE_TOKENS) {
      pieces.push({ start: from, end: Math.min(end, from + MAX_PIECE_TOKENS) });
    }
  }
  return pieces;
}

/** Runs of whole pieces, each of at most `tokens` tokens where it can be. */
export function groupPieces<T extends { readonly start: number; readonly end: number }>(
  pieces: readonly T[],
  tokens: number,
): T[][] {
  const groups: T[][] = [];
  let size = Infinity;
  for (const piece of pieces) {
    const length = piece.end - piece.start;
    if (size + length > tokens) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)!.push(piece);
    size += length;
  }
  return groups;
}
