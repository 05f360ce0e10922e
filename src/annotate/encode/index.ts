/** One vector a token, made once for the rooms that tag and parse; kept out of the document. */
import type { Tokenised } from '../../document';
import { createArena } from '../../learn/kernels';
import { packSequences } from '../../learn/lstm';
import { addEncoder, encode, NO_DROPOUT } from '../../learn/syntax/net';
import { cutPieces, groupPieces, type SyntaxWeights } from '../../learn/syntax/read';
import { createTape } from '../../learn/tape';
import { readParameters } from '../../learn/weights';
import { createWordReader } from '../../learn/words';

/** Row i: token i of the document. */
export interface Encoding {
  readonly width: number;
  readonly values: Float32Array;
}

const ARENA_MEGABYTES = 64;
const GROUP_TOKENS = 1024;

export function createEncoder(weights: SyntaxWeights): (doc: Tokenised) => Encoding {
  const arena = createArena(ARENA_MEGABYTES);
  const net = addEncoder(readParameters(arena, weights.file), weights.vectors, weights.sizes);
  const read = createWordReader(weights.vectors);
  const width = 2 * weights.sizes.hidden;
  return (doc) => {
    const values = new Float32Array(doc.tokens.length * width);
    for (const group of groupPieces(cutPieces(doc.sentences), GROUP_TOKENS)) {
      const mark = arena.mark();
      const places = group.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
      const packing = packSequences(group.map(({ start, end }) => end - start));
      const rows = Array.from(packing.places, (place) => read(doc.tokens[places[place]!]!.text));
      const encoded = encode(createTape(arena, null), net, weights.vectors, rows, packing, NO_DROPOUT);
      packing.places.forEach((place, row) => {
        const from = (encoded.at >> 2) + row * width;
        values.set(arena.floats.subarray(from, from + width), places[place]! * width);
      });
      arena.release(mark);
    }
    return { width, values };
  };
}
