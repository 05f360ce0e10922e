/** Teaches the judge of sentence ends: logistic regression over hashed features, by AdaGrad (Duchi et al. 2011). */
import type { Tokenised } from '../../document';
import { writeContainer } from '../../learn/container';
import { createRandom, shuffle } from '../../learn/random';
import { lex } from './lex';
import { paragraphsOf } from './paragraphs';
import { ruledEnds } from './sentences';
import { boundaryFeatures, FEATURES, isCandidate, sightOf, TABLE_BITS } from './sight';

export interface JudgeTraining {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  /** Features seen less often are left out. */
  readonly fewest: number;
}

export const JUDGE_TRAINING: Omit<JudgeTraining, 'seed'> = { epochs: 3, rate: 0.05, fewest: 5 };

const LARGEST = 127;
/** Features with smaller weights, in steps of the scale, are left out. */
const SMALLEST = 8;

interface Example {
  features: Int32Array;
  readonly ends: boolean;
}

/** `gold`: tokens and sentences; the judge sees the text of their articles. */
export function trainJudge(gold: readonly Tokenised[], options: JudgeTraining): Uint8Array {
  const examples = examplesOf(gold, options.fewest);
  const size = 1 << TABLE_BITS;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  const sum = new Float64Array(size);
  const random = createRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const { features, ends } of shuffle(examples, random)) {
      let score = 0;
      for (const feature of features) score += weights[feature]!;
      const slope = chance(score) - (ends ? 1 : 0);
      for (const feature of features) {
        squares[feature] = squares[feature]! + slope * slope;
        weights[feature] = weights[feature]! - (options.rate * slope) / Math.sqrt(squares[feature]!);
      }
    }
    // the mean of all epochs but the first
    if (epoch > 0 || options.epochs === 1)
      weights.forEach((weight, k) => {
        sum[k] = sum[k]! + weight;
      });
  }
  return writeJudge(
    sum.map((weight) => weight / Math.max(1, options.epochs - 1)),
    options,
  );
}

function examplesOf(gold: readonly Tokenised[], fewest: number): Example[] {
  const examples: Example[] = [];
  const seen = new Int32Array(1 << TABLE_BITS);
  const row = new Int32Array(FEATURES);
  for (const { article, tokens, sentences } of gold) {
    const ends = new Set(sentences.map((sentence) => tokens[sentence.end - 1]!.end));
    for (const { start, end } of paragraphsOf(article)) {
      const own: Tokenised['tokens'][number][] = [];
      lex(article.text, start, end, own);
      const sight = sightOf(own, 0, own.length, ruledEnds(own, 0, own.length));
      let from = 0;
      own.forEach((token, i) => {
        const ended = ends.has(token.end);
        if (isCandidate(sight, i)) {
          boundaryFeatures(sight, i, from, row);
          for (const feature of row) seen[feature] = seen[feature]! + 1;
          examples.push({ features: row.slice(), ends: ended });
        }
        if (ended) from = i + 1;
      });
    }
  }
  for (const example of examples) example.features = example.features.filter((feature) => seen[feature]! >= fewest);
  return examples;
}

/** 1 / (1 + exp(-x)) to about three digits, from the four operations alone: Math.exp may differ between engines. */
function chance(x: number): number {
  if (x > 30) return 1;
  if (x < -30) return 0;
  let power = 1 + Math.abs(x) / 1024;
  for (let i = 0; i < 10; i++) power *= power;
  return x > 0 ? power / (1 + power) : 1 / (1 + power);
}

function writeJudge(weights: Float64Array, options: JudgeTraining): Uint8Array {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / LARGEST;
  const steps: number[] = [];
  const values: number[] = [];
  let before = -1;
  weights.forEach((weight, k) => {
    const value = Math.round(weight / scale);
    if (Math.abs(value) < SMALLEST) return;
    let step = k - before - 1;
    for (; step > 127; step >>= 7) steps.push((step & 127) | 128);
    steps.push(step);
    values.push(value & 255);
    before = k;
  });
  return writeContainer({ name: 'sentences', version: 1, scale, options }, [
    { name: 'steps', bytes: Uint8Array.from(steps) },
    { name: 'values', bytes: Uint8Array.from(values) },
  ]);
}
