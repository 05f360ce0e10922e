/**
 * What a net sees of a word: the rows of hashed tables for the word, its ends and its shape, and the packed vector.
 * Shared by the encoders of syntax and of names.
 */
import { hashString } from './hash';
import { lookUp } from './layers';
import type { Parameter, ParameterSet } from './parameters';
import { allocateTensor, type Tape, type Tensor } from './tape';
import type { Vectors } from './vectors';

interface Table {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** What is hashed. */
  key(lower: string, form: string): string;
}

/** Row 0 of each is for words that are left out (`DROPPED`). */
export const WORD_TABLES: readonly Table[] = [
  { name: 'word', rows: 4096, columns: 32, key: (lower) => lower },
  { name: 'suffix', rows: 4096, columns: 32, key: (lower) => `${lower.slice(-3)}` },
  { name: 'ending', rows: 4096, columns: 24, key: (lower) => `${lower.slice(-5)}` },
  { name: 'prefix', rows: 4096, columns: 24, key: (lower) => `${lower.slice(0, 3)}` },
  { name: 'shape', rows: 512, columns: 16, key: (_, form) => shapeOf(form) },
];

/** "McCain-led" -> "XxXx-x": runs of one kind are cut at two, so that "Xx" is a capital and a tail of any length. */
export function shapeOf(form: string): string {
  let shape = '';
  for (let i = 0; i < form.length && shape.length < 10; i++) {
    const c = form[i]!;
    const kind = /\p{Lu}/u.test(c)
      ? 'X'
      : /\p{Ll}/u.test(c)
        ? 'x'
        : /\p{Nd}/u.test(c)
          ? '0'
          : /\p{L}/u.test(c)
            ? 'l'
            : c;
    if (kind === shape.at(-1) && (shape.at(-2) === kind || kind === 'x' || kind === 'l')) continue;
    shape += kind;
  }
  return shape;
}

/** The features of one form: one row a table, and the row of the vectors. */
export interface WordRows {
  readonly tables: Int32Array;
  readonly vector: number;
}

const MAX_CACHED_FORMS = 65_536;

/** Remembers forms: text repeats itself. */
export function createWordReader(vectors: Vectors): (form: string) => WordRows {
  const known = new Map<string, WordRows>();
  return (form) => {
    let rows = known.get(form);
    if (rows === undefined) {
      const lower = form.toLowerCase();
      const tables = Int32Array.from(
        WORD_TABLES,
        (table, i) => 1 + (hashString(table.key(lower, form), i + 1) % (table.rows - 1)),
      );
      rows = { tables, vector: vectors.find(form) };
      if (known.size >= MAX_CACHED_FORMS) known.clear();
      known.set(form, rows);
    }
    return rows;
  };
}

export interface WordTables {
  readonly tables: readonly Parameter[];
  /** Columns of what `embedWords` makes. */
  readonly width: number;
}

/** `rate`: embeddings learn so many times as fast as the rest. */
export function addWordTables(set: ParameterSet, vectors: Vectors, rate = 3): WordTables {
  const tables = WORD_TABLES.map(({ name, rows, columns }) =>
    set.add(`words.${name}`, rows, columns, 'rows', 0.05, rate),
  );
  return { tables, width: tables.reduce((sum, table) => sum + table.columns, vectors.width) };
}

/** One row a word: vector, then tables. In training a word loses its identity (row 0) with probability `drop`. */
export function embedWords(
  tape: Tape,
  words: WordTables,
  vectors: Vectors,
  rows: readonly WordRows[],
  drop = 0,
  extra = 0,
): Tensor {
  const x = allocateTensor(tape, rows.length, words.width + extra);
  const { floats } = tape.arena;
  rows.forEach((row, i) => {
    vectors.read(row.vector, floats, (x.at >> 2) + i * x.columns);
  });
  let from = vectors.width;
  words.tables.forEach((table, t) => {
    const ids = Int32Array.from(rows, (row) => row.tables[t]!);
    if (t === 0 && tape.random !== null) for (let i = 0; i < ids.length; i++) if (tape.random.next() < drop) ids[i] = 0;
    lookUp(tape, x, from, table, ids);
    from += table.columns;
  });
  return x;
}
