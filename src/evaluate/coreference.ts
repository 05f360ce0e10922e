/**
 * Chains of a guess against gold, counted as the CorefUD scorer does by default: mentions match by their head token,
 * singletons are left out on both sides, and MUC, B3 and CEAF-e are averaged.
 * Vilain et al. 1995 (MUC); Bagga and Baldwin 1998 (B3); Luo 2005 (CEAF-e, with phi4).
 */
import type { Chained, Named, Parsed, Tokenised, TokenSpan } from '../document';
import { type ConlluDocument, parsedFromConllu, tokenisedFromConllu } from '../learn/corpus/conllu';
import { readEntities } from '../learn/corpus/entities';
import { bestAssignment } from './assignment';

/** A mention for the scorer: its span, the token of its head, and the chain it is in. */
export interface ScoredMention extends TokenSpan {
  readonly head: number;
  readonly chain: string | number;
}

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

/** The token of a span that hangs highest in the tree; the first of several. */
export function headOf(document: Parsed, span: TokenSpan): number {
  let best = span.start;
  let bestDepth = Number.POSITIVE_INFINITY;
  for (let i = span.start; i < span.end; i++) {
    const head = document.heads[i]!;
    if (head >= span.start && head < span.end) continue;
    let depth = 0;
    for (let at = head; at >= 0 && depth < 500; at = document.heads[at]!) depth++;
    if (depth < bestDepth) [best, bestDepth] = [i, depth];
  }
  return best;
}

/** Gold mentions of a CoNLL-U document, with the heads of its own tree. */
export function goldMentions(source: ConlluDocument): ScoredMention[] {
  const tree = parsedFromConllu(source);
  return readEntities(source).map(({ start, end, chain }) => ({
    start,
    end,
    chain,
    head: headOf(tree, { start, end }),
  }));
}

export function chainedMentions(document: Chained): ScoredMention[] {
  return document.mentions.map(({ start, end, head, chain }) => ({ start, end, head, chain }));
}

/** Chains of two or more, each a list of mention numbers that gold and guess share. */
function clustersOf(mentions: readonly ScoredMention[], number: (index: number) => number): number[][] {
  const chains = new Map<string | number, number[]>();
  mentions.forEach(({ chain }, i) => {
    chains.set(chain, [...(chains.get(chain) ?? []), number(i)]);
  });
  return [...chains.values()].filter((chain) => chain.length > 1);
}

function withoutSingletons(mentions: readonly ScoredMention[]): ScoredMention[] {
  const size = new Map<string | number, number>();
  for (const { chain } of mentions) size.set(chain, (size.get(chain) ?? 0) + 1);
  return mentions.filter(({ chain }) => size.get(chain)! > 1);
}

export function tallyCoreference(
  goldAll: readonly ScoredMention[],
  guessAll: readonly ScoredMention[],
): CoreferenceTally {
  const gold = withoutSingletons(goldAll);
  const guess = withoutSingletons(guessAll);
  const matched = matchMentions(gold, guess);
  const key = clustersOf(gold, (i) => i);
  const response = clustersOf(guess, (i) => (matched[i]! >= 0 ? matched[i]! : gold.length + i));
  const right = matched.filter((g) => g >= 0).length;
  return {
    muc: { ...recallRatio(muc(key, response)), ...precisionRatio(muc(response, key)) },
    b3: { ...recallRatio(bCubed(key, response)), ...precisionRatio(bCubed(response, key)) },
    ceafe: ceafe(key, response),
    mentions: { recallRight: right, recallAll: gold.length, precisionRight: right, precisionAll: guess.length },
  };
}

function recallRatio([right, all]: readonly [number, number]): Pick<Ratio, 'recallRight' | 'recallAll'> {
  return { recallRight: right, recallAll: all };
}

function precisionRatio([right, all]: readonly [number, number]): Pick<Ratio, 'precisionRight' | 'precisionAll'> {
  return { precisionRight: right, precisionAll: all };
}

/** For each guess mention the gold mention with the same head, or -1; the same span first where heads are shared. */
function matchMentions(gold: readonly ScoredMention[], guess: readonly ScoredMention[]): number[] {
  const matched = new Array<number>(guess.length).fill(-1);
  const taken = new Set<number>();
  const pair = (same: (g: ScoredMention, m: ScoredMention) => boolean) => {
    const byHead = new Map<number, number[]>();
    gold.forEach((g, i) => {
      byHead.set(g.head, [...(byHead.get(g.head) ?? []), i]);
    });
    guess.forEach((m, i) => {
      if (matched[i]! >= 0) return;
      const found = (byHead.get(m.head) ?? []).find((g) => !taken.has(g) && same(gold[g]!, m));
      if (found === undefined) return;
      matched[i] = found;
      taken.add(found);
    });
  };
  pair((g, m) => g.start === m.start && g.end === m.end);
  pair(() => true);
  return matched;
}

function clusterIndex(clusters: readonly (readonly number[])[]): Map<number, number> {
  return new Map(clusters.flatMap((cluster, c) => cluster.map((mention) => [mention, c] as const)));
}

/** Links of `from` that `to` keeps, out of all. */
function muc(from: readonly (readonly number[])[], to: readonly (readonly number[])[]): [number, number] {
  const index = clusterIndex(to);
  let [right, all] = [0, 0];
  for (const cluster of from) {
    const parts = new Set(cluster.map((mention) => index.get(mention) ?? -1 - mention));
    right += cluster.length - parts.size;
    all += cluster.length - 1;
  }
  return [right, all];
}

function bCubed(from: readonly (readonly number[])[], to: readonly (readonly number[])[]): [number, number] {
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

function ceafe(key: readonly (readonly number[])[], response: readonly (readonly number[])[]): Ratio {
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
