/**
 * What trained nets together think of sentences: the mean of their probabilities, for another net to learn from
 * (Hinton et al. 2015; for parsers Kuncoro et al. 2016).
 */
import { type Arena, createArena } from '../kernels';
import { gather } from '../layers';
import { addSoftmax, argmax } from '../losses';
import { packSequences } from '../lstm';
import { createTape, type Tape, type Tensor } from '../tape';
import type { Vectors } from '../vectors';
import { readParameters } from '../weights';
import { createWordReader } from '../words';
import type { Beliefs, Example } from './examples';
import {
  addEncoder,
  addTags,
  addTree,
  arcParts,
  arcScores,
  type EncoderNet,
  encode,
  type Labels,
  NO_DROPOUT,
  scoreRelations,
  scoreTags,
  type TagNet,
  type TreeNet,
} from './net';
import { groupPieces, type SyntaxWeights } from './read';

const ARENA_MEGABYTES = 128;
const GROUP_TOKENS = 1024;

interface Teacher {
  readonly arena: Arena;
  readonly vectors: Vectors;
  readonly encoder: EncoderNet;
  readonly tags: TagNet;
  readonly tree: TreeNet;
}

function openTeacher(weights: SyntaxWeights): Teacher {
  const arena = createArena(ARENA_MEGABYTES);
  const set = readParameters(arena, weights.file);
  return {
    arena,
    vectors: weights.vectors,
    encoder: addEncoder(set, weights.vectors, weights.sizes),
    tags: addTags(set, weights.labels, weights.sizes),
    tree: addTree(set, weights.labels, weights.sizes),
  };
}

/** Sentences (their words) without gold: heads, features and classes as the teachers have them. */
export function examplesOf(sentences: readonly (readonly string[])[], teachers: readonly SyntaxWeights[]): Example[] {
  const read = createWordReader(teachers[0]!.vectors);
  const unknown = sentences.map((forms): Example => {
    const words = forms.map(read);
    const none = () => new Int32Array(words.length).fill(-1);
    return { words, upos: none(), xpos: none(), feats: none(), heads: none(), deprels: none(), beliefs: null };
  });
  return addBeliefs(unknown, teachers, 0);
}

/**
 * The teachers' beliefs, mixed with the gold classes, which weigh `trust` (0: the heads are the teachers' own, and so
 * are the relations, given those).
 */
export function addBeliefs(examples: readonly Example[], weights: readonly SyntaxWeights[], trust: number): Example[] {
  const { labels } = weights[0]!;
  const teachers = weights.map(openTeacher);
  let at = 0;
  const pieces = examples.map((example) => {
    const piece = { start: at, end: at + example.words.length, example };
    at = piece.end;
    return piece;
  });
  return groupPieces(pieces, GROUP_TOKENS).flatMap((group) => {
    const lessons = group.map(({ start, example }) => openLesson(example, start - group[0]!.start, labels));
    ask(lessons, teachers, labels, (1 - trust) / teachers.length, trust === 0);
    return lessons.map((lesson) => (trust === 0 ? asRead(lesson, labels) : withGold(lesson, labels, trust)));
  });
}

/** A sentence while the teachers are asked. */
interface Lesson {
  readonly example: Example;
  /** Row of its first token. */
  readonly start: number;
  readonly beliefs: Beliefs;
  readonly feats: Float32Array;
  /** What the relations are asked for. */
  heads: Int32Array;
}

function openLesson(example: Example, start: number, labels: Labels): Lesson {
  const n = example.words.length;
  const beliefs = {
    upos: new Float32Array(n * labels.upos.length),
    xpos: new Float32Array(n * labels.xpos.length),
    deprels: new Float32Array(n * labels.deprels.length),
    arcs: new Float32Array(n * (n + 1)),
  };
  return { example, start, beliefs, feats: new Float32Array(n * labels.feats.length), heads: example.heads };
}

