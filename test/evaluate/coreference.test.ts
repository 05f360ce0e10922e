import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment } from '../../src/evaluate/assignment';
import { type ScoredMention, sumCoreference, tallyCoreference } from '../../src/evaluate/coreference';

/** "a b | c" : chains of mentions, each a letter whose code is its place. */
function mentions(chains: string): ScoredMention[] {
  return chains.split('|').flatMap((chain, c) =>
    [...chain.replace(/\s/g, '')].map((letter) => {
      const at = letter.charCodeAt(0);
      return { start: at, end: at + 1, head: at, chain: c };
    }),
  );
}

const score = (gold: string, guess: string) => sumCoreference([tallyCoreference(mentions(gold), mentions(guess))]);

describe('coreference scores', () => {
  it('are full for the same chains, whatever their order', () => {
    const { mean, mentions: found } = score('abc|de', 'ed|cab');
    expect(mean).toBeCloseTo(100);
    expect(found.f1).toBe(100);
  });

  it('are those of the literature for one chain cut in two', () => {
    // Luo (2005): {abcde}{fg}{hijkl} against {abcde}{fghijkl}
    const { muc, b3, ceafe } = score('abcde|fg|hijkl', 'abcde|fghijkl');
    expect(muc.recall).toBeCloseTo(100);
    expect(muc.precision).toBeCloseTo(90);
    expect(b3.recall).toBeCloseTo(100);
    expect(b3.precision).toBeCloseTo((100 * (5 + (25 + 4) / 7)) / 12);
    expect(ceafe.precision).toBeCloseTo((100 * (1 + 10 / 12)) / 2);
    expect(ceafe.recall).toBeCloseTo((100 * (1 + 10 / 12)) / 3);
  });

  it('leave singletons out on both sides', () => {
    expect(score('ab|c|d', 'ab|e')).toEqual(score('ab', 'ab'));
  });

  it('match mentions by their heads, the same span first', () => {
    const gold: ScoredMention[] = [
      { start: 0, end: 4, head: 1, chain: 'x' },
      { start: 1, end: 2, head: 1, chain: 'y' },
      { start: 6, end: 7, head: 6, chain: 'x' },
      { start: 8, end: 9, head: 8, chain: 'y' },
    ];
    const guess = gold.map((mention) => ({ ...mention }));
    guess[0] = { ...guess[0]!, end: 5 };
    expect(sumCoreference([tallyCoreference(gold, guess)]).mean).toBeCloseTo(100);
  });
});

describe('the best assignment', () => {
  it('is never worse than any one-to-one assignment', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 5 })
          .chain((n) => fc.array(fc.array(fc.nat(9), { minLength: n, maxLength: n }), { minLength: 1, maxLength: 5 })),
        (matrix) => {
          const best = (rows: number[][], used: number): number => {
            const [row, ...rest] = rows;
            if (row === undefined) return 0;
            return row.reduce(
              (top, value, j) => (used & (1 << j) ? top : Math.max(top, value + best(rest, used | (1 << j)))),
              best(rest, used),
            );
          };
          expect(bestAssignment(matrix)).toBeCloseTo(best(matrix, 0));
        },
      ),
    );
  });

  it('of nothing is nought', () => {
    expect(bestAssignment([])).toBe(0);
    expect(bestAssignment([[]])).toBe(0);
  });
});
