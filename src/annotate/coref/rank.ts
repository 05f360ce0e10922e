/**
 * The ranker: each mention that the rules left alone goes back to the mention before it that scores highest,
 * or starts a chain where "new" scores higher. A linear model over hashed features.
 */
import { type Container, readContainer } from '../../learn/container';
import { type Cluster, type Clusters, compatible } from './clusters';
import { contrastAllows } from './contrasts';
import { createFeatureList, newFeatures, pairFeatures, TABLE_BITS } from './features';
import { OWN_COUNTRY } from './profile';
import type { QuotedSpan } from './quotations';
import type { Traits } from './traits';
import { type Reading, relationOf } from './tree';

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
  /** Mentions by their heads. */
  readonly byHead: ReadonlyMap<number, number>;
  /** Mentions by the lemma of their head, ascending. */
  readonly byLemma: ReadonlyMap<string, readonly number[]>;
}

/** Whether the ranker may say where mention i goes: it is the first of its cluster. */
export function isOpen({ clusters, traits }: Ranking, i: number): boolean {
  const { lemma, determiner } = traits[i]!.profile;
  return clusters.of(i).first === i && (determiner !== 'own' || !OWN_COUNTRY.test(lemma));
}

/** Mentions before i that it may go back to, nearest first; beyond the window only those with the same head. */
export function antecedentsOf(ranking: Ranking, i: number): number[] {
  const { traits, clusters, byLemma } = ranking;
  const m = traits[i]!;
  const own = clusters.of(i);
  const around = m.coarse < 2 ? clustersAround(ranking, i) : subjectBeside(ranking, i);
  const found: number[] = [];
  const consider = (k: number) => {
    const other = traits[k]!;
    const cluster = clusters.of(k);
    if (
      cluster !== own &&
      mayBeOne(m, other) &&
      countAllows(m, cluster) &&
      natureAllows(m, other) &&
      namesAllow(m, other) &&
      compatible(cluster, own) &&
      !around.includes(cluster) &&
      speechAllows(ranking, i, k) &&
      rolesAllow(m, cluster, clusters) &&
      contrastAllows(m.profile, cluster, clusters)
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

/** The clusters of the mentions that mention i stands within. */
function clustersAround({ clusters, outer }: Ranking, i: number): Cluster[] {
  const around: Cluster[] = [];
  for (let at = outer[i]!; at >= 0; at = outer[at]!) around.push(clusters.of(at));
  return around;
}

/** "The mayor praised her": she is not the mayor. The cluster of the subject of whose verb the pronoun is an object, unless it says "self". */
function subjectBeside({ reading, traits, clusters, byHead }: Ranking, i: number): Cluster[] {
  const { document, children } = reading;
  const { candidate, profile, above } = traits[i]!;
  if (above < 0 || /sel(?:f|ves)$/.test(profile.lemma) || profile.determiner === 'own') return [];
  if (!/^i?obj$/.test(relationOf(document, candidate.head))) return [];
  const subject = children[above]!.find((child) => relationOf(document, child) === 'nsubj') ?? -1;
  const found = byHead.get(subject);
  return found === undefined || found > i ? [] : [clusters.of(found)];
}

/** "six schools" are no school of that name. */
function countAllows({ coarse, profile, candidate }: Traits, cluster: Cluster): boolean {
  if (coarse !== 1 || profile.number !== 'p' || profile.type !== 'Organization' || candidate.name >= 0) return true;
  const [name] = cluster.names;
  return cluster.type !== 'Organization' || name === undefined || /s$/.test(name.at(-1) ?? '');
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
  if (m.speaks) {
    const cluster = clusters.of(k);
    const third = (x: number) => clusters.of(x) === cluster && traits[x]!.profile.person !== 1;
    if (spoken.get(i)?.some((quote) => quote.mentions.some(third))) return false;
  }
  if (other.speaks && m.profile.person !== 1 && spoken.get(k)?.some((quote) => quote.mentions.includes(i)))
    return false;
  if (m.quote < 0 || m.profile.person !== 1) return true;
  if (m.quote === other.quote) return other.profile.person === 1;
  const speaker = quotations[m.quote]!.speaker;
  if (speaker < 0) return false;
  if (other.quote < 0) return clusters.of(k) === clusters.of(speaker);
  const theirs = quotations[other.quote]!.speaker;
  return other.profile.person === 1 && theirs >= 0 && clusters.of(theirs) === clusters.of(speaker);
}

/** "the President of India" is no person of whom India was never said; a country that is somebody's is found later. */
function rolesAllow({ profile }: Traits, cluster: Cluster, clusters: Clusters): boolean {
  if (profile.titles.length === 0 || profile.words.length > 0) return true;
  if (cluster.names.length === 0 || profile.nationality !== null) return true;
  for (const word of profile.proper) if (!clusters.says(cluster, word)) return false;
  return true;
}

/** "his", "You" are no "commemoration" and no "Wednesday": what cannot be a person is not one for a pronoun's sake. */
function natureAllows(m: Traits, k: Traits): boolean {
  return !(m.personal && k.thing) && !(k.personal && m.thing);
}

/** A phrase and what stands within it are two; a first person is no third. */
function mayBeOne(m: Traits, k: Traits): boolean {
  if (k.candidate.start <= m.candidate.start && m.candidate.end <= k.candidate.end) return false;
  return m.coarse < 2 || k.coarse < 2 || m.coarse === k.coarse;
}

/** Links all open mentions, from left to right. */
export function createRanker(weights: RankerWeights): (ranking: Ranking) => void {
  const list = createFeatureList(weights);
  return (ranking) => {
    const { reading, traits, clusters, quotations } = ranking;
    const heads = new Set<number>();
    for (let i = 0; i < traits.length; i++) {
      const m = traits[i]!;
      if (isOpen(ranking, i)) {
        let best = -1;
        let bestScore = newFeatures(list, m, heads.has(m.head));
        for (const k of antecedentsOf(ranking, i)) {
          const score = pairFeatures(list, reading, m, traits[k]!, clusters.of(k), i - k, quotations, k);
          if (score > bestScore) [best, bestScore] = [k, score];
        }
        if (best >= 0) clusters.merge(best, i);
      }
      heads.add(m.head);
    }
  };
}
