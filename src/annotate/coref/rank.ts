/**
 * The ranker: each mention that the rules left alone goes back to the mention before it that scores highest,
 * or starts a chain where "new" scores higher. A linear model over hashed features.
 */
import { type Container, readContainer } from '../../learn/container';
import { type Cluster, type Clusters, compatible, isWithin } from './clusters';
import { createFeatureList, type FeatureList, newFeatures, pairFeatures, TABLE_BITS, type Traits } from './features';
import { OWN_COUNTRY } from './profile';
import type { QuotedSpan } from './quotations';
import type { Reading } from './tree';

/** Nothing further back is asked, in mentions and in sentences, but for the same head. */
const MAX_MENTIONS = 40;
const MAX_SENTENCES: readonly number[] = [12, 8, 10, 10, 4];

export type RankerWeights = Float32Array;

/** Reads the sparse table that training wrote. */
export function readRanker(file: Uint8Array): RankerWeights {
  const container: Container = readContainer(file);
  const weights = new Float32Array(1 << TABLE_BITS);
  const scale = Number(container.header['scale']);
  const steps = container.section('steps');
  const values = container.section('values');
  let at = -1;
  let value = 0;
  let step = 0;
  let shift = 0;
  for (const byte of steps) {
    step |= (byte & 127) << shift;
    shift += 7;
    if (byte & 128) continue;
    at += step + 1;
    weights[at] = ((values[value++]! << 24) >> 24) * scale;
    step = 0;
    shift = 0;
  }
  return weights;
}

export interface Ranking {
  readonly reading: Reading;
  readonly traits: readonly Traits[];
  readonly clusters: Clusters;
  readonly quotations: readonly QuotedSpan[];
  /** For each mention the index of the smallest one around it, or -1. */
  readonly outer: Int32Array;
  /** What each mention says, where it is a speaker. */
  readonly spoken: ReadonlyMap<number, readonly QuotedSpan[]>;
  /** Mentions by the lemma of their head, ascending. */
  readonly byLemma: ReadonlyMap<string, readonly number[]>;
}

/** Whether the ranker may say where mention i goes: it is the first of its cluster. */
export function isOpen({ clusters, traits }: Ranking, i: number): boolean {
  const { lemma, determiner } = traits[i]!.profile;
  return clusters.of(i).first === i && !(determiner === 'own' && OWN_COUNTRY.test(lemma));
}

/** Mentions before i that it may go back to, nearest first; beyond the window only those with the same head. */
export function antecedentsOf(ranking: Ranking, i: number): number[] {
  const { traits, clusters, byLemma } = ranking;
  const m = traits[i]!;
  const own = clusters.of(i);
  const found: number[] = [];
  const consider = (k: number) => {
    if (clusters.of(k) === own || !mayBeOne(m, traits[k]!) || !compatible(clusters.of(k), own)) return;
    if (
      namesAllow(m, traits[k]!) &&
      !(m.coarse < 2 && isWithin(i, clusters.of(k), clusters, ranking.outer)) &&
      speechAllows(ranking, i, k) &&
      rolesAllow(ranking, i, k) &&
      natureAllows(m, traits[k]!)
    )
      found.push(k);
  };
  let k = i - 1;
  for (; k >= 0 && found.length < MAX_MENTIONS; k--) {
    if (m.sentence - traits[k]!.sentence > MAX_SENTENCES[m.coarse]!) break;
    consider(k);
  }
  if (m.coarse > 1) return found;
  const same = byLemma.get(m.profile.lemma) ?? [];
  const last = firstAbove(same, k) - 1;
  for (let n = last; n >= 0 && n > last - MAX_MENTIONS; n--) consider(same[n]!);
  return found;
}

/** Whether two names are one is for the rules to say. */
function namesAllow(m: Traits, k: Traits): boolean {
  return m.candidate.name < 0 || k.candidate.name < 0;
}

