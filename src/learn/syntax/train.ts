/** Teaches the net of tags and trees from gold documents. Pure: the same documents, vectors and options, the same net. */
import type { Parsed } from '../../document';
import { writeContainer } from '../container';
import { createArena } from '../kernels';
import { gather } from '../layers';
import { softmaxLoss, softmaxRow } from '../losses';
import { packSequences } from '../lstm';
import { ADAM, createAdam, createParameters, type ParameterSet, swapMeans } from '../parameters';
import { createRandom, type Random, shuffle } from '../random';
import { back, createTape, type Tape } from '../tape';
import type { Vectors } from '../vectors';
import { roundParameters } from '../weights';
import { createWordReader, type WordRows } from '../words';
import {
  addEncoder,
  addTags,
  addTree,
  arcParts,
  arcScores,
  arcScoresBack,
  type Dropout,
  encode,
  type Labels,
  SYNTAX_SIZES,
  type SyntaxSizes,
  scoreRelations,
  scoreTags,
} from './net';

export interface SyntaxOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly batchTokens: number;
  readonly rate: number;
  readonly keep: number;
  readonly dropout: Dropout;
  readonly sizes: SyntaxSizes;
}

export const SYNTAX_OPTIONS: SyntaxOptions = {
  seed: 1,
  epochs: 12,
  batchTokens: 950,
  rate: 2e-3,
  keep: 0.998,
  dropout: { word: 0.1, input: 0.15, layer: 0.25, head: 0.25 },
  sizes: SYNTAX_SIZES,
};

/** Bundles of features that are rarer are not learnt. */
const RAREST_FEATS = 3;
/** Longer sentences teach nothing more and cost the square of their length. */
const MAX_TOKENS = 160;
const ARENA_MEGABYTES = 512;

/** A sentence as the net sees it: classes, and heads as index into the sentence, -1 for the root. */
interface Example {
  readonly words: readonly WordRows[];
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly feats: Int32Array;
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
}

export interface Progress {
  readonly epoch: number;
  readonly epochs: number;
  readonly batch: number;
  readonly batches: number;
  /** Mean losses a token since the last report. */
  readonly losses: Readonly<Record<string, number>>;
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
  return { upos, xpos: count((d) => d.xpos, 1), feats, deprels: count((d) => d.deprels, 1), featsOf };
}

function readExamples(documents: readonly Parsed[], labels: Labels, read: (form: string) => WordRows): Example[] {
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
        };
      }),
  );
}

