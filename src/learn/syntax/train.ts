/** Teaches the net of tags and trees from gold documents. Pure: the same documents, vectors and options, the same net. */
import type { Parsed } from '../../document';
import { writeContainer } from '../container';
import { createArena } from '../kernels';
import { gather } from '../layers';
import { softmaxLoss, softmaxLossSoft, softmaxRow, softmaxRowSoft } from '../losses';
import { packSequences } from '../lstm';
import { ADAM, createAdam, createParameters, type ParameterSet, swapMeans } from '../parameters';
import { createRandom, type Random, shuffle } from '../random';
import { back, createTape, type Tape, type Tensor } from '../tape';
import type { Vectors } from '../vectors';
import { roundParameters } from '../weights';
import { createWordReader } from '../words';
import { collectLabels, type Example, makeBatches, readExamples } from './examples';
import {
  type ArcParts,
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
import type { SyntaxWeights } from './read';
import { addBeliefs, examplesOf } from './teachers';

export interface SyntaxOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly batchTokens: number;
  readonly rate: number;
  readonly keep: number;
  readonly dropout: Dropout;
  /** With teachers: what part of its belief the gold tree has, and how many tokens of plain text an epoch adds. */
  readonly trust: number;
  readonly plainTokens: number;
  readonly sizes: SyntaxSizes;
}

export const SYNTAX_OPTIONS: SyntaxOptions = {
  seed: 1,
  epochs: 20,
  batchTokens: 950,
  rate: 2e-3,
  keep: 0.998,
  dropout: { word: 0.1, input: 0.15, layer: 0.25, head: 0.25 },
  trust: 0.5,
  plainTokens: 230_000,
  sizes: SYNTAX_SIZES,
};

const ARENA_MEGABYTES = 512;

export interface Progress {
  readonly epoch: number;
  readonly epochs: number;
  readonly batch: number;
  readonly batches: number;
  /** Mean losses a token since the last report. */
  readonly losses: Readonly<Record<string, number>>;
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
  const packedWords = Array.from(packing.places, (place) => words[place]!);
  const encoded = gather(tape, encode(tape, net.encoder, vectors, packedWords, packing, dropout), packing.rowOf);
  const each = 1 / words.length;
  const learn = (layer: 'upos' | 'xpos' | 'feats' | 'deprels', scores: Tensor, from: number) => {
    const classes = labels[layer].length;
    const weight = LOSS_WEIGHTS[layer] * each;
    if (layer === 'feats' || batch[0]!.beliefs === null) {
      return softmaxLoss(tape, scores, classes, joinIntegers(batch.map((e) => e[layer])), weight, from);
    }
    return softmaxLossSoft(tape, scores, classes, joinFloats(batch.map((e) => e.beliefs![layer])), weight, from);
  };
  const tags = scoreTags(tape, net.tags, encoded, dropout);
  const upos = learn('upos', tags, 0);
  const xpos = learn('xpos', tags, net.tags.xposAt);
  const feats = learn('feats', tags, net.tags.featsAt);
  const heads = new Int32Array(words.length);
  let start = 0;
  for (const example of batch) {
    example.heads.forEach((head, i) => {
      heads[start + i] = head < 0 ? -1 : start + head;
    });
    start += example.words.length;
  }
  const deprels = learn('deprels', scoreRelations(tape, net.tree, encoded, heads, dropout), 0);
  const arcs = learnArcs(tape, arcParts(tape, net.tree, encoded, dropout), batch, LOSS_WEIGHTS.arcs * each);
  back(tape);
  return { upos, xpos, feats, deprels, arcs };
}

function learnArcs(tape: Tape, parts: ArcParts, batch: readonly Example[], weight: number): number {
  let loss = 0;
  let start = 0;
  for (const { heads, beliefs } of batch) {
    const n = heads.length;
    const mark = tape.arena.mark();
    const scores = arcScores(tape, parts, start, n);
    const gradient = new Float32Array(scores.length);
    for (let i = 0; i < n; i++) {
      const from = i * (n + 1);
      const [row, slope] = [
        { values: scores, from },
        { values: gradient, from },
      ];
      loss +=
        beliefs === null
          ? softmaxRow(row, slope, n + 1, heads[i]! + 1, weight)
          : softmaxRowSoft(row, slope, n + 1, { values: beliefs.arcs, from }, weight);
    }
    arcScoresBack(tape, parts, start, n, gradient);
    tape.arena.release(mark);
    start += n;
  }
  return loss;
}

function joinIntegers(parts: readonly Int32Array[]): Int32Array {
  const out = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function joinFloats(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** What trained nets add to the gold trees. */
export interface Teaching {
  readonly teachers: readonly SyntaxWeights[];
  /** Sentences without trees (their words), to be learnt as the teachers read them. */
  readonly text: readonly (readonly string[])[];
}

/** Longer sentences of plain text are mostly lists and tables. */
const LONGEST_PLAIN_SENTENCE = 70;

/** About `tokens` tokens' worth of the examples, drawn anew. */
function sample(examples: readonly Example[], tokens: number, random: Random): Example[] {
  const drawn: Example[] = [];
  let left = tokens;
  for (const example of shuffle([...examples], random)) {
    if (left <= 0) break;
    drawn.push(example);
    left -= example.words.length;
  }
  return drawn;
}

/**
 * `report` is called now and then; `afterEpoch` with a function that gives the weight file as it stands (of the running
 * means), to be scored on dev.
 */
export function trainSyntax(
  documents: readonly Parsed[],
  vectors: Vectors,
  options: SyntaxOptions,
  teaching: Teaching = { teachers: [], text: [] },
  report: (progress: Progress) => void = () => {},
  afterEpoch: (epoch: number, save: () => Uint8Array) => void = () => {},
): Uint8Array {
  const labels = collectLabels(documents);
  const { teachers, text } = teaching;
  if (teachers.some((teacher) => JSON.stringify(teacher.labels) !== JSON.stringify(labels))) {
    throw new Error('the teachers know other labels than the gold documents');
  }
  const gold = readExamples(documents, labels, createWordReader(vectors));
  const examples = teachers.length === 0 ? gold : addBeliefs(gold, teachers, options.trust);
  const plain =
    teachers.length === 0
      ? []
      : examplesOf(
          text.filter(({ length }) => length <= LONGEST_PLAIN_SENTENCE),
          teachers,
        );
  const arena = createArena(ARENA_MEGABYTES);
  const random = createRandom(options.seed);
  const set = createParameters(arena, random);
  const net = {
    encoder: addEncoder(set, vectors, options.sizes),
    tags: addTags(set, labels, options.sizes),
    tree: addTree(set, labels, options.sizes),
  };
  const save = () => saveSyntax(set, labels, vectors, options);
  const draw = (r: Random) =>
    makeBatches([...examples, ...sample(plain, options.plainTokens, r)], options.batchTokens, r);
  const perEpoch = draw(createRandom(options.seed)).length;
  const step = createAdam(set, { ...ADAM, rate: options.rate, keep: options.keep, steps: perEpoch * options.epochs });
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const batches = draw(random);
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
