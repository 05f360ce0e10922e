/**
 * The net: embeddings, residual dilated convolutions (Strubell et al. 2017) over the article, the memory of forms half
 * way up, and a score for each tag. One function builds it for training and for inference.
 */
import { addInto, affine, concatenate, dropOut, layerNorm, relu } from '../../learn/layers';
import type { Parameter, ParameterSet } from '../../learn/parameters';
import type { Tape, Tensor } from '../../learn/tape';
import type { Vectors } from '../../learn/vectors';
import { addWordTables, embedWords, type WordRows, type WordTables } from '../../learn/words';
import { EXTRA_COLUMNS } from './features';
import { recall } from './memory';
import { TAGS } from './tags';
import { affineOfWindow } from './window';

export const WIDTH = 128;
const HEAD_WIDTH = 96;
/** Rounded up to a multiple of 8. */
export const SCORE_COLUMNS = Math.ceil(TAGS / 8) * 8;
const LOWER_DILATIONS = [1, 2, 4];
const UPPER_DILATIONS = [1, 2, 1];

interface Affine {
  readonly w: Parameter;
  readonly b: Parameter;
}

interface Block {
  readonly dense: Affine;
  readonly gain: Parameter;
  readonly bias: Parameter;
}

export interface NameNet {
  readonly words: WordTables;
  readonly input: Block;
  readonly lower: readonly Block[];
  readonly memory: Block;
  readonly upper: readonly Block[];
  readonly hidden: Affine;
  readonly scores: Affine;
}

export function addNameNet(set: ParameterSet, vectors: Vectors): NameNet {
  const words = addWordTables(set, vectors);
  const dense = (name: string, rows: number, columns: number): Affine => ({
    w: set.add(`${name}.w`, rows, columns, 'columns', Math.sqrt(1 / rows)),
    b: set.add(`${name}.b`, 1, columns, 'floats', 0),
  });
  const block = (name: string, rows: number): Block => ({
    dense: dense(name, rows, WIDTH),
    gain: set.add(`${name}.gain`, 1, WIDTH, 'floats', 'ones'),
    bias: set.add(`${name}.bias`, 1, WIDTH, 'floats', 0),
  });
  return {
    words,
    input: block('names.input', words.width + EXTRA_COLUMNS),
    lower: LOWER_DILATIONS.map((_, i) => block(`names.lower${i}`, 3 * WIDTH)),
    memory: block('names.memory', 2 * WIDTH),
    upper: UPPER_DILATIONS.map((_, i) => block(`names.upper${i}`, 3 * WIDTH)),
    hidden: dense('names.hidden', WIDTH, HEAD_WIDTH),
    scores: dense('names.scores', HEAD_WIDTH, SCORE_COLUMNS),
  };
}

/** Pieces of articles, one after another. */
export interface NameBatch {
  readonly words: readonly WordRows[];
  /** EXTRA_COLUMNS numbers a word. */
  readonly extra: Float32Array;
  /** Number of words of each piece. */
  readonly lengths: readonly number[];
}

export interface NameDropOut {
  readonly word: number;
  readonly value: number;
}

const NONE: NameDropOut = { word: 0, value: 0 };

/** The lower half: a vector a word. */
export function encodeBelow(
  tape: Tape,
  net: NameNet,
  vectors: Vectors,
  batch: NameBatch,
  drop: NameDropOut = NONE,
): Tensor {
  return encodeFirst(tape, net, firstLayer(tape, net, vectors, batch, drop), batch.lengths, drop);
}

/** Each word by itself, before the first normalisation: a sum of what its form and its features give. */
export function firstLayer(
  tape: Tape,
  net: NameNet,
  vectors: Vectors,
  batch: Pick<NameBatch, 'words' | 'extra'>,
  drop: NameDropOut = NONE,
): Tensor {
  const x = embedWords(tape, net.words, vectors, batch.words, drop.word, EXTRA_COLUMNS);
  const { floats } = tape.arena;
  for (let i = 0; i < x.rows; i++) {
    const from = i * EXTRA_COLUMNS;
    floats.set(batch.extra.subarray(from, from + EXTRA_COLUMNS), (x.at >> 2) + i * x.columns + net.words.width);
  }
  dropOut(tape, x, drop.value);
  return affine(tape, x, net.input.dense.w, net.input.dense.b);
}

/** From the first layer to the middle. */
export function encodeFirst(
  tape: Tape,
  net: NameNet,
  first: Tensor,
  lengths: readonly number[],
  drop: NameDropOut = NONE,
): Tensor {
  const { gain, bias } = net.input;
  return convolveAll(tape, layerNorm(tape, first, gain, bias), net.lower, LOWER_DILATIONS, lengths, drop.value);
}

/** The upper half: from the vectors and what is remembered of them to the scores. */
export function scoreAbove(
  tape: Tape,
  net: NameNet,
  below: Tensor,
  remembered: Tensor,
  lengths: readonly number[],
  drop: NameDropOut = NONE,
): Tensor {
  const { w, b } = net.memory.dense;
  const recalled = affine(tape, concatenate(tape, [below, remembered]), w, b);
  const joined = residual(tape, below, recalled, net.memory, drop.value);
  const top = convolveAll(tape, joined, net.upper, UPPER_DILATIONS, lengths, drop.value);
  const hidden = dropOut(tape, relu(tape, affine(tape, top, net.hidden.w, net.hidden.b)), drop.value);
  return affine(tape, hidden, net.scores.w, net.scores.b);
}

/** Both halves with the memory of this batch alone. `forms` number the words across its pieces. */
export function scoreNames(
  tape: Tape,
  net: NameNet,
  vectors: Vectors,
  batch: NameBatch,
  forms: Int32Array,
  drop: NameDropOut = NONE,
): Tensor {
  const below = encodeBelow(tape, net, vectors, batch, drop);
  return scoreAbove(tape, net, below, recall(tape, below, forms), batch.lengths, drop);
}

function convolveAll(
  tape: Tape,
  x: Tensor,
  blocks: readonly Block[],
  dilations: readonly number[],
  lengths: readonly number[],
  drop: number,
): Tensor {
  return blocks.reduce(
    (y, block, i) =>
      residual(tape, y, affineOfWindow(tape, y, lengths, dilations[i]!, block.dense.w, block.dense.b), block, drop),
    x,
  );
}

/** LayerNorm(x + relu(change)). The sum is written into x: going back needs the relu's values, not those of x. */
function residual(tape: Tape, x: Tensor, change: Tensor, block: Block, drop: number): Tensor {
  return layerNorm(tape, addInto(tape, x, dropOut(tape, relu(tape, change), drop)), block.gain, block.bias);
}
