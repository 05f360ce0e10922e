import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTree } from '../../../src/annotate/parse/tree';

const scoresOf = (n: number, values: readonly number[]) =>
  Float32Array.from({ length: n * (n + 1) }, (_, k) =>
    k % (n + 1) === Math.floor(k / (n + 1)) + 1 ? -Infinity : values[k]!,
  );

const square = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((n) =>
    fc
      .array(fc.integer({ min: -1000, max: 1000 }), { minLength: n * (n + 1), maxLength: n * (n + 1) })
      .map((values) => ({
        n,
        scores: scoresOf(n, values),
      })),
  );

function isTree(heads: Int32Array): boolean {
  if ([...heads].filter((head) => head === -1).length !== 1) return false;
  return [...heads].every((_, start) => {
    let node = start;
    for (let k = 0; k <= heads.length; k++) {
      if (node === -1) return true;
      node = heads[node]!;
    }
    return false;
  });
}

const total = (heads: Int32Array, scores: Float32Array) =>
  heads.reduce((sum, head, i) => sum + scores[i * (heads.length + 1) + head + 1]!, 0);

function everyTree(n: number): Int32Array[] {
  const found: Int32Array[] = [];
  const heads = new Int32Array(n);
  const choose = (i: number) => {
    if (i === n) {
      if (isTree(heads)) found.push(heads.slice());
      return;
    }
    for (let head = -1; head < n; head++) {
      if (head === i) continue;
      heads[i] = head;
      choose(i + 1);
    }
  };
  choose(0);
  return found;
}

describe('decodeTree', () => {
  it('gives one root and no cycle, whatever the scores', () => {
    fc.assert(fc.property(square(25), ({ n, scores }) => isTree(decodeTree(scores, n))));
  });

  it('finds the best of all trees with one root', () => {
    fc.assert(
      fc.property(square(5), ({ n, scores }) => {
        const best = Math.max(...everyTree(n).map((heads) => total(heads, scores)));
        expect(total(decodeTree(scores, n), scores)).toBe(best);
      }),
      { numRuns: 60 },
    );
  });

  it('lets arcs cross where that scores best', () => {
    // 0 <- 2 and 1 <- 3 cross; 3 is the root, 2 hangs on 3.
    const scores = scoresOf(4, [0, 0, 0, 9, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 9, 9, 0, 0, 0, 0]);
    expect([...decodeTree(scores, 4)]).toEqual([2, 3, 3, -1]);
  });
});