/** Adds each teacher's probabilities, weighed by `share`. `own`: the relations are those of the teachers' own heads. */
function ask(
  lessons: readonly Lesson[],
  teachers: readonly Teacher[],
  labels: Labels,
  share: number,
  own: boolean,
): void {
  const words = lessons.flatMap(({ example }) => example.words);
  const packing = packSequences(lessons.map(({ example }) => example.words.length));
  const packedWords = Array.from(packing.places, (place) => words[place]!);
  const asked = teachers.map((teacher) => {
    const mark = teacher.arena.mark();
    const tape = createTape(teacher.arena, null, true);
    const packed = encode(tape, teacher.encoder, teacher.vectors, packedWords, packing, NO_DROPOUT);
    const encoded = gather(tape, packed, packing.rowOf);
    addTagBeliefs(tape, teacher, encoded, lessons, labels, share);
    addArcBeliefs(tape, teacher, encoded, lessons, share);
    return { teacher, tape, mark, encoded };
  });
  if (own) {
    for (const lesson of lessons) {
      const n = lesson.heads.length;
      lesson.heads = Int32Array.from({ length: n }, (_, i) => argmax(lesson.beliefs.arcs, i * (n + 1), n + 1) - 1);
    }
  }
  for (const { teacher, tape, mark, encoded } of asked) {
    addRelationBeliefs(tape, teacher, encoded, lessons, labels, share);
    teacher.arena.release(mark);
  }
}

/** Adds the probabilities of the rows of a lesson, from a column on. */
function addRows(
  tape: Tape,
  scores: Tensor,
  lesson: Lesson,
  out: Float32Array,
  classes: number,
  from: number,
  share: number,
) {
  const { floats } = tape.arena;
  for (let i = 0; i < lesson.heads.length; i++) {
    const row = (scores.at >> 2) + (lesson.start + i) * scores.columns + from;
    addSoftmax(floats.subarray(row, row + classes), out.subarray(i * classes, (i + 1) * classes), share);
  }
}

function addTagBeliefs(
  tape: Tape,
  { tags }: Teacher,
  encoded: Tensor,
  lessons: readonly Lesson[],
  labels: Labels,
  share: number,
): void {
  const scores = scoreTags(tape, tags, encoded, NO_DROPOUT);
  for (const lesson of lessons) {
    addRows(tape, scores, lesson, lesson.beliefs.upos, labels.upos.length, 0, share);
    addRows(tape, scores, lesson, lesson.beliefs.xpos, labels.xpos.length, tags.xposAt, share);
    addRows(tape, scores, lesson, lesson.feats, labels.feats.length, tags.featsAt, share);
  }
}

function addArcBeliefs(
  tape: Tape,
  { tree }: Teacher,
  encoded: Tensor,
  lessons: readonly Lesson[],
  share: number,
): void {
  const parts = arcParts(tape, tree, encoded, NO_DROPOUT);
  for (const { start, heads, beliefs } of lessons) {
    const n = heads.length;
    const mark = tape.arena.mark();
    const scores = arcScores(tape, parts, start, n);
    for (let i = 0; i < n; i++) {
      const [from, to] = [i * (n + 1), (i + 1) * (n + 1)];
      addSoftmax(scores.subarray(from, to), beliefs.arcs.subarray(from, to), share);
    }
    tape.arena.release(mark);
  }
}

function addRelationBeliefs(
  tape: Tape,
  { tree }: Teacher,
  encoded: Tensor,
  lessons: readonly Lesson[],
  labels: Labels,
  share: number,
): void {
  const rowHeads = new Int32Array(encoded.rows);
  for (const { start, heads } of lessons) {
    heads.forEach((head, i) => {
      rowHeads[start + i] = head < 0 ? -1 : start + head;
    });
  }
  const scores = scoreRelations(tape, tree, encoded, rowHeads, NO_DROPOUT);
  for (const lesson of lessons) {
    addRows(tape, scores, lesson, lesson.beliefs.deprels, labels.deprels.length, 0, share);
  }
}

function asRead({ example, heads, feats, beliefs }: Lesson, labels: Labels): Example {
  const bundles = labels.feats.length;
  const best = Int32Array.from({ length: heads.length }, (_, i) => argmax(feats, i * bundles, bundles));
  return { ...example, heads, feats: best, beliefs };
}

function withGold({ example, beliefs }: Lesson, labels: Labels, trust: number): Example {
  addGold(beliefs.upos, example.upos, labels.upos.length, trust);
  addGold(beliefs.xpos, example.xpos, labels.xpos.length, trust);
  addGold(beliefs.deprels, example.deprels, labels.deprels.length, trust);
  const arcs = example.heads.map((head) => head + 1);
  addGold(beliefs.arcs, arcs, arcs.length + 1, trust);
  return { ...example, beliefs };
}

function addGold(beliefs: Float32Array, gold: Int32Array, classes: number, trust: number): void {
  gold.forEach((k, i) => {
    if (k >= 0) beliefs[i * classes + k] = beliefs[i * classes + k]! + trust;
  });
}
