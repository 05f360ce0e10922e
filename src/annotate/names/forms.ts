/**
 * The first layer of inference, without its matrix product: text repeats itself, so what a form gives is remembered,
 * and what each feature gives is a row that is added.
 */
import type { Arena } from '../../learn/kernels';
import { createTape, floatsOf } from '../../learn/tape';
import type { Vectors } from '../../learn/vectors';
import { createWordReader, type WordRows } from '../../learn/words';
import { EXTRA_COLUMNS } from './features';
import { firstLayer, type NameNet, WIDTH } from './net';

const MAX_FORMS = 16_384;
/** Forms that are computed together. */
const BATCH_FORMS = 256;

export interface FormTable {
  /** Writes the first layer of the tokens from `start`, WIDTH numbers a token, at `at` of `out`. */
  write(
    tokens: readonly string[],
    extra: Float32Array,
    start: number,
    end: number,
    out: Float32Array,
    at: number,
  ): void;
}

export function createFormTable(arena: Arena, net: NameNet, vectors: Vectors): FormTable {
  const read = createWordReader(vectors);
  const known = new Map<string, Float32Array>();
  const compute = (words: readonly WordRows[], extra: Float32Array): Float32Array => {
    const mark = arena.mark();
    const rows = floatsOf(arena, firstLayer(createTape(arena, null), net, vectors, { words, extra })).slice();
    arena.release(mark);
    return rows;
  };
  const learn = (forms: readonly string[]) => {
    for (let from = 0; from < forms.length; from += BATCH_FORMS) {
      const some = forms.slice(from, from + BATCH_FORMS);
      const rows = compute(some.map(read), new Float32Array(some.length * EXTRA_COLUMNS));
      some.forEach((form, i) => {
        known.set(form, rows.subarray(i * WIDTH, (i + 1) * WIDTH));
      });
    }
  };
  const features = featureRows(compute, read);
  return {
    write(tokens, extra, start, end, out, at) {
      const fresh = new Set<string>();
      for (let i = start; i < end; i++) if (!known.has(tokens[i]!)) fresh.add(tokens[i]!);
      if (known.size + fresh.size > MAX_FORMS) {
        known.clear();
        for (let i = start; i < end; i++) fresh.add(tokens[i]!);
      }
      learn([...fresh]);
      for (let i = start, to = at; i < end; i++, to += WIDTH) {
        out.set(known.get(tokens[i]!)!, to);
        for (let c = 0; c < EXTRA_COLUMNS; c++) {
          const value = extra[i * EXTRA_COLUMNS + c]!;
          if (value === 0) continue;
          for (let j = 0; j < WIDTH; j++) out[to + j] = out[to + j]! + value * features[c * WIDTH + j]!;
        }
      }
    },
  };
}

/** What each feature adds: one form with the feature, less the same form without. */
function featureRows(
  compute: (words: readonly WordRows[], extra: Float32Array) => Float32Array,
  read: (form: string) => WordRows,
): Float32Array {
  const word = read('');
  const extra = new Float32Array((EXTRA_COLUMNS + 1) * EXTRA_COLUMNS);
  for (let c = 0; c < EXTRA_COLUMNS; c++) extra[c * EXTRA_COLUMNS + c] = 1;
  const rows = compute(
    Array.from({ length: EXTRA_COLUMNS + 1 }, () => word),
    extra,
  );
  const bare = EXTRA_COLUMNS * WIDTH;
  return rows.subarray(0, bare).map((value, i) => value - rows[bare + (i % WIDTH)]!);
}
