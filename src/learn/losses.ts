/** Losses: they write the gradient at the scores at once (no need of the tape) and return the sum over rows. */
import { floatsOf, type Tape, type Tensor } from './tape';

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
  const values = floatsOf(tape.arena, scores);
  const gradient = floatsOf(tape.arena, scores, 'gradient');
  const n = scores.columns;
  let loss = 0;
  for (let i = 0; i < scores.rows; i++) {
    const g = gold[i]!;
    if (g < 0) continue;
    const at = i * n + from;
    loss += softmaxRow(values.subarray(at, at + classes), gradient.subarray(at, at + classes), g, weight);
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
  const values = floatsOf(tape.arena, scores);
  const gradient = floatsOf(tape.arena, scores, 'gradient');
  let loss = 0;
  for (let i = 0; i < scores.rows; i++) {
    const at = i * scores.columns + from;
    const target = gold.subarray(i * classes, (i + 1) * classes);
    loss += softmaxRowSoft(values.subarray(at, at + classes), gradient.subarray(at, at + classes), target, weight);
  }
  return loss;
}

/** One row: adds `weight * (softmax - gold)` to the gradient; -log of the gold class's probability. */
export function softmaxRow(scores: Float32Array, gradient: Float32Array, gold: number, weight: number): number {
  let max = -Infinity;
  for (let j = 0; j < scores.length; j++) if (scores[j]! > max) max = scores[j]!;
  let sum = 0;
  for (let j = 0; j < scores.length; j++) sum += Math.exp(scores[j]! - max);
  for (let j = 0; j < scores.length; j++) {
    gradient[j] = gradient[j]! + (weight * Math.exp(scores[j]! - max)) / sum;
  }
  gradient[gold] = gradient[gold]! - weight;
  return Math.log(sum) + max - scores[gold]!;
}

/** The same for a gold distribution (all zeros: the row counts nothing). Cross entropy, not divergence. */
export function softmaxRowSoft(
  scores: Float32Array,
  gradient: Float32Array,
  gold: Float32Array,
  weight: number,
): number {
  let max = -Infinity;
  let mass = 0;
  for (let j = 0; j < scores.length; j++) {
    mass += gold[j]!;
    if (scores[j]! > max) max = scores[j]!;
  }
  if (mass === 0) return 0;
  let sum = 0;
  for (let j = 0; j < scores.length; j++) sum += Math.exp(scores[j]! - max);
  let loss = mass * (Math.log(sum) + max);
  for (let j = 0; j < scores.length; j++) {
    const target = gold[j]!;
    if (target !== 0) loss -= target * scores[j]!;
    gradient[j] = gradient[j]! + weight * ((mass * Math.exp(scores[j]! - max)) / sum - target);
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
