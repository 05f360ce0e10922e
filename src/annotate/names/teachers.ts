/** Several nets asked for their mean opinion of texts. */
import { readContainer } from '../../learn/container';
import { createArena } from '../../learn/kernels';
import type { Vectors } from '../../learn/vectors';
import type { Gazetteers } from './gazetteers';
import { SCORE_COLUMNS } from './net';
import { createArticleScorer, readNet } from './read';
import { TAGS } from './tags';
import type { SilverText } from './train';

const ARENA_MB = 64;

/** `teachers`: bytes of weight files. */
export function askTeachers(
  teachers: readonly Uint8Array[],
  texts: readonly Omit<SilverText, 'chances'>[],
  vectors: Vectors,
  gazetteers: Gazetteers,
): SilverText[] {
  const scorers = teachers.map((bytes) => {
    const arena = createArena(ARENA_MB);
    const { net } = readNet(arena, readContainer(bytes), vectors);
    return createArticleScorer(arena, net, vectors, gazetteers, 'whole');
  });
  return texts.map(({ tokens, starts, convention }) => {
    const chances = new Float32Array(tokens.length * TAGS);
    for (const score of scorers) addChances(chances, score(tokens, starts, convention), 1 / scorers.length);
    return { convention, tokens, starts, chances };
  });
}

function addChances(chances: Float32Array, scores: Float32Array, weight: number): void {
  for (let from = 0, to = 0; to < chances.length; from += SCORE_COLUMNS, to += TAGS) {
    let max = -Infinity;
    for (let t = 0; t < TAGS; t++) max = Math.max(max, scores[from + t]!);
    let sum = 0;
    for (let t = 0; t < TAGS; t++) sum += Math.exp(scores[from + t]! - max);
    for (let t = 0; t < TAGS; t++) {
      chances[to + t] = chances[to + t]! + (weight * Math.exp(scores[from + t]! - max)) / sum;
    }
  }
}
