/**
 * Teaches the ranker from gold chains: a log-linear model over antecedents (Durrett and Klein 2013), its costs softening
 * the margin; AdaGrad; chains grow as the model itself links, so that it learns from what it will meet.
 */
import type { Named, TokenSpan } from '../../document';
import { writeContainer } from '../../learn/container';
import { createRandom, shuffle } from '../../learn/random';
import { createFeatureList, type FeatureList, newFeatures, pairFeatures, TABLE_BITS } from './features';
import type { Lookup } from './lexicons';
import { prepare } from './prepare';
import { antecedentsOf, isOpen, type RankerWeights, type Ranking } from './rank';

export interface RankerOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero at each step (L1). */
  readonly shrink: number;
  /** Costs of a chain begun wrongly, of a link where there is none, of a wrong link. */
  readonly costs: { readonly falseNew: number; readonly falseLink: number; readonly wrongLink: number };
}

export const RANKER_OPTIONS: RankerOptions = {
  seed: 1,
  epochs: 4,
  rate: 0.15,
  shrink: 0.002,
  costs: { falseNew: 2, falseLink: 0.5, wrongLink: 1 },
};

/** A document made ready (anew each time, for its chains grow), and for each mention its gold chain, or '' where gold has no such mention. */
export interface RankerLesson {
  readonly begin: () => Ranking;
  readonly chains: readonly string[];
}

/** A mention of gold, with the token of its head. */
export interface GoldMention extends TokenSpan {
  readonly head: number;
  readonly chain: string | number;
}

/** Gold and own mentions are one where their heads are; of several the one with the same span. */
export function lessonOf(document: Named, gold: readonly GoldMention[], lookup: Lookup): RankerLesson {
  const byHead = new Map<number, GoldMention[]>();
  for (const mention of gold) byHead.set(mention.head, [...(byHead.get(mention.head) ?? []), mention]);
  const begin = () => prepare(document, lookup);
  const chains = begin().mentions.map(({ start, end, head }) => {
    const found = byHead.get(head) ?? [];
    const best = found.find((mention) => mention.start === start && mention.end === end) ?? found[0];
    return best === undefined ? '' : String(best.chain);
  });
  return { begin, chains };
}

export function trainRanker(
  lessons: readonly RankerLesson[],
  options: RankerOptions = RANKER_OPTIONS,
  report: (epoch: number) => void = () => undefined,
): RankerWeights {
  const weights = new Float32Array(1 << TABLE_BITS);
  const sums = new Float64Array(1 << TABLE_BITS);
  const squares = new Float32Array(1 << TABLE_BITS);
  const random = createRandom(options.seed);
  let averaged = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const lesson of shuffle([...lessons], random)) teach(lesson, weights, squares, options);
    report(epoch + 1);
    if (epoch < options.epochs / 2) continue;
    averaged++;
    for (let i = 0; i < weights.length; i++) sums[i] = sums[i]! + weights[i]!;
  }
  return Float32Array.from(sums, (sum) => sum / averaged);
}

function teach(lesson: RankerLesson, weights: RankerWeights, squares: Float32Array, options: RankerOptions): void {
  const ranking = lesson.begin();
  const { reading, traits, clusters, quotations } = ranking;
  const list = createFeatureList(null);
  const heads = new Set<string>();
  for (let i = 0; i < traits.length; i++) {
    const m = traits[i]!;
    if (isOpen(ranking, i)) {
      const candidates = antecedentsOf(ranking, i);
      const places: Int32Array[] = [];
      const scores: number[] = [];
      const keep = () => {
        places.push(list.places.slice(0, list.count));
        scores.push(scoreOf(weights, list));
      };
      newFeatures(list, m, heads.has(m.profile.lemma));
      keep();
      for (const k of candidates) {
        pairFeatures(list, reading, m, traits[k]!, clusters.of(k), i - k, quotations, k);
        keep();
      }
      const chain = lesson.chains[i]!;
      const right = [false, ...candidates.map((k) => chain !== '' && lesson.chains[k] === chain)];
      const anaphoric = right.includes(true);
      right[0] = !anaphoric;
      update(places, scores, right, anaphoric, weights, squares, options);
      let best = 0;
      for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
      if (best > 0) clusters.merge(candidates[best - 1]!, i);
    }
    heads.add(m.profile.lemma);
  }
}

function scoreOf(weights: RankerWeights, list: FeatureList): number {
  let sum = 0;
  for (let f = 0; f < list.count; f++) sum += weights[list.places[f]!]!;
  return sum;
}

function update(
  places: readonly Int32Array[],
  scores: readonly number[],
  right: readonly boolean[],
  anaphoric: boolean,
  weights: RankerWeights,
  squares: Float32Array,
  { rate, shrink, costs }: RankerOptions,
): void {
  const augmented = scores.map((value, c) =>
    right[c] ? value : value + (c === 0 ? costs.falseNew : anaphoric ? costs.wrongLink : costs.falseLink),
  );
  const top = Math.max(...augmented);
  const weight = augmented.map((value) => Math.exp(value - top));
  const all = weight.reduce((a, b) => a + b, 0);
  const good = weight.reduce((a, b, c) => a + (right[c] ? b : 0), 0);
  for (let c = 0; c < places.length; c++) {
    const gradient = (right[c] ? weight[c]! / Math.max(good, 1e-30) : 0) - weight[c]! / all;
    if (Math.abs(gradient) < 1e-4) continue;
    for (const place of places[c]!) {
      squares[place] = squares[place]! + gradient * gradient;
      const step = rate / Math.sqrt(1 + squares[place]!);
      const value = weights[place]! + step * gradient;
      const pull = step * shrink;
      weights[place] = value > pull ? value - pull : value < -pull ? value + pull : 0;
    }
  }
}

const LEVELS = 127;

/** Small weights go; the rest are rounded to 8 bits, their places written as steps of 7 bits a byte. */
export function writeRanker(weights: RankerWeights, card: Readonly<Record<string, unknown>>): Uint8Array {
  const largest = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const scale = largest / LEVELS;
  const steps: number[] = [];
  const values: number[] = [];
  let last = -1;
  weights.forEach((weight, i) => {
    const value = Math.round(weight / scale);
    if (value === 0) return;
    let step = i - last - 1;
    while (step > 127) {
      steps.push((step & 127) | 128);
      step >>= 7;
    }
    steps.push(step);
    values.push(value);
    last = i;
  });
  return writeContainer({ ...card, kind: 'coreference ranker', scale }, [
    { name: 'steps', bytes: Uint8Array.from(steps) },
    { name: 'values', bytes: Uint8Array.from(values, (value) => value & 255) },
  ]);
}
