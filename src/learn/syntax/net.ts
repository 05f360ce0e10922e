/**
 * The net of tags and trees. One encoder (word features -> two bidirectional LSTMs), heads for UPOS, XPOS and features,
 * and for the tree: biaffine arcs (Dozat and Manning 2017) with what each word thinks of distances, and relations.
 * The rooms encode, tag and parse each run their part of it; training runs it whole.
 */
import { addInto, affine, concatenate, dropOut, gather, layerNorm, multiplyEach, relu } from '../layers';
import {
  addLstm,
  bidirectionalLstm,
  bidirectionalLstmOf,
  type LstmWeights,
  type Packing,
  projectInputs,
} from '../lstm';
import type { Parameter, ParameterSet } from '../parameters';
import type { Tape, Tensor } from '../tape';
import type { Vectors } from '../vectors';
import { addWordTables, embedWords, type WordRows, type WordTables } from '../words';

/** The classes, in the order of their scores. `feats` are whole bundles ("Number=Sing|Person=3"), '' among them. */
export interface Labels {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  readonly deprels: readonly string[];
  /** For each UPOS the indices of the bundles that were seen with it. */
  readonly featsOf: readonly (readonly number[])[];
  /** For each UPOS the indices of the XPOS that go with it. */
  readonly xposOf: readonly (readonly number[])[];
}

export interface SyntaxSizes {
  readonly input: number;
  /** Units of an LSTM, a direction. */
  readonly hidden: number;
  readonly layers: number;
  readonly tag: number;
  readonly arc: number;
  readonly label: number;
  readonly product: number;
}

export const SYNTAX_SIZES: SyntaxSizes = {
  input: 128,
  hidden: 128,
  layers: 2,
  tag: 128,
  arc: 96,
  label: 128,
  product: 64,
};

interface Dense {
  readonly w: Parameter;
  readonly b: Parameter;
}

function addDense(set: ParameterSet, name: string, from: number, to: number): Dense {
  return {
    w: set.add(`${name}.w`, from, to, 'columns', 1 / Math.sqrt(from)),
    b: set.add(`${name}.b`, 1, to, 'floats', 0),
  };
}

export interface EncoderNet {
  readonly words: WordTables;
  readonly input: Dense;
  readonly gain: Parameter;
  readonly bias: Parameter;
  readonly lstms: readonly { readonly forwards: LstmWeights; readonly backwards: LstmWeights }[];
}

export function addEncoder(set: ParameterSet, vectors: Vectors, sizes: SyntaxSizes): EncoderNet {
  const words = addWordTables(set, vectors);
  return {
    words,
    input: addDense(set, 'input', words.width, sizes.input),
    gain: set.add('input.gain', 1, sizes.input, 'floats', 'ones'),
    bias: set.add('input.bias', 1, sizes.input, 'floats', 0),
    lstms: Array.from({ length: sizes.layers }, (_, i) => {
      const width = i === 0 ? sizes.input : 2 * sizes.hidden;
      return {
        forwards: addLstm(set, `lstm${i}.forwards`, width, sizes.hidden),
        backwards: addLstm(set, `lstm${i}.backwards`, width, sizes.hidden),
      };
    }),
  };
}

export interface Dropout {
  readonly word: number;
  readonly input: number;
  readonly layer: number;
  readonly head: number;
}

export const NO_DROPOUT: Dropout = { word: 0, input: 0, layer: 0, head: 0 };

/** What the encoder makes of words by themselves, one row each: the same for a form wherever it stands. */
export function encodeWords(
  tape: Tape,
  net: EncoderNet,
  vectors: Vectors,
  rows: readonly WordRows[],
  dropout: Dropout,
): Tensor {
  const words = dropOut(tape, embedWords(tape, net.words, vectors, rows, dropout.word), dropout.input);
  return layerNorm(tape, affine(tape, words, net.input.w, net.input.b, EMBEDDING_RANGE), net.gain, net.bias);
}

/** Words in packed order -> one row a token, still packed. Changes `words`. */
export function encodeSequences(
  tape: Tape,
  net: EncoderNet,
  words: Tensor,
  packing: Packing,
  dropout: Dropout,
): Tensor {
  const x = dropOut(tape, words, dropout.layer, packing.sequences);
  const { forwards, backwards } = net.lstms[0]!;
  const y = bidirectionalLstm(tape, x, packing, forwards, backwards, INPUT_RANGE);
  return encodeOn(tape, net, dropOut(tape, y, dropout.layer, packing.sequences), packing, dropout);
}

/** The layers after the first, each added to what it reads. */
function encodeOn(tape: Tape, net: EncoderNet, first: Tensor, packing: Packing, dropout: Dropout): Tensor {
  let x = first;
  net.lstms.forEach(({ forwards, backwards }, i) => {
    if (i === 0) return;
    const y = bidirectionalLstm(tape, x, packing, forwards, backwards, i);
    dropOut(tape, y, dropout.layer, packing.sequences);
    x = addInto(tape, y, x);
  });
  return x;
}

/** Floats that `prepareWords` writes for a word. */
export function preparedWidth(sizes: SyntaxSizes): number {
  return 2 * 4 * sizes.hidden;
}

