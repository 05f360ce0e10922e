/** One vector a token, made once for the rooms that tag and parse; kept out of the document. */
import type { Tokenised } from '../../document';
import { type Arena, createArena } from '../../learn/kernels';
import { copyRows } from '../../learn/layers';
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
      const packing = packSequences(group.map(({ start, end }) => end - start));
      const first = group[0]!.start;
      const rows = forms.rowsOf(Array.from(packing.places, (place) => doc.tokens[first + place]!.text));
      const encoded = encodePrepared(createTape(arena, null), net, forms.table, rows, packing);
      const ordered = arena.allocate(rows.length * width * 4);
      copyRows(arena, ordered, width, encoded.at, width, packing.rowOf, width);
      values.set(arena.floats.subarray(ordered >> 2, (ordered >> 2) + rows.length * width), first * width);
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
      if (slots.size + forms.length > MAX_FORMS) slots.clear();
      const fresh: string[] = [];
      const rows = new Int32Array(forms.length);
      const first = slots.size;
      forms.forEach((form, i) => {
        let slot = slots.get(form);
        if (slot === undefined) {
          slot = slots.size;
          slots.set(form, slot);
          fresh.push(form);
        }
        rows[i] = slot;
      });
      if (fresh.length > 0) {
        const mark = arena.mark();
        prepareWords(createTape(arena, null), net, weights.vectors, fresh.map(read), table + first * bytes);
        arena.release(mark);
      }
      return rows;
    },
  };
}
