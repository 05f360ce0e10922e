import { describe, expect, it } from 'vitest';
import { chooseRelations } from '../../../src/annotate/parse/relations';

const NAMES = ['nsubj', 'nsubj:pass', 'obj', 'obl:unmarked', 'root', 'punct', 'iobj', 'x'];

/** Rows of scores by relation; what is not named scores -9. */
function choose(rows: readonly Readonly<Record<string, number>>[], heads: readonly number[]): string[] {
  const floats = Float32Array.from(rows.flatMap((row) => NAMES.map((name) => row[name] ?? -9)));
  const scores = { at: 0, rows: rows.length, columns: NAMES.length, gradient: 0 };
  return chooseRelations(floats, scores, Int32Array.from(heads), NAMES);
}

describe('chooseRelations', () => {
  it('calls the root "root", and nothing else', () => {
    expect(choose([{ root: 9, obj: 1 }, { obj: 3 }], [1, -1])).toEqual(['obj', 'root']);
  });

  it('leaves a verb one object: the one that loses less gives way', () => {
    // "told reporters Sunday"
    expect(choose([{ x: 0 }, { obj: 5, iobj: 1 }, { obj: 3, 'obl:unmarked': 2.5 }], [-1, 0, 0])).toEqual([
      'root',
      'obj',
      'obl:unmarked',
    ]);
  });

  it('leaves a verb one subject, active or passive, whichever comes first', () => {
    expect(choose([{ nsubj: 2, x: 1.5 }, { x: 0 }, { 'nsubj:pass': 4, x: 0 }], [1, -1, 1])).toEqual([
      'x',
      'root',
      'nsubj:pass',
    ]);
  });

  it('lets two verbs have a subject each', () => {
    expect(choose([{ nsubj: 2 }, { x: 0 }, { nsubj: 2 }, { x: 5 }], [1, -1, 3, 1])).toEqual([
      'nsubj',
      'root',
      'nsubj',
      'x',
    ]);
  });
});