/** Inference: all that the first layer makes of words by themselves, at `out`, one row each. */
export function prepareWords(
  tape: Tape,
  net: EncoderNet,
  vectors: Vectors,
  rows: readonly WordRows[],
  out: number,
): void {
  const { forwards, backwards } = net.lstms[0]!;
  projectInputs(tape, out, encodeWords(tape, net, vectors, rows, NO_DROPOUT), forwards, backwards, INPUT_RANGE);
}

/** Inference from a table of prepared words: packed row i is row `rows[i]` of it. */
export function encodePrepared(tape: Tape, net: EncoderNet, table: number, rows: Int32Array, packing: Packing): Tensor {
  const { forwards, backwards } = net.lstms[0]!;
  const first = bidirectionalLstmOf(tape, table, rows, packing, forwards, backwards);
  return encodeOn(tape, net, first, packing, NO_DROPOUT);
}

/** Both. */
export function encode(
  tape: Tape,
  net: EncoderNet,
  vectors: Vectors,
  rows: readonly WordRows[],
  packing: Packing,
  dropout: Dropout,
): Tensor {
  return encodeSequences(tape, net, encodeWords(tape, net, vectors, rows, dropout), packing, dropout);
}

const EMBEDDING_RANGE = 8;
const INPUT_RANGE = 16;
/** Largest value of a row of the encoder: each LSTM adds at most 1. */
const encodedRange = (sizes: SyntaxSizes) => sizes.layers;
const HIDDEN_RANGE = 32;

export interface TagNet {
  readonly hidden: Dense;
  readonly out: Dense;
  /** First columns of the scores. */
  readonly xposAt: number;
  readonly featsAt: number;
  readonly range: number;
}

const pad = (n: number) => Math.ceil(n / 8) * 8;

export function addTags(set: ParameterSet, labels: Labels, sizes: SyntaxSizes): TagNet {
  const xposAt = pad(labels.upos.length);
  const featsAt = xposAt + pad(labels.xpos.length);
  return {
    hidden: addDense(set, 'tags.hidden', 2 * sizes.hidden, sizes.tag),
    out: addDense(set, 'tags.out', sizes.tag, featsAt + pad(labels.feats.length)),
    xposAt,
    featsAt,
    range: encodedRange(sizes),
  };
}

export function scoreTags(tape: Tape, net: TagNet, encoded: Tensor, dropout: Dropout): Tensor {
  const hidden = relu(tape, affine(tape, encoded, net.hidden.w, net.hidden.b, net.range));
  return affine(tape, dropOut(tape, hidden, dropout.head), net.out.w, net.out.b, HIDDEN_RANGE);
}

export interface TreeNet {
  readonly dependent: Dense;
  readonly head: Dense;
  /** No bias: what a head offers to every dependent lies in `dependent`'s own. */
  readonly meet: Parameter;
  readonly distance: Dense;
  readonly labelDependent: Dense;
  readonly labelHead: Dense;
  readonly productDependent: Dense;
  readonly productHead: Dense;
  readonly relation: Dense;
  /** Largest value of the encoder's rows. */
  readonly range: number;
}

/** Columns of the distances: -31..31 at 0..62, the root at 63. */
export const DISTANCES = 64;
export const ROOT_COLUMN = 63;
const FARTHEST = 31;

/** The column for a head `offset` tokens to the right (negative: to the left). */
export function distanceColumn(offset: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, offset)) + FARTHEST;
}

export function addTree(set: ParameterSet, labels: Labels, sizes: SyntaxSizes): TreeNet {
  const wide = 2 * sizes.hidden;
  return {
    dependent: addDense(set, 'arcs.dependent', wide, sizes.arc),
    head: addDense(set, 'arcs.head', wide, sizes.arc),
    meet: set.add('arcs.meet', sizes.arc, sizes.arc, 'columns', 1 / Math.sqrt(sizes.arc)),
    distance: addDense(set, 'arcs.distance', sizes.arc, DISTANCES),
    labelDependent: addDense(set, 'labels.dependent', wide, sizes.label),
    labelHead: addDense(set, 'labels.head', wide, sizes.label),
    productDependent: addDense(set, 'labels.productDependent', wide, sizes.product),
    productHead: addDense(set, 'labels.productHead', wide, sizes.product),
    relation: addDense(set, 'labels.relation', sizes.label + sizes.product, pad(labels.deprels.length)),
    range: encodedRange(sizes),
  };
}

/** What `arcScores` multiplies: rows in the order of the tokens. */
export interface ArcParts {
  readonly dependents: Tensor;
  readonly heads: Tensor;
  readonly distances: Tensor;
}

export function arcParts(tape: Tape, net: TreeNet, encoded: Tensor, dropout: Dropout): ArcParts {
  const part = (dense: Dense) =>
    dropOut(tape, relu(tape, affine(tape, encoded, dense.w, dense.b, net.range)), dropout.head);
  const dependents = part(net.dependent);
  const heads = affine(tape, part(net.head), net.meet, null, HIDDEN_RANGE);
  return { dependents, heads, distances: affine(tape, dependents, net.distance.w, net.distance.b, HIDDEN_RANGE) };
}