/** Sentences of about one length together, batches in random order. */
function makeBatches(examples: readonly Example[], tokens: number, random: Random): Example[][] {
  const keyed = examples.map((example) => ({ example, key: example.words.length + 6 * random.next() }));
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

const LOSS_WEIGHTS = { upos: 1, xpos: 1, feats: 0.5, arcs: 1, deprels: 1 };

interface Net {
  readonly encoder: ReturnType<typeof addEncoder>;
  readonly tags: ReturnType<typeof addTags>;
  readonly tree: ReturnType<typeof addTree>;
}

function learnBatch(
  tape: Tape,
  net: Net,
  vectors: Vectors,
  labels: Labels,
  batch: readonly Example[],
  dropout: Dropout,
) {
  const lengths = batch.map(({ words }) => words.length);
  const packing = packSequences(lengths);
  const words = batch.flatMap((example) => example.words);
  const packed = encode(
    tape,
    net.encoder,
    vectors,
    Array.from(packing.places, (place) => words[place]!),
    packing,
    dropout,
  );
  const encoded = gather(tape, packed, packing.rowOf);
  const all = (layer: 'upos' | 'xpos' | 'feats' | 'deprels') => Int32Array.from(batch.flatMap((e) => [...e[layer]]));
  const each = 1 / words.length;
  const tags = scoreTags(tape, net.tags, encoded, dropout);
  const upos = softmaxLoss(tape, tags, labels.upos.length, all('upos'), LOSS_WEIGHTS.upos * each);
  const xpos = softmaxLoss(tape, tags, labels.xpos.length, all('xpos'), LOSS_WEIGHTS.xpos * each, net.tags.xposAt);
  const feats = softmaxLoss(tape, tags, labels.feats.length, all('feats'), LOSS_WEIGHTS.feats * each, net.tags.featsAt);
  const heads = new Int32Array(words.length);
  let start = 0;
  for (const example of batch) {
    example.heads.forEach((head, i) => {
      heads[start + i] = head < 0 ? -1 : start + head;
    });
    start += example.words.length;
  }
  const relations = scoreRelations(tape, net.tree, encoded, heads, dropout);
  const deprels = softmaxLoss(tape, relations, labels.deprels.length, all('deprels'), LOSS_WEIGHTS.deprels * each);
  const parts = arcParts(tape, net.tree, encoded, dropout);
  let arcs = 0;
  start = 0;
  for (const { heads: gold } of batch) {
    const n = gold.length;
    const mark = tape.arena.mark();
    const scores = arcScores(tape, parts, start, n);
    const gradient = new Float32Array(scores.length);
    for (let i = 0; i < n; i++) {
      const at = i * (n + 1);
      arcs += softmaxRow(
        scores.subarray(at, at + n + 1),
        gradient.subarray(at, at + n + 1),
        gold[i]! + 1,
        LOSS_WEIGHTS.arcs * each,
      );
    }
    arcScoresBack(tape, parts, start, n, gradient);
    tape.arena.release(mark);
    start += n;
  }
  back(tape);
  return { upos, xpos, feats, deprels, arcs };
}

/**
 * `report` is called now and then; `afterEpoch` with a function that gives the weight file as it stands (of the running
 * means), to be scored on dev.
 */
export function trainSyntax(
  documents: readonly Parsed[],
  vectors: Vectors,
  options: SyntaxOptions,
  report: (progress: Progress) => void = () => {},
  afterEpoch: (epoch: number, save: () => Uint8Array) => void = () => {},
): Uint8Array {
  const labels = collectLabels(documents);
  const examples = readExamples(documents, labels, createWordReader(vectors));
  const arena = createArena(ARENA_MEGABYTES);
  const random = createRandom(options.seed);
  const set = createParameters(arena, random);
  const net = {
    encoder: addEncoder(set, vectors, options.sizes),
    tags: addTags(set, labels, options.sizes),
    tree: addTree(set, labels, options.sizes),
  };
  const save = () => saveSyntax(set, labels, vectors, options);
  const perEpoch = makeBatches(examples, options.batchTokens, createRandom(options.seed)).length;
  const step = createAdam(set, { ...ADAM, rate: options.rate, keep: options.keep, steps: perEpoch * options.epochs });
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const batches = makeBatches(examples, options.batchTokens, random);
    let sums: Record<string, number> = {};
    let tokens = 0;
    batches.forEach((batch, b) => {
      const mark = arena.mark();
      const losses = learnBatch(createTape(arena, random), net, vectors, labels, batch, options.dropout);
      arena.release(mark);
      step();
      for (const [name, loss] of Object.entries(losses)) sums[name] = (sums[name] ?? 0) + loss;
      tokens += batch.reduce((sum, { words }) => sum + words.length, 0);
      if ((b + 1) % 50 === 0 || b + 1 === batches.length) {
        const losses = Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum / tokens]));
        report({ epoch, epochs: options.epochs, batch: b + 1, batches: batches.length, losses });
        sums = {};
        tokens = 0;
      }
    });
    afterEpoch(epoch, save);
  }
  return save();
}

function saveSyntax(set: ParameterSet, labels: Labels, vectors: Vectors, options: SyntaxOptions): Uint8Array {
  swapMeans(set);
  const { shapes, integers, floats } = roundParameters(set);
  swapMeans(set);
  const header = { name: 'syntax', version: 1, vectors: vectors.hash, options, labels, parameters: shapes };
  return writeContainer(header, [
    { name: 'integers', bytes: integers },
    { name: 'floats', bytes: floats },
  ]);
}
