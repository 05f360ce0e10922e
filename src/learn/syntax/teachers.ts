/**
 * What trained nets together think of sentences: the mean of their probabilities, for another net to learn from
 * (Hinton et al. 2015; for parsers Kuncoro et al. 2016).
 */
import { createArena } from '../kernels';
import { gather } from '../layers';
import { addSoftmax, argmax } from '../losses';
import { packSequences } from '../lstm';
import { createTape } from '../tape';
import { readParameters } from '../weights';
import { createWordReader } from '../words';
import type { Example } from './examples';
import {
  addEncoder,
  addTags,
  addTree,
  arcParts,
  arcScores,
  encode,
  NO_DROPOUT,
  scoreRelations,
  scoreTags,
} from './net';
import { groupPieces, type SyntaxWeights } from './read';

const ARENA_MEGABYTES = 128;
const GROUP_TOKENS = 1024;

interface Teacher {
  readonly weights: SyntaxWeights;
  readonly net: ReturnType<typeof openNet>;
}

function openNet(weights: SyntaxWeights) {
  const arena = createArena(ARENA_MEGABYTES);
  const set = readParameters(arena, weights.file);
  return {
    arena,
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
  const teachers = weights.map((w): Teacher => ({ weights: w, net: openNet(w) }));
  let at = 0;
  const pieces = examples.map((example) => {
    const piece = { start: at, end: at + example.words.length, example };
    at = piece.end;
    return piece;
  });
  return groupPieces(pieces, GROUP_TOKENS).flatMap((group) =>
    believe(
      group.map(({ example }) => example),
      teachers,
      trust,
    ),
  );
}

function believe(examples: readonly Example[], teachers: readonly Teacher[], trust: number): Example[] {
  const { labels } = teachers[0]!.weights;
  const share = (1 - trust) / teachers.length;
  const found = examples.map(({ words }) => {
    const n = words.length;
    return {
      upos: new Float32Array(n * labels.upos.length),
      xpos: new Float32Array(n * labels.xpos.length),
      deprels: new Float32Array(n * labels.deprels.length),
      arcs: new Float32Array(n * (n + 1)),
      feats: new Float32Array(n * labels.feats.length),
    };
  });
  const starts: number[] = [];
  let rows = 0;
  for (const { words } of examples) {
    starts.push(rows);
    rows += words.length;
  }
  const words = examples.flatMap((example) => example.words);
  const packing = packSequences(examples.map((example) => example.words.length));
  const packedWords = Array.from(packing.places, (place) => words[place]!);
  const open = teachers.map(({ net, weights }) => {
    const mark = net.arena.mark();
    const tape = createTape(net.arena, null);
    const packed = encode(tape, net.encoder, weights.vectors, packedWords, packing, NO_DROPOUT);
    return { net, tape, mark, encoded: gather(tape, packed, packing.rowOf) };
  });
  for (const { net, tape, encoded } of open) {
    const { floats } = net.arena;
    const tags = scoreTags(tape, net.tags, encoded, NO_DROPOUT);
    const parts = arcParts(tape, net.tree, encoded, NO_DROPOUT);
    found.forEach((beliefs, e) => {
      const n = examples[e]!.words.length;
      const spread = (out: Float32Array, classes: number, from: number) => {
        for (let i = 0; i < n; i++) {
          const row = (tags.at >> 2) + (starts[e]! + i) * tags.columns + from;
          addSoftmax(floats.subarray(row, row + classes), out.subarray(i * classes, (i + 1) * classes), share);
        }
      };
      spread(beliefs.upos, labels.upos.length, 0);
      spread(beliefs.xpos, labels.xpos.length, net.tags.xposAt);
      spread(beliefs.feats, labels.feats.length, net.tags.featsAt);
      const mark = net.arena.mark();
      const scores = arcScores(tape, parts, starts[e]!, n);
      for (let i = 0; i < n; i++) {
        const at = i * (n + 1);
        addSoftmax(scores.subarray(at, at + n + 1), beliefs.arcs.subarray(at, at + n + 1), share);
      }
      net.arena.release(mark);
    });
  }
  const heads = examples.map(({ heads: gold, words: { length: n } }, e) =>
    trust > 0 ? gold : Int32Array.from({ length: n }, (_, i) => argmax(found[e]!.arcs, i * (n + 1), n + 1) - 1),
  );
  const rowHeads = new Int32Array(rows);
  heads.forEach((of, e) => {
    of.forEach((head, i) => {
      rowHeads[starts[e]! + i] = head < 0 ? -1 : starts[e]! + head;
    });
  });
  for (const { net, tape, mark, encoded } of open) {
    const relations = scoreRelations(tape, net.tree, encoded, rowHeads, NO_DROPOUT);
    const classes = labels.deprels.length;
    found.forEach(({ deprels }, e) => {
      for (let i = 0; i < examples[e]!.words.length; i++) {
        const row = (relations.at >> 2) + (starts[e]! + i) * relations.columns;
        addSoftmax(
          net.arena.floats.subarray(row, row + classes),
          deprels.subarray(i * classes, (i + 1) * classes),
          share,
        );
      }
    });
    net.arena.release(mark);
  }
  return examples.map((example, e) => {
    const { feats, ...beliefs } = found[e]!;
    const n = example.words.length;
    if (trust > 0) {
      addGold(beliefs.upos, example.upos, labels.upos.length, trust);
      addGold(beliefs.xpos, example.xpos, labels.xpos.length, trust);
      addGold(beliefs.deprels, example.deprels, labels.deprels.length, trust);
      addGold(
        beliefs.arcs,
        example.heads.map((head) => head + 1),
        n + 1,
        trust,
      );
      return { ...example, beliefs };
    }
    const bundles = labels.feats.length;
    return {
      ...example,
      heads: heads[e]!,
      feats: Int32Array.from({ length: n }, (_, i) => argmax(feats, i * bundles, bundles)),
      beliefs,
    };
  });
}

function addGold(beliefs: Float32Array, gold: Int32Array, classes: number, trust: number): void {
  gold.forEach((k, i) => {
    if (k >= 0) beliefs[i * classes + k] = beliefs[i * classes + k]! + trust;
  });
}
