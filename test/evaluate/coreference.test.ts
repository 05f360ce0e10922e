import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment } from '../../src/evaluate/assignment';
import { sumCoreference, tallyCoreference } from '../../src/evaluate/coreference';
import { goldMentions } from '../../src/evaluate/gold-mentions';
import { matchMentions, type ScoredMention } from '../../src/evaluate/mention-matching';
import { readConllu } from '../../src/learn/corpus/conllu';

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

describe('matching of mentions', () => {
  const mention = (start: number, end: number, head: number): ScoredMention => ({ start, end, head, chain: 0 });

  it('goes by the head, wherever the spans end', () => {
    // "the minister of trade" for "the minister"; "trade" alone is something else
    expect([...matchMentions([mention(0, 4, 1)], [mention(0, 2, 1), mention(3, 4, 3)])]).toEqual([['0 2 1', '0 4 1']]);
    expect(matchMentions([mention(0, 4, 1)], [mention(0, 4, 3)]).size).toBe(0);
  });

  it('takes of several with one head those that cover most of gold in all', () => {
    // gold "the old mayor of Asmara" and "mayor"; the guesses "the old mayor" and "old mayor of Asmara and Keren"
    const gold = [mention(0, 5, 2), mention(2, 3, 2)];
    const guess = [mention(0, 3, 2), mention(1, 7, 2)];
    expect(matchMentions(gold, guess)).toEqual(
      new Map([
        ['1 7 2', '0 5 2'],
        ['0 3 2', '2 3 2'],
      ]),
    );
  });

  it('takes the same span first, though another would cover more', () => {
    const gold = [mention(0, 5, 2), mention(2, 3, 2)];
    expect(matchMentions(gold, [mention(2, 3, 2), mention(0, 9, 2)]).get('2 3 2')).toBe('2 3 2');
  });

  it('counts a mention that a chain has twice once, and what is then alone not at all', () => {
    const [a, b, c] = [mention(0, 1, 0), mention(4, 5, 4), { ...mention(7, 8, 7), chain: 1 }];
    const guess = [a, b, b, c, c];
    expect(sumCoreference([tallyCoreference([a, b], guess)]).mentions).toEqual({
      precision: 100,
      recall: 100,
      f1: 100,
    });
  });
});

describe('gold mentions', () => {
  const file = (fields: string, rows: readonly string[]) =>
    `# newdoc id = a\n# global.Entity = ${fields}\n${rows.join('\n')}\n`;
  const row = (id: number, form: string, head: number, deps: string, misc: string) =>
    [id, form, '_', '_', '_', '_', head, 'dep', deps, misc].join('\t');
  const heads = (text: string) => goldMentions(readConllu(text)[0]!).map(({ head }) => head);

  it('have the head that the file names', () => {
    const rows = [row(1, 'Mayor', 3, '_', 'Entity=(e1-person-2-'), row(2, 'Tesfay', 1, '_', 'Entity=e1)')];
    expect(heads(file('eid-etype-head-other', [...rows, row(3, 'spoke', 0, '_', '_')]))).toEqual([1]);
  });

  it('else the one word whose head is outside', () => {
    const rows = [row(1, 'Mayor', 3, '_', 'Entity=(1-person-'), row(2, 'Tesfay', 1, '_', 'Entity=1)')];
    expect(heads(file('GRP-etype-minspan', [...rows, row(3, 'spoke', 0, '_', '_')]))).toEqual([0]);
  });

  it('of several the one that the enhanced graph leaves free, that is above the others, or that comes first', () => {
    // both words hang on "spoke" in the tree
    const of = (first: string, second: string, ...more: string[]) =>
      heads(
        file('GRP-etype-minspan', [
          row(1, 'Tesfay', 3, first, 'Entity=(1-person-'),
          row(2, 'himself', 3, second, 'Entity=1)'),
          row(3, 'spoke', 0, '_', '_'),
          ...more,
        ]),
      );
    expect(of('2:dep', '3:nsubj')).toEqual([1]);
    expect(of('_', '_')).toEqual([0]);
    // "votes ... cast" with a gap: "cast" hangs on "were" outside, which hangs on "votes"
    const above = file('GRP-etype-minspan', [
      row(1, 'cast', 3, '_', 'Entity=(1-event-'),
      row(2, 'votes', 0, '_', 'Entity=1)'),
      row(3, 'were', 2, '_', '_'),
    ]);
    expect(heads(above)).toEqual([1]);
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
