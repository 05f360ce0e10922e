/** Losses: they write the gradient at the scores at once (no need of the tape) and return the sum over rows. */
import type { Tape, Tensor } from './tape';

/**
 * Cross entropy of `classes` scores of a row, from column `from`, with the gold class; rows with gold -1 count nothing.
 * The gradient is `weight` times that of the sum.
 */
export function softmaxLoss(
  tape: Tape,
  scores: Tensor,
  classes: number,
  gold: Int32Array,
  weight: number,
  from = 0,
): number {
  const { floats } = tape.arena;
  const [at, to] = [(scores.at >> 2) + from, (scores.gradient >> 2) + from];
  let loss = 0;
  for (let i = 0; i < scores.rows; i++) {
    const g = gold[i]!;
    if (g < 0) continue;
    const row = i * scores.columns;
    loss += softmaxRow({ values: floats, from: at + row }, { values: floats, from: to + row }, classes, g, weight);
  }
  return loss;
}

/** The same for a gold distribution a row: `gold[i * classes + k]`. */
export function softmaxLossSoft(
  tape: Tape,
  scores: Tensor,
  classes: number,
  gold: Float32Array,
  weight: number,
  from = 0,
): number {
  const { floats } = tape.arena;
  const [at, to] = [(scores.at >> 2) + from, (scores.gradient >> 2) + from];
  let loss = 0;
  for (let i = 0; i < scores.rows; i++) {
    const row = i * scores.columns;
    const target = { values: gold, from: i * classes };
    loss += softmaxRowSoft(
      { values: floats, from: at + row },
      { values: floats, from: to + row },
      classes,
      target,
      weight,
    );
  }
  return loss;
}

/** Where a row of an array begins, and its length. */
export interface Row {
  readonly values: Float32Array;
  readonly from: number;
}

/** exp(score - max) of the row at hand. */
let powers = new Float64Array(256);

/** Fills `powers`; returns [max, sum of the powers]. */
function raise({ values, from }: Row, classes: number): [number, number] {
  if (powers.length < classes) powers = new Float64Array(2 * classes);
  let max = -Infinity;
  for (let j = 0; j < classes; j++) if (values[from + j]! > max) max = values[from + j]!;
  let sum = 0;
  for (let j = 0; j < classes; j++) {
    const power = Math.exp(values[from + j]! - max);
    powers[j] = power;
    sum += power;
  }
  return [max, sum];
}

/** One row: adds `weight * (softmax - gold)` to the gradient; -log of the gold class's probability. */
export function softmaxRow(scores: Row, gradient: Row, classes: number, gold: number, weight: number): number {
  const [max, sum] = raise(scores, classes);
  const { values, from } = gradient;
  for (let j = 0; j < classes; j++) values[from + j] = values[from + j]! + (weight * powers[j]!) / sum;
  values[from + gold] = values[from + gold]! - weight;
  return Math.log(sum) + max - scores.values[scores.from + gold]!;
}

/** The same for a gold distribution (all zeros: the row counts nothing). Cross entropy, not divergence. */
export function softmaxRowSoft(scores: Row, gradient: Row, classes: number, gold: Row, weight: number): number {
  let mass = 0;
  for (let j = 0; j < classes; j++) mass += gold.values[gold.from + j]!;
  if (mass === 0) return 0;
  const [max, sum] = raise(scores, classes);
  const { values, from } = gradient;
  let loss = mass * (Math.log(sum) + max);
  for (let j = 0; j < classes; j++) {
    const target = gold.values[gold.from + j]!;
    if (target !== 0) loss -= target * scores.values[scores.from + j]!;
    values[from + j] = values[from + j]! + weight * ((mass * powers[j]!) / sum - target);
  }
  return loss;
}

/** Scores to probabilities, in place of `out`'s row: adds `by` times them. */
export function addSoftmax(scores: Float32Array, out: Float32Array, by: number): void {
  let max = -Infinity;
  for (let j = 0; j < scores.length; j++) if (scores[j]! > max) max = scores[j]!;
  let sum = 0;
  for (let j = 0; j < scores.length; j++) sum += Math.exp(scores[j]! - max);
  for (let j = 0; j < scores.length; j++) out[j] = out[j]! + (by * Math.exp(scores[j]! - max)) / sum;
}

/** Index of the first largest of a row's first `classes` scores. */
export function argmax(values: Float32Array, from: number, classes: number): number {
  let best = 0;
  for (let j = 1; j < classes; j++) if (values[from + j]! > values[from + best]!) best = j;
  return best;
}
