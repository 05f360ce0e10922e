import { describe, expect, it } from 'vitest';
import { bestSpans, mayFollow, TAGS, tagsOf } from '../../../src/annotate/names/tags';
import { LEARNT_TYPES, type LearntSpan } from '../../../src/learn/corpus/name-types';

const [O, B_PER, I_PER, L_PER, U_PER, B_ORG, , L_ORG] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Scores that favour the tags given. */
function favour(tags: readonly number[], by = 2): Float32Array {
  const scores = new Float32Array(tags.length * TAGS);
  tags.forEach((tag, i) => {
    scores[i * TAGS + tag] = by;
  });
  return scores;
}

describe('BILOU', () => {
  it('lets a name begin, go on and end, and nothing else', () => {
    expect(mayFollow(O, B_PER)).toBe(true);
    expect(mayFollow(B_PER, L_PER)).toBe(true);
    expect(mayFollow(L_PER, U_PER)).toBe(true);
    expect(mayFollow(O, I_PER)).toBe(false);
    expect(mayFollow(B_PER, O)).toBe(false);
    expect(mayFollow(B_PER, L_ORG)).toBe(false);
    expect(mayFollow(I_PER, B_PER)).toBe(false);
    expect(mayFollow(U_PER, L_PER)).toBe(false);
  });

  it('comes back from tags as it went in', () => {
    const names: LearntSpan[] = [
      { start: 0, end: 1, type: 'PER' },
      { start: 1, end: 3, type: 'ORG' },
      { start: 4, end: 8, type: 'MISC' },
    ];
    const spans = bestSpans(favour([...tagsOf(9, names)]), TAGS, [{ start: 0, end: 9 }]);
    expect(spans.map(({ start, end, type }) => ({ start, end, type }))).toEqual(names);
  });
});

describe('decoding', () => {
  it('repairs a name that never ends', () => {
    const scores = favour([B_PER, O, O], 1);
    scores[2 * TAGS + L_PER] = 0.5;
    scores[1 * TAGS + I_PER] = 0.9;
    // B I L scores 1 + 0.9 + 0.5; O O O scores 0 + 1 + 1.
    expect(bestSpans(scores, TAGS, [{ start: 0, end: 3 }])).toMatchObject([{ start: 0, end: 3, type: 'PER' }]);
  });

  it('finds what trying all sequences finds', () => {
    const n = 4;
    const scores = new Float32Array(n * TAGS);
    let state = 7;
    for (let i = 0; i < scores.length; i++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      // Only O, PER and ORG are in play, so that all sequences can be tried.
      scores[i] = i % TAGS <= 8 ? (state % 1000) / 100 : -100;
    }
    let best = -Infinity;
    let tags: number[] = [];
    const visit = (sequence: number[], sum: number) => {
      if (sequence.length === n) {
        if (mayFollow(sequence[n - 1]!, O) && sum > best) [best, tags] = [sum, sequence];
        return;
      }
      const before = sequence.at(-1) ?? O;
      for (let tag = 0; tag <= 8; tag++) {
        if (mayFollow(before, tag)) visit([...sequence, tag], sum + scores[sequence.length * TAGS + tag]!);
      }
    };
    visit([], 0);
    const found = bestSpans(scores, TAGS, [{ start: 0, end: n }]);
    expect([...tagsOf(n, found)]).toEqual(tags);
  });

  it('ends names where sentences end', () => {
    const scores = favour([B_ORG, L_ORG]);
    expect(
      bestSpans(scores, TAGS, [
        { start: 0, end: 1 },
        { start: 1, end: 2 },
      ]),
    ).toEqual([]);
    expect(bestSpans(scores, TAGS, [{ start: 0, end: 2 }])).toHaveLength(1);
  });

  it('gives the margin over O', () => {
    const [name] = bestSpans(favour([U_PER], 3), TAGS, [{ start: 0, end: 1 }]);
    expect(name).toMatchObject({ type: 'PER', margin: 3 });
  });

  it('has a tag for each place of each type', () => {
    expect(TAGS).toBe(1 + 4 * LEARNT_TYPES.length);
  });
});
