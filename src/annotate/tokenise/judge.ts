/**
 * The judge of sentence ends: a linear model that hears the rules and decides, from left to right.
 * It ends sentences that no mark ends ("See you there :) We will bring maps"), and joins what the rules part ("under Law No. (12)").
 */

import type { Token } from '../../document';
import { readContainer } from '../../learn/container';
import { boundaryFeatures, FEATURES, isBare, isCandidate, type Sight, sightOf, TABLE_BITS } from './sight';

/** Weights by feature, in steps of `scale`. */
export interface JudgeWeights {
  readonly table: Int8Array;
  readonly scale: number;
}

/** Reads the sparse table that training wrote. */
export function readJudge(file: Uint8Array): JudgeWeights {
  const container = readContainer(file);
  const table = new Int8Array(1 << TABLE_BITS);
  const values = container.section('values');
  let [at, value, step, shift] = [-1, 0, 0, 0];
  for (const byte of container.section('steps')) {
    step |= (byte & 127) << shift;
    shift += 7;
    if (byte & 128) continue;
    at += step + 1;
    table[at] = values[value++]!;
    [step, shift] = [0, 0];
  }
  return { table, scale: Number(container.header['scale']) };
}

/** How sure the judge must be where no mark ends a sentence in a paragraph that has marks. */
const BARE = 2;

/** Revises the ends of the rules: `ends[i]` is 1 where a sentence ends after token `start + i`. */
export function judgeEnds(
  weights: JudgeWeights,
  tokens: readonly Token[],
  start: number,
  ruled: Uint8Array,
): Uint8Array {
  const { table, scale } = weights;
  const sight = sightOf(tokens, start, start + ruled.length, ruled);
  const ends = new Uint8Array(ruled.length);
  const features = new Int32Array(FEATURES);
  let from = 0;
  for (let i = 0; i < ruled.length; i++) {
    let ended = i + 1 === ruled.length;
    if (!ended && isCandidate(sight, i)) {
      boundaryFeatures(sight, i, from, features);
      let sum = 0;
      for (const feature of features) sum += table[feature]!;
      ended = sum * scale > threshold(sight, i);
    }
    if (!ended) continue;
    ends[i] = 1;
    from = i + 1;
  }
  return ends;
}

function threshold(sight: Sight, i: number): number {
  return sight.ruled[i] === 0 && isBare(sight, i) ? BARE : 0;
}
