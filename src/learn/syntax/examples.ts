/** Sentences as the net of tags and trees learns them, and their batches. */
import type { Parsed } from '../../document';
import { type Random, shuffle } from '../random';
import type { WordRows } from '../words';
import type { Labels } from './net';

/** Bundles of features that are rarer are not learnt. */
const RAREST_FEATS = 3;
/** Longer sentences teach nothing more and cost the square of their length. */
const MAX_TOKENS = 160;

/** What teachers think, as probabilities: [n, classes] each; arcs [n, n + 1], column 0 the root. */
export interface Beliefs {
  readonly upos: Float32Array;
  readonly xpos: Float32Array;
  readonly deprels: Float32Array;
  readonly arcs: Float32Array;
}

/** Classes (-1: not known), and heads as index into the sentence, -1 for the root. */
export interface Example {
  readonly words: readonly WordRows[];
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly feats: Int32Array;
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
  readonly beliefs: Beliefs | null;
}

export function collectLabels(documents: readonly Parsed[]): Labels {
  const count = (layer: (d: Parsed) => readonly string[], least: number) => {
    const counts = new Map<string, number>();
    for (const d of documents) for (const x of layer(d)) counts.set(x, (counts.get(x) ?? 0) + 1);
    return [...counts.keys()].filter((x) => counts.get(x)! >= least).sort();
  };
  const upos = count((d) => d.upos, 1);
  const feats = count((d) => d.feats, RAREST_FEATS);
  const seen = new Set(documents.flatMap((d) => d.upos.map((tag, i) => `${tag} ${d.feats[i]}`)));
  const featsOf = upos.map((tag) => feats.flatMap((bundle, i) => (seen.has(`${tag} ${bundle}`) ? [i] : [])));
  const xpos = count((d) => d.xpos, 1);
  return { upos, xpos, feats, deprels: count((d) => d.deprels, 1), featsOf, xposOf: pairTags(documents, upos, xpos) };
}

function pairTags(documents: readonly Parsed[], upos: readonly string[], xpos: readonly string[]): number[][] {
  const seen = new Set(documents.flatMap((d) => d.upos.map((tag, i) => `${tag} ${d.xpos[i]}`)));
  return upos.map((tag) => xpos.flatMap((other, k) => (seen.has(`${tag} ${other}`) ? [k] : [])));
}

export function readExamples(
  documents: readonly Parsed[],
  labels: Labels,
  read: (form: string) => WordRows,
): Example[] {
  const index = (names: readonly string[]) => new Map(names.map((name, i) => [name, i]));
  const [upos, xpos] = [index(labels.upos), index(labels.xpos)];
  const [feats, deprels] = [index(labels.feats), index(labels.deprels)];
  return documents.flatMap((d) =>
    d.sentences
      .filter(({ start, end }) => end - start <= MAX_TOKENS)
      .map(({ start, end }) => {
        const classes = (layer: readonly string[], ids: Map<string, number>) =>
          Int32Array.from(layer.slice(start, end), (name) => ids.get(name) ?? -1);
        return {
          words: d.tokens.slice(start, end).map(({ text }) => read(text)),
          upos: classes(d.upos, upos),
          xpos: classes(d.xpos, xpos),
          feats: classes(d.feats, feats),
          heads: Int32Array.from(d.heads.slice(start, end), (head) => (head < 0 ? -1 : head - start)),
          deprels: classes(d.deprels, deprels),
          beliefs: null,
        };
      }),
  );
}

/** How far lengths within a batch may differ. */
const LENGTH_NOISE = 6;

/** Sentences of about one length together, batches in random order. */
export function makeBatches(examples: readonly Example[], tokens: number, random: Random): Example[][] {
  const keyed = examples.map((example) => ({ example, key: example.words.length + LENGTH_NOISE * random.next() }));
  keyed.sort((a, b) => a.key - b.key);
  const batches: Example[][] = [];
  let batch: Example[] = [];
  let size = 0;
  for (const { example } of keyed) {
    if (size + example.words.length > tokens && batch.length > 0) {
      batches.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(example);
    size += example.words.length;
  }
  if (batch.length > 0) batches.push(batch);
  return shuffle(batches, random);
}
