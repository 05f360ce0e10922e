/**
 * Chains of a guess against gold, counted as the CorefUD scorer does by default: mentions match by their head token,
 * chains of one mention are left out on both sides, and MUC, B3 and CEAF-e are averaged.
 * Vilain et al. 1995 (MUC); Bagga and Baldwin 1998 (B3); Luo 2005 (CEAF-e, with phi4).
 */
import type { Chained, Named, Tokenised, TokenSpan } from '../document';
import { type ConlluDocument, tokenisedFromConllu } from '../learn/corpus/conllu';
import { bestAssignment } from './assignment';
import { goldMentions } from './gold-mentions';
import { identityOf, matchMentions, type ScoredMention } from './mention-matching';

/** Numerators and denominators, which add up over documents. */
export interface CoreferenceTally {
  readonly muc: Ratio;
  readonly b3: Ratio;
  readonly ceafe: Ratio;
  readonly mentions: Ratio;
}

export interface Ratio {
  readonly recallRight: number;
  readonly recallAll: number;
  readonly precisionRight: number;
  readonly precisionAll: number;
}

export interface CoreferenceScore {
  /** In percent, 0 to 100. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface CoreferenceScores {
  readonly muc: CoreferenceScore;
  readonly b3: CoreferenceScore;
  readonly ceafe: CoreferenceScore;
  /** Mean of the three F1. */
  readonly mean: number;
  /** Of mentions in chains of two or more. */
  readonly mentions: CoreferenceScore;
}

export function chainedMentions(document: Chained): ScoredMention[] {
  return document.mentions.map(({ start, end, head, chain }) => ({ start, end, head, chain }));
}

/** Chains of two or more different mentions. */
function chainsOf(mentions: readonly ScoredMention[]): ScoredMention[][] {
  const chains = new Map<string | number, Map<string, ScoredMention>>();
  for (const mention of mentions) {
    const chain = chains.get(mention.chain) ?? new Map<string, ScoredMention>();
    chains.set(mention.chain, chain.set(identityOf(mention), mention));
  }
  return [...chains.values()].filter((chain) => chain.size > 1).map((chain) => [...chain.values()]);
}

export function tallyCoreference(
  goldAll: readonly ScoredMention[],
  guessAll: readonly ScoredMention[],
): CoreferenceTally {
  const [gold, guess] = [chainsOf(goldAll), chainsOf(guessAll)];
  const matched = matchMentions(gold.flat(), guess.flat());
  const key = gold.map((chain) => chain.map(identityOf));
  const response = guess.map((chain) =>
    chain.map((mention) => matched.get(identityOf(mention)) ?? `guess ${identityOf(mention)}`),
  );
  return {
    muc: { ...recallRatio(muc(key, response)), ...precisionRatio(muc(response, key)) },
    b3: { ...recallRatio(bCubed(key, response)), ...precisionRatio(bCubed(response, key)) },
    ceafe: ceafe(key, response),
    mentions: {
      recallRight: matched.size,
      recallAll: new Set(key.flat()).size,
      precisionRight: matched.size,
      precisionAll: new Set(response.flat()).size,
    },
  };
}

function recallRatio([right, all]: readonly [number, number]): Pick<Ratio, 'recallRight' | 'recallAll'> {
  return { recallRight: right, recallAll: all };
}

function precisionRatio([right, all]: readonly [number, number]): Pick<Ratio, 'precisionRight' | 'precisionAll'> {
  return { precisionRight: right, precisionAll: all };
}

/** A chain: what stands for each of its mentions, the same for a guess and the gold that it matches. */
type Cluster = readonly string[];

function clusterIndex(clusters: readonly Cluster[]): Map<string, number> {
  return new Map(clusters.flatMap((cluster, c) => cluster.map((mention) => [mention, c] as const)));
}

/** Links of `from` that `to` keeps, out of all. */
function muc(from: readonly Cluster[], to: readonly Cluster[]): [number, number] {
  const index = clusterIndex(to);
  let [right, all] = [0, 0];
  for (const cluster of from) {
    const parts = new Set(cluster.map((mention) => index.get(mention) ?? mention));
    right += cluster.length - parts.size;
    all += cluster.length - 1;
  }
  return [right, all];
}

function bCubed(from: readonly Cluster[], to: readonly Cluster[]): [number, number] {
  const index = clusterIndex(to);
  let [right, all] = [0, 0];
  for (const cluster of from) {
    const counts = new Map<number, number>();
    for (const mention of cluster) {
      const c = index.get(mention);
      if (c !== undefined) counts.set(c, (counts.get(c) ?? 0) + 1);
    }
    for (const n of counts.values()) right += (n * n) / cluster.length;
    all += cluster.length;
  }
  return [right, all];
}

function ceafe(key: readonly Cluster[], response: readonly Cluster[]): Ratio {
  const sets = key.map((cluster) => new Set(cluster));
  const similarity = sets.map((set, k) =>
    response.map((cluster) => (2 * cluster.filter((m) => set.has(m)).length) / (key[k]!.length + cluster.length)),
  );
  const total = bestAssignment(similarity);
  return { recallRight: total, recallAll: key.length, precisionRight: total, precisionAll: response.length };
}

/** What is judged: chains of a document's own mentions, and of mentions that are given. */
export interface CoreferencePipeline {
  readonly annotateTokens: (document: Tokenised) => Chained;
  readonly chain: (document: Named, given: readonly TokenSpan[]) => Chained;
}

/** Gold tokens, own tags, trees and names; mentions of its own, and the gold ones. */
export function evaluateCoreference(
  gold: readonly ConlluDocument[],
  pipeline: CoreferencePipeline,
): { readonly ownMentions: CoreferenceScores; readonly goldMentions: CoreferenceScores } {
  const own: CoreferenceTally[] = [];
  const given: CoreferenceTally[] = [];
  for (const source of gold) {
    const wanted = goldMentions(source);
    const guess = pipeline.annotateTokens(tokenisedFromConllu(source));
    own.push(tallyCoreference(wanted, chainedMentions(guess)));
    given.push(tallyCoreference(wanted, chainedMentions(pipeline.chain(guess, wanted))));
  }
  return { ownMentions: sumCoreference(own), goldMentions: sumCoreference(given) };
}

/** Micro-averages over documents, as the CorefUD scorer has them. */
export function sumCoreference(tallies: readonly CoreferenceTally[]): CoreferenceScores {
  const sum = (measure: keyof CoreferenceTally): CoreferenceScore => {
    const add = (part: keyof Ratio) => tallies.reduce((total, tally) => total + tally[measure][part], 0);
    const [right, all] = [add('recallRight'), add('recallAll')];
    const [rightToo, allToo] = [add('precisionRight'), add('precisionAll')];
    const recall = all === 0 ? 0 : (100 * right) / all;
    const precision = allToo === 0 ? 0 : (100 * rightToo) / allToo;
    return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
  };
  const [m, b, c] = [sum('muc'), sum('b3'), sum('ceafe')];
  return { muc: m, b3: b, ceafe: c, mean: (m.f1 + b.f1 + c.f1) / 3, mentions: sum('mentions') };
}