/** Index of the first of the ascending numbers that is greater than `limit`. */
function firstAbove(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * What direct speech forbids: its speaker is no third person within it; a first person within it is the speaker's side,
 * not that of another quotation, and nobody else before it.
 */
function speechAllows({ traits, clusters, quotations, spoken }: Ranking, i: number, k: number): boolean {
  const [m, other] = [traits[i]!, traits[k]!];
  const third = (x: number, of: Cluster) => clusters.of(x) === of && traits[x]!.profile.person !== 1;
  if (spoken.get(i)?.some((quote) => quote.mentions.some((x) => third(x, clusters.of(k))))) return false;
  if (spoken.get(k)?.some((quote) => quote.mentions.includes(i) && m.profile.person !== 1)) return false;
  if (m.quote < 0 || m.profile.person !== 1) return true;
  if (m.quote === other.quote) return other.profile.person === 1;
  const speaker = quotations[m.quote]!.speaker;
  if (speaker < 0) return false;
  if (other.quote < 0) return clusters.of(k) === clusters.of(speaker);
  const theirs = quotations[other.quote]!.speaker;
  return other.profile.person === 1 && theirs >= 0 && clusters.of(theirs) === clusters.of(speaker);
}

/** "the President of India" is no person of whom India was never said; a country that is somebody's is found later. */
function rolesAllow({ traits, clusters }: Ranking, i: number, k: number): boolean {
  const { profile } = traits[i]!;
  if (profile.titles.length === 0 || profile.words.length > 0) return true;
  const cluster = clusters.of(k);
  return (
    cluster.names.length === 0 ||
    profile.nationality !== null ||
    [...profile.proper].every((word) => cluster.says.has(word))
  );
}

/** "his", "You" are no "commemoration" and no "Wednesday": what cannot be a person is not one for a pronoun's sake. */
function natureAllows(m: Traits, k: Traits): boolean {
  const personal = ({ profile }: Traits) => profile.person > 0 && profile.type === 'Person';
  return !(personal(m) && isThing(k)) && !(personal(k) && isThing(m));
}

const DAY_OR_MONTH =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december)$/;
const ABSTRACT = /(?:tion|sion|ment|ness|ism|ance|ence|ship|hood)$/;

function isThing({ profile, candidate }: Traits): boolean {
  if (candidate.kind === 'pronoun' || profile.type !== null) return false;
  return DAY_OR_MONTH.test(profile.lemma) || (ABSTRACT.test(profile.lemma) && candidate.name < 0);
}

/** A phrase and what stands within it are two; a first person is no third. */
function mayBeOne(m: Traits, k: Traits): boolean {
  if (k.candidate.start <= m.candidate.start && m.candidate.end <= k.candidate.end) return false;
  return m.coarse < 2 || k.coarse < 2 || m.coarse === k.coarse;
}

export function score(weights: RankerWeights, list: FeatureList): number {
  let sum = 0;
  for (let f = 0; f < list.count; f++) sum += weights[list.places[f]!]!;
  return sum;
}

/** Links all open mentions, from left to right. `bias` is added to "new": more of it is more precision. */
export function rankMentions(ranking: Ranking, weights: RankerWeights, bias = 0): void {
  const list = createFeatureList();
  const { reading, traits, clusters, quotations } = ranking;
  const heads = new Set<string>();
  for (let i = 0; i < traits.length; i++) {
    const m = traits[i]!;
    if (isOpen(ranking, i)) {
      newFeatures(list, m, heads.has(m.profile.lemma));
      let best = -1;
      let bestScore = score(weights, list) + bias;
      for (const k of antecedentsOf(ranking, i)) {
        pairFeatures(list, reading, m, traits[k]!, clusters.of(k), clusters.of(i), i - k, quotations, k);
        const value = score(weights, list);
        if (value > bestScore) [best, bestScore] = [k, value];
      }
      if (best >= 0) clusters.merge(best, i);
    }
    heads.add(m.profile.lemma);
  }
}
