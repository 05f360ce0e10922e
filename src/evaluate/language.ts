/**
 * Tags, lemmas, features and trees of a guess against gold, counted as in the CoNLL 2018 shared task:
 * words are aligned by their place in the text, punctuation counts, and where both have the same words
 * precision, recall and accuracy are one.
 */
import type { Parsed, Tokenised } from '../document';

/** What is counted, in the order of the table. */
export const LANGUAGE_MEASURES = [
  'tokens',
  'sentences',
  'upos',
  'xpos',
  'feats',
  'lemma',
  'uas',
  'las',
  'lasUniversal',
] as const;
export type LanguageMeasure = (typeof LANGUAGE_MEASURES)[number];

export interface Tally {
  readonly gold: number;
  readonly guess: number;
  readonly right: number;
}

export interface Score extends Tally {
  /** In percent, 0 to 100. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface LanguageTally {
  readonly measures: Readonly<Record<LanguageMeasure, Tally>>;
  /** By full relation ("nsubj:pass"), sorted by name; right means head and relation. */
  readonly relations: Readonly<Record<string, Tally>>;
}

export interface LanguageScores {
  readonly measures: Readonly<Record<LanguageMeasure, Score>>;
  readonly relations: Readonly<Record<string, Score>>;
}

/** Two tallies of disjoint texts as one. */
export function addTallies(a: Tally, b: Tally): Tally {
  return { gold: a.gold + b.gold, guess: a.guess + b.guess, right: a.right + b.right };
}

/** Precision, recall and F1; of nothing at all, 0. */
export function scoreOf(tally: Tally): Score {
  const percent = (right: number, all: number) => (all === 0 ? 0 : (100 * right) / all);
  return {
    ...tally,
    precision: percent(tally.right, tally.guess),
    recall: percent(tally.right, tally.gold),
    f1: percent(2 * tally.right, tally.gold + tally.guess),
  };
}

/** For each token of `guess` the index of the token of `gold` that has the same place in the text, or -1. */
export function alignTokens(gold: Tokenised, guess: Tokenised): Int32Array {
  const aligned = new Int32Array(guess.tokens.length).fill(-1);
  if (gold.tokens === guess.tokens) return aligned.map((_, i) => i);
  let g = 0;
  guess.tokens.forEach((token, i) => {
    while (g < gold.tokens.length && gold.tokens[g]!.start < token.start) g++;
    const other = gold.tokens[g];
    if (other !== undefined && other.start === token.start && other.end === token.end) aligned[i] = g++;
  });
  return aligned;
}

/** Sentences that start and end at the same characters. */
export function sameSentences(gold: Tokenised, guess: Tokenised): number {
  const place = (document: Tokenised) =>
    document.sentences.map((s) => `${document.tokens[s.start]?.start}-${document.tokens[s.end - 1]?.end}`);
  const wanted = new Set(place(gold));
  return place(guess).filter((key) => wanted.has(key)).length;
}

/** "nsubj" of "nsubj:pass". */
export function universalRelation(relation: string): string {
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}

export function tallyLanguage(gold: Parsed, guess: Parsed): LanguageTally {
  const aligned = alignTokens(gold, guess);
  const right = { upos: 0, xpos: 0, feats: 0, lemma: 0, uas: 0, las: 0, lasUniversal: 0, tokens: 0 };
  const relations = new Map<string, { gold: number; guess: number; right: number }>();
  const relation = (name: string) => {
    const counts = relations.get(name) ?? { gold: 0, guess: 0, right: 0 };
    relations.set(name, counts);
    return counts;
  };
  for (const name of gold.deprels) relation(name).gold++;
  for (const name of guess.deprels) relation(name).guess++;
  for (let i = 0; i < aligned.length; i++) {
    const g = aligned[i]!;
    if (g < 0) continue;
    right.tokens++;
    if (gold.upos[g] === guess.upos[i]) right.upos++;
    if (gold.xpos[g] === guess.xpos[i]) right.xpos++;
    if (gold.feats[g] === guess.feats[i]) right.feats++;
    if (gold.lemmas[g] === '_' || gold.lemmas[g] === guess.lemmas[i]) right.lemma++;
    const head = guess.heads[i]!;
    if ((head < 0 ? -1 : aligned[head]!) !== gold.heads[g] || (head >= 0 && aligned[head]! < 0)) continue;
    right.uas++;
    const [wanted, found] = [gold.deprels[g]!, guess.deprels[i]!];
    if (universalRelation(wanted) === universalRelation(found)) right.lasUniversal++;
    if (wanted !== found) continue;
    right.las++;
    relation(found).right++;
  }
  const words = (n: number) => ({ gold: gold.tokens.length, guess: guess.tokens.length, right: n });
  return {
    measures: {
      tokens: words(right.tokens),
      sentences: { gold: gold.sentences.length, guess: guess.sentences.length, right: sameSentences(gold, guess) },
      upos: words(right.upos),
      xpos: words(right.xpos),
      feats: words(right.feats),
      lemma: words(right.lemma),
      uas: words(right.uas),
      las: words(right.las),
      lasUniversal: words(right.lasUniversal),
    },
    relations: sortedRecord(relations),
  };
}

function sortedRecord<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Micro-averages over all documents. */
export function sumLanguage(tallies: readonly LanguageTally[]): LanguageScores {
  const nothing: Tally = { gold: 0, guess: 0, right: 0 };
  const measures = LANGUAGE_MEASURES.map((m) => [
    m,
    scoreOf(tallies.reduce((sum, tally) => addTallies(sum, tally.measures[m]), nothing)),
  ]);
  const relations = new Map<string, Tally>();
  for (const tally of tallies) {
    for (const [name, counts] of Object.entries(tally.relations)) {
      relations.set(name, addTallies(relations.get(name) ?? nothing, counts));
    }
  }
  const scored = new Map([...relations].map(([name, tally]) => [name, scoreOf(tally)]));
  return {
    measures: Object.fromEntries(measures) as Record<LanguageMeasure, Score>,
    relations: sortedRecord(scored),
  };
}

/** What is judged: from gold tokens to a tree, and with `--raw` from an article's text to tokens first. */
export interface LanguagePipeline {
  readonly tokenise: (article: Tokenised['article']) => Tokenised;
  readonly parse: (document: Tokenised) => Parsed;
}

/** `raw`: the pipeline sees the text alone; else the gold tokens and sentences. */
export function evaluateLanguage(gold: readonly Parsed[], pipeline: LanguagePipeline, raw = false): LanguageScores {
  return sumLanguage(
    gold.map((document) => {
      const { article, tokens, sentences } = document;
      const given = raw ? pipeline.tokenise(article) : { article, tokens, sentences };
      return tallyLanguage(document, pipeline.parse(given));
    }),
  );
}
