/** The net over one article, whatever its length: tokens in, spans out. */
import type { TokenSpan } from '../../document';
import type { Container } from '../../learn/container';
import type { Convention } from '../../learn/corpus/name-types';
import type { Arena } from '../../learn/kernels';
import type { ParameterSet } from '../../learn/parameters';
import { allocateTensor, createTape, floatsOf, type Tensor } from '../../learn/tape';
import type { Vectors } from '../../learn/vectors';
import { readParameters } from '../../learn/weights';
import { createWordReader } from '../../learn/words';
import { batchOf, pieces } from './article';
import { type ArticleFeatures, articleFeatures, EXTRA_COLUMNS, markConvention } from './features';
import { createFormTable } from './forms';
import type { Gazetteers } from './gazetteers';
import { addNameNet, encodeBelow, encodeFirst, type NameNet, SCORE_COLUMNS, scoreAbove, WIDTH } from './net';
import { bestSpans, type TaggedSpan } from './tags';

export type ReadNames = (tokens: readonly string[], starts: readonly number[], convention?: Convention) => TaggedSpan[];

/** SCORE_COLUMNS scores a token, the first TAGS of them of its tags. */
export type ScoreArticle = (
  tokens: readonly string[],
  starts: readonly number[],
  convention?: Convention,
) => Float32Array;

/** Of a weight file. Fails where it was taught with other vectors. */
export function readNet(arena: Arena, file: Container, vectors: Vectors): { set: ParameterSet; net: NameNet } {
  if (file.header['vectors'] !== vectors.hash) throw new Error('the weights of names belong to other word vectors');
  const set = readParameters(arena, file);
  return { set, net: addNameNet(set, vectors) };
}

/** `starts`: where sentences (or paragraphs) begin; names do not cross them. */
export function createNameReader(arena: Arena, net: NameNet, vectors: Vectors, gazetteers: Gazetteers): ReadNames {
  const score = createArticleScorer(arena, net, vectors, gazetteers);
  return (tokens, starts, convention) => {
    const bounds = starts.map((start, i) => ({ start, end: starts[i + 1] ?? tokens.length }));
    return bestSpans(score(tokens, starts, convention), SCORE_COLUMNS, bounds);
  };
}

/** `first`: how the first layer is made; by the table it is faster, and rounded a little differently. `whole`: all as training computes. */
export function createArticleScorer(
  arena: Arena,
  net: NameNet,
  vectors: Vectors,
  gazetteers: Gazetteers,
  first: 'table' | 'whole' = 'table',
): ScoreArticle {
  const encode = first === 'table' ? encodeByTable(arena, net, vectors) : encodeWhole(arena, net, vectors);
  return (tokens, starts, convention) => {
    const features = articleFeatures(tokens, starts, gazetteers);
    if (convention !== undefined) markConvention(features, convention);
    const spans = pieces(tokens.length, starts);
    const below = spans.map((span) => encode(tokens, features, span));
    const means = meansOfForms(below, features.forms);
    const all = new Float32Array(tokens.length * SCORE_COLUMNS);
    spans.forEach((span, p) => {
      const mark = arena.mark();
      const length = span.end - span.start;
      const width = below[p]!.length / length;
      const x = place(arena, below[p]!, width);
      const m = recallMeans(arena, means, features.forms.subarray(span.start, span.end), width);
      const scores = scoreAbove(createTape(arena, null, first === 'whole'), net, x, m, [length]);
      all.set(floatsOf(arena, scores), span.start * SCORE_COLUMNS);
      arena.release(mark);
    });
    return all;
  };
}

type EncodePiece = (tokens: readonly string[], features: ArticleFeatures, span: TokenSpan) => Float32Array;

function encodeByTable(arena: Arena, net: NameNet, vectors: Vectors): EncodePiece {
  const table = createFormTable(arena, net, vectors);
  return (tokens, { extra }, { start, end }) => {
    const mark = arena.mark();
    const tape = createTape(arena, null);
    const first = allocateTensor(tape, end - start, WIDTH);
    table.write(tokens, extra, start, end, arena.floats, first.at >> 2);
    const copy = floatsOf(arena, encodeFirst(tape, net, first, [end - start])).slice();
    arena.release(mark);
    return copy;
  };
}

/** As in training. */
function encodeWhole(arena: Arena, net: NameNet, vectors: Vectors): EncodePiece {
  const read = createWordReader(vectors);
  return (tokens, { extra }, span) => {
    const mark = arena.mark();
    const batch = batchOf([{ words: tokens.map(read), extra, columns: EXTRA_COLUMNS, span }]);
    const copy = floatsOf(arena, encodeBelow(createTape(arena, null, true), net, vectors, batch)).slice();
    arena.release(mark);
    return copy;
  };
}

/** For each form that comes again the mean of its vectors, over all pieces of the article. */
function meansOfForms(below: readonly Float32Array[], forms: Int32Array): Map<number, Float32Array> {
  const width = below.reduce((sum, piece) => sum + piece.length, 0) / forms.length;
  const counts = new Map<number, number>();
  for (const form of forms) if (form >= 0) counts.set(form, (counts.get(form) ?? 0) + 1);
  const means = new Map<number, Float32Array>();
  let word = 0;
  for (const piece of below) {
    for (let at = 0; at < piece.length; at += width, word++) {
      const form = forms[word]!;
      if (form < 0) continue;
      let mean = means.get(form);
      if (mean === undefined) {
        mean = new Float32Array(width);
        means.set(form, mean);
      }
      const by = 1 / counts.get(form)!;
      for (let j = 0; j < width; j++) mean[j] = mean[j]! + piece[at + j]! * by;
    }
  }
  return means;
}

/** As `recall`, with means that are there already. */
function recallMeans(arena: Arena, means: ReadonlyMap<number, Float32Array>, forms: Int32Array, width: number): Tensor {
  const at = arena.allocate(forms.length * width * 4);
  forms.forEach((form, row) => {
    const to = (at >> 2) + row * width;
    const mean = means.get(form);
    if (mean === undefined) arena.floats.fill(0, to, to + width);
    else arena.floats.set(mean, to);
  });
  return { at, rows: forms.length, columns: width, gradient: 0 };
}

function place(arena: Arena, values: Float32Array, columns: number): Tensor {
  const at = arena.allocate(values.length * 4);
  arena.floats.set(values, at >> 2);
  return { at, rows: values.length / columns, columns, gradient: 0 };
}