/**
 * Scores of one sentence of n tokens from row `start`: [n, n + 1], row i the heads of token i: column 0 the root,
 * column j + 1 token j; -Infinity for the token itself. Valid until the arena is released.
 */
export function arcScores(tape: Tape, parts: ArcParts, start: number, n: number): Float32Array {
  const { kernels, floats } = tape.arena;
  const width = parts.dependents.columns;
  const padded = pad(n);
  const products = tape.arena.allocate(n * padded * 4);
  const mark = tape.arena.mark();
  const packed = tape.arena.allocate(width * padded * 4);
  const row = start * width * 4;
  kernels.pack(packed, parts.heads.at + row, 1, width, width, n);
  kernels.multiply(products, padded, parts.dependents.at + row, width, 1, packed, n, padded, width, 0);
  tape.arena.release(mark);
  const out = tape.arena.allocate(n * (n + 1) * 4) >> 2;
  for (let i = 0; i < n; i++) {
    const p = (products >> 2) + i * padded;
    const d = (parts.distances.at >> 2) + (start + i) * DISTANCES;
    const o = out + i * (n + 1);
    floats[o] = floats[d + ROOT_COLUMN]!;
    for (let j = 0; j < n; j++) floats[o + 1 + j] = floats[p + j]! + floats[d + distanceColumn(j - i)]!;
    floats[o + 1 + i] = -Infinity;
  }
  return floats.subarray(out, out + n * (n + 1));
}

/** Takes the gradient at the scores of `arcScores` back to the parts. */
export function arcScoresBack(tape: Tape, parts: ArcParts, start: number, n: number, gradient: Float32Array): void {
  const { kernels, floats } = tape.arena;
  const width = parts.dependents.columns;
  const padded = pad(n);
  const mark = tape.arena.mark();
  const g = tape.arena.allocate(n * padded * 4);
  floats.fill(0, g >> 2, (g >> 2) + n * padded);
  for (let i = 0; i < n; i++) {
    const d = (parts.distances.gradient >> 2) + (start + i) * DISTANCES;
    floats[d + ROOT_COLUMN] = floats[d + ROOT_COLUMN]! + gradient[i * (n + 1)]!;
    for (let j = 0; j < n; j++) {
      const value = gradient[i * (n + 1) + 1 + j]!;
      floats[(g >> 2) + i * padded + j] = value;
      const column = d + distanceColumn(j - i);
      floats[column] = floats[column]! + value;
    }
  }
  const row = start * width * 4;
  const packed = tape.arena.allocate(n * width * 4);
  kernels.pack(packed, parts.heads.at + row, width, 1, n, width);
  kernels.multiply(parts.dependents.gradient + row, width, g, padded, 1, packed, n, width, n, 1);
  kernels.pack(packed, parts.dependents.at + row, width, 1, n, width);
  kernels.multiply(parts.heads.gradient + row, width, g, 1, padded, packed, n, width, n, 1);
  tape.arena.release(mark);
}

/** Scores of the relations; `heads`: row of each token's head, -1 for the root. */
export function scoreRelations(tape: Tape, net: TreeNet, encoded: Tensor, heads: Int32Array, dropout: Dropout): Tensor {
  const part = (dense: Dense) => affine(tape, encoded, dense.w, dense.b, net.range);
  const sums = relu(tape, addInto(tape, gather(tape, part(net.labelHead), heads), part(net.labelDependent)));
  const products = multiplyEach(tape, part(net.productDependent), gather(tape, part(net.productHead), heads));
  const both = dropOut(tape, concatenate(tape, [sums, products]), dropout.head);
  return affine(tape, both, net.relation.w, net.relation.b, HIDDEN_RANGE);
}

/** What relations are scored from, row for row: what each token brings as dependent and as head. */
export interface RelationParts {
  readonly dependent: Tensor;
  readonly head: Tensor;
  readonly productDependent: Tensor;
  readonly productHead: Tensor;
}

export function relationParts(tape: Tape, net: TreeNet, encoded: Tensor): RelationParts {
  const part = (dense: Dense) => affine(tape, encoded, dense.w, dense.b, net.range);
  return {
    dependent: part(net.labelDependent),
    head: part(net.labelHead),
    productDependent: part(net.productDependent),
    productHead: part(net.productHead),
  };
}

/** Inference: scores as `scoreRelations` gives them, for any pairs of rows (head -1: the root). */
export function scorePairs(
  tape: Tape,
  net: TreeNet,
  parts: RelationParts,
  dependents: Int32Array,
  heads: Int32Array,
): Tensor {
  const of = (part: Tensor, rows: Int32Array) => gather(tape, part, rows);
  const sums = relu(tape, addInto(tape, of(parts.head, heads), of(parts.dependent, dependents)));
  const products = multiplyEach(tape, of(parts.productDependent, dependents), of(parts.productHead, heads));
  return affine(tape, concatenate(tape, [sums, products]), net.relation.w, net.relation.b, HIDDEN_RANGE);
}
