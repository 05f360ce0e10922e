/**
 * How the namer is taught: pure, from texts with names to the bytes of a weight file. A net may also learn from plain
 * text what other nets say of it (Hinton et al. 2015).
 */
import type { TokenSpan } from '../../document';
import { writeContainer } from '../../learn/container';
import { type Convention, LEARNT_TYPES, type NamedText } from '../../learn/corpus/name-types';
import { type Arena, createArena } from '../../learn/kernels';
import { ADAM, createAdam, createParameters, type ParameterSet, swapMeans } from '../../learn/parameters';
import { createRandom, type Random, shuffle } from '../../learn/random';
import { back, createTape, type Tape, type Tensor } from '../../learn/tape';
import type { Vectors } from '../../learn/vectors';
import { roundParameters } from '../../learn/weights';
import { createWordReader, type WordRows } from '../../learn/words';
import { batchOf, pieces } from './article';
import { type ArticleFeatures, articleFeatures, EXTRA_COLUMNS, markConvention } from './features';
import type { Gazetteers } from './gazetteers';
import { addNameNet, type NameNet, scoreNames } from './net';
import { TAGS, tagsOf } from './tags';

export interface NameTraining {
  readonly seed: number;
  readonly epochs: number;
  readonly batchWords: number;
  readonly rate: number;
  readonly dropValue: number;
  readonly dropWord: number;
  /** How often the net is told whose lines to draw by; else it has to do without. */
  readonly tellConvention: number;
  /** How much teachers' opinion of a text with names counts beside the corpus's. */
  readonly teachersShare: number;
  /** Called after each epoch (and not allowed to change anything). */
  readonly onEpoch?: (epoch: number, lossPerWord: number, namer: { set: ParameterSet; net: NameNet }) => void;
}

export const NAME_TRAINING: NameTraining = {
  seed: 1,
  epochs: 3,
  batchWords: 950,
  rate: 2e-3,
  dropValue: 0.15,
  dropWord: 0.1,
  tellConvention: 0.5,
  teachersShare: 0.5,
};

/** What teachers say: of plain text, or of the texts with names in their order. */
export interface Opinions {
  readonly plain: readonly SilverText[];
  readonly named: readonly SilverText[];
}

/** A text with what teachers say of it. */
export interface SilverText {
  readonly convention: Convention;
  readonly tokens: readonly string[];
  readonly starts: readonly number[];
  /** TAGS probabilities a token. */
  readonly chances: Float32Array;
}

/** One text, ready: all that does not change from epoch to epoch. */
interface Lesson {
  readonly words: readonly WordRows[];
  readonly features: ArticleFeatures;
  readonly told: Float32Array;
  /** For each word the tags that are right, as bits; 0 where nothing is known. */
  readonly allowed: Int32Array;
  /** TAGS probabilities a word, where teachers speak in the place of a corpus; else null. */
  readonly chances: Float32Array | null;
  /** What they count: 1 of plain text. */
  readonly share: number;
}

interface Piece {
  readonly lesson: Lesson;
  readonly span: TokenSpan;
}

export function trainNames(
  texts: readonly NamedText[],
  vectors: Vectors,
  gazetteers: Gazetteers,
  options: NameTraining,
  opinions: Opinions | null = null,
): { bytes: Uint8Array; words: number } {
  const arena = createArena(1024);
  const random = createRandom(options.seed);
  const set = createParameters(arena, random);
  const net = addNameNet(set, vectors);
  const read = createWordReader(vectors);
  const make = (text: Readable, allowed: Int32Array, chances: Float32Array | null, share: number) =>
    lessonOf(text, { allowed, chances, share }, read, gazetteers);
  const all = [
    ...texts.map((text, i) => {
      const chances = opinions?.named[i]?.chances ?? null;
      return make(text, allowedTags(text), chances, chances === null ? 0 : options.teachersShare);
    }),
    ...(opinions?.plain ?? []).map((text) => make(text, new Int32Array(text.tokens.length), text.chances, 1)),
  ].flat();
  const words = all.reduce((sum, { span }) => sum + span.end - span.start, 0);
  const steps = Math.ceil((words * options.epochs) / options.batchWords);
  const step = createAdam(set, { ...ADAM, rate: options.rate, steps });
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const batch of batches(shuffle([...all], random), options.batchWords)) {
      loss += teach(arena, net, vectors, batch, random, options);
      step();
    }
    options.onEpoch?.(epoch, loss / words, { set, net });
  }
  swapMeans(set);
  return { bytes: saveNames(set, vectors), words };
}

/** The parameters' present values as a weight file. */
export function saveNames(set: ParameterSet, vectors: Vectors): Uint8Array {
  const { shapes, integers, floats } = roundParameters(set);
  return writeContainer({ kind: 'names', vectors: vectors.hash, types: LEARNT_TYPES, parameters: shapes }, [
    { name: 'integers', bytes: integers },
    { name: 'floats', bytes: floats },
  ]);
}

interface Readable {
  readonly tokens: readonly string[];
  readonly starts: readonly number[];
  readonly convention: Convention;
}

/** A text's lesson, in pieces. */
function lessonOf(
  text: Readable,
  wanted: Pick<Lesson, 'allowed' | 'chances' | 'share'>,
  read: (form: string) => WordRows,
  gazetteers: Gazetteers,
): Piece[] {
  const features = articleFeatures(text.tokens, text.starts, gazetteers);
  const told = { ...features, extra: features.extra.slice() };
  markConvention(told, text.convention);
  const lesson = { words: text.tokens.map(read), features, told: told.extra, ...wanted };
  return pieces(text.tokens.length, text.starts).map((span) => ({ lesson, span }));
}

