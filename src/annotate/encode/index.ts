/** One vector a token, made once for the rooms that tag and parse; kept out of the document. */
import type { Tokenised } from '../../document';
import { type Arena, createArena } from '../../learn/kernels';
import { packSequences } from '../../learn/lstm';
import { addEncoder, type EncoderNet, encodePrepared, preparedWidth, prepareWords } from '../../learn/syntax/net';
import { cutPieces, groupPieces, type SyntaxWeights } from '../../learn/syntax/read';
import { createTape } from '../../learn/tape';
import { readParameters } from '../../learn/weights';
import { createWordReader } from '../../learn/words';

/** Row i: token i of the document. */
export interface Encoding {
  readonly width: number;
  readonly values: Float32Array;
}

const ARENA_MEGABYTES = 128;
const GROUP_TOKENS = 2048;
/** Forms whose first layer is remembered: text repeats itself. At least as many as a group has tokens. */
const MAX_FORMS = 8192;

export function createEncoder(weights: SyntaxWeights): (doc: Tokenised) => Encoding {
  const arena = createArena(ARENA_MEGABYTES);
  const net = addEncoder(readParameters(arena, weights.file), weights.vectors, weights.sizes);
  const forms = createFormTable(weights, arena, net);
  const width = 2 * weights.sizes.hidden;
  return (doc) => {
    const values = new Float32Array(doc.tokens.length * width);
    for (const group of groupPieces(cutPieces(doc.sentences), GROUP_TOKENS)) {
      const mark = arena.mark();
      const places = group.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
      const packing = packSequences(group.map(({ start, end }) => end - start));
      const rows = forms.rowsOf(Array.from(packing.places, (place) => doc.tokens[places[place]!]!.text));
      const encoded = encodePrepared(createTape(arena, null), net, forms.table, rows, packing);
      packing.places.forEach((place, row) => {
        const from = (encoded.at >> 2) + row * width;
        values.set(arena.floats.subarray(from, from + width), places[place]! * width);
      });
      arena.release(mark);
    }
    return { width, values };
  };
}

/** Rows of forms, computed where they are met for the first time. */
function createFormTable(weights: SyntaxWeights, arena: Arena, net: EncoderNet) {
  const read = createWordReader(weights.vectors);
  const bytes = preparedWidth(weights.sizes) * 4;
  const table = arena.allocate(MAX_FORMS * bytes);
  const slots = new Map<string, number>();
  return {
    table,
    rowsOf(forms: readonly string[]): Int32Array {
      const fresh = new Set<string>();
      for (const form of forms) if (!slots.has(form)) fresh.add(form);
      if (slots.size + fresh.size > MAX_FORMS) {
        slots.clear();
        for (const form of forms) fresh.add(form);
      }
      if (fresh.size > 0) {
        const mark = arena.mark();
        prepareWords(createTape(arena, null), net, weights.vectors, [...fresh].map(read), table + slots.size * bytes);
        arena.release(mark);
        for (const form of fresh) slots.set(form, slots.size);
      }
      return Int32Array.from(forms, (form) => slots.get(form)!);
    },
  };
}