const bitsOf = (type: number) => 0b1111 << (1 + 4 * type);
/** Where a corpus is not complete, an unmarked word may also be of these. */
const UNMARKED = 1 | bitsOf(LEARNT_TYPES.indexOf('NORP')) | bitsOf(LEARNT_TYPES.indexOf('MISC'));

function allowedTags(text: NamedText): Int32Array {
  const open = text.complete ? 1 : UNMARKED;
  return tagsOf(text.tokens.length, text.names).map((tag, i) =>
    text.unknown.has(i) ? 0 : tag === 0 ? open : 1 << tag,
  );
}

/** Pieces in their order, about so many words together. */
function* batches(all: readonly Piece[], most: number): Generator<Piece[]> {
  let batch: Piece[] = [];
  let words = 0;
  for (const piece of all) {
    const length = piece.span.end - piece.span.start;
    if (words > 0 && words + length > most) {
      yield batch;
      batch = [];
      words = 0;
    }
    batch.push(piece);
    words += length;
  }
  if (batch.length > 0) yield batch;
}

function teach(
  arena: Arena,
  net: NameNet,
  vectors: Vectors,
  batch: readonly Piece[],
  random: Random,
  options: NameTraining,
): number {
  const mark = arena.mark();
  const tape = createTape(arena, random);
  const parts = batch.map(({ lesson, span }) => {
    const extra = random.next() < options.tellConvention ? lesson.told : lesson.features.extra;
    return { words: lesson.words, extra, columns: EXTRA_COLUMNS, span };
  });
  const { allowed, weights, forms } = join(batch);
  const drop = { word: options.dropWord, value: options.dropValue };
  const scores = scoreNames(tape, net, vectors, batchOf(parts), forms, drop);
  let loss = allowedLoss(tape, scores, allowed, weights);
  let row = 0;
  for (const { lesson, span } of batch) {
    const weight = lesson.share / scores.rows;
    if (lesson.chances !== null) loss += chancesLoss(tape, scores, row, lesson.chances, span, weight);
    row += span.end - span.start;
  }
  back(tape);
  arena.release(mark);
  return loss;
}

/** Forms of one lesson keep their numbers over its pieces in the batch. */
function join(batch: readonly Piece[]): { allowed: Int32Array; weights: Float32Array; forms: Int32Array } {
  const length = batch.reduce((sum, { span }) => sum + span.end - span.start, 0);
  const [allowed, weights, forms] = [new Int32Array(length), new Float32Array(length), new Int32Array(length)];
  const lessons = [...new Set(batch.map(({ lesson }) => lesson))];
  let at = 0;
  for (const { lesson, span } of batch) {
    const base = lessons.indexOf(lesson);
    for (let i = span.start; i < span.end; i++, at++) {
      allowed[at] = lesson.allowed[i]!;
      weights[at] = (1 - lesson.share) / length;
      const form = lesson.features.forms[i]!;
      forms[at] = form < 0 ? -1 : form * lessons.length + base;
    }
  }
  return { allowed, weights, forms };
}

/**
 * -log of the probability that the tag is one of those allowed, summed over the rows; writes the gradient, times the
 * row's weight. With one allowed tag it is the cross entropy.
 */
export function allowedLoss(tape: Tape, scores: Tensor, allowed: Int32Array, weights: Float32Array): number {
  const { floats } = tape.arena;
  const p = new Float64Array(TAGS);
  let loss = 0;
  for (let i = 0; i < scores.rows; i++) {
    const bits = allowed[i]!;
    if (bits === 0) continue;
    const at = (scores.at >> 2) + i * scores.columns;
    const to = (scores.gradient >> 2) + i * scores.columns;
    let max = -Infinity;
    for (let t = 0; t < TAGS; t++) max = Math.max(max, floats[at + t]!);
    let [sum, right] = [0, 0];
    for (let t = 0; t < TAGS; t++) {
      p[t] = Math.exp(floats[at + t]! - max);
      sum += p[t]!;
      if ((bits >> t) & 1) right += p[t]!;
    }
    loss += Math.log(sum) - Math.log(right);
    const weight = weights[i]!;
    for (let t = 0; t < TAGS; t++) {
      const wanted = (bits >> t) & 1 ? p[t]! / right : 0;
      floats[to + t] = floats[to + t]! + weight * (p[t]! / sum - wanted);
    }
  }
  return loss;
}

/** Cross entropy with probabilities: those of the words of `span`, whose first row of scores is `row`. */
export function chancesLoss(
  tape: Tape,
  scores: Tensor,
  row: number,
  chances: Float32Array,
  span: TokenSpan,
  weight: number,
): number {
  const { floats } = tape.arena;
  const p = new Float64Array(TAGS);
  let loss = 0;
  for (let i = span.start; i < span.end; i++) {
    const at = (scores.at >> 2) + (row + i - span.start) * scores.columns;
    const to = (scores.gradient >> 2) + (row + i - span.start) * scores.columns;
    let max = -Infinity;
    for (let t = 0; t < TAGS; t++) max = Math.max(max, floats[at + t]!);
    let sum = 0;
    for (let t = 0; t < TAGS; t++) {
      p[t] = Math.exp(floats[at + t]! - max);
      sum += p[t]!;
    }
    for (let t = 0; t < TAGS; t++) {
      const wanted = chances[i * TAGS + t]!;
      if (wanted > 0) loss -= wanted * (floats[at + t]! - max - Math.log(sum));
      floats[to + t] = floats[to + t]! + weight * (p[t]! / sum - wanted);
    }
  }
  return loss;
}
