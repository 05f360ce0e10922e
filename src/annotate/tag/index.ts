/** UPOS, XPOS, features and lemmas from the encoder's vectors. */
import type { Tagged, Tokenised } from '../../document';
import { createArena } from '../../learn/kernels';
import { addTags, NO_DROPOUT, scoreTags, type TagNet } from '../../learn/syntax/net';
import type { SyntaxWeights } from '../../learn/syntax/read';
import { allocateTensor, createTape } from '../../learn/tape';
import { readParameters } from '../../learn/weights';
import { createLemmatiser, type LemmaRules } from './lemmas';

export { type LemmaRules, readLemmas } from './lemmas';

const ARENA_MEGABYTES = 32;
const GROUP_TOKENS = 1024;

/** What `createEncoder` makes: row i is token i. */
export interface TokenVectors {
  readonly width: number;
  readonly values: Float32Array;
}

export function createTagger(
  weights: SyntaxWeights,
  lemmas: LemmaRules,
): (doc: Tokenised, encoding: TokenVectors) => Tagged {
  const arena = createArena(ARENA_MEGABYTES);
  const net = addTags(readParameters(arena, weights.file), weights.labels, weights.sizes);
  const lemmatise = createLemmatiser(lemmas, (form) => weights.vectors.find(form) >= 0);
  const choose = createChooser(weights, net);
  return (doc, { width, values }) => {
    const [upos, xpos, feats, lemmaOf]: [string[], string[], string[], string[]] = [[], [], [], []];
    for (let start = 0; start < doc.tokens.length; start += GROUP_TOKENS) {
      const end = Math.min(doc.tokens.length, start + GROUP_TOKENS);
      const mark = arena.mark();
      const tape = createTape(arena, null);
      const encoded = allocateTensor(tape, end - start, width);
      arena.floats.set(values.subarray(start * width, end * width), encoded.at >> 2);
      const scores = scoreTags(tape, net, encoded, NO_DROPOUT);
      for (let i = start; i < end; i++) {
        const tags = choose(arena.floats, (scores.at >> 2) + (i - start) * scores.columns);
        upos.push(tags.upos);
        xpos.push(tags.xpos);
        feats.push(tags.feats);
        lemmaOf.push(lemmatise(doc.tokens[i]!.text, tags.xpos));
      }
      arena.release(mark);
    }
    return { ...doc, upos, xpos, feats, lemmas: lemmaOf };
  };
}

/** The best pair of UPOS and XPOS that go together, and the best bundle of features that was seen with that UPOS. */
function createChooser(weights: SyntaxWeights, net: TagNet) {
  const { labels } = weights;
  const tags = Int32Array.from(labels.xposOf.flatMap((others, u) => others.map(() => u)));
  const others = Int32Array.from(labels.xposOf.flat());
  return (scores: Float32Array, at: number) => {
    let best = -Infinity;
    let pair = 0;
    for (let i = 0; i < tags.length; i++) {
      const score = scores[at + tags[i]!]! + scores[at + net.xposAt + others[i]!]!;
      if (score > best) {
        best = score;
        pair = i;
      }
    }
    const tag = tags[pair]!;
    let bundle = -1;
    for (const k of labels.featsOf[tag]!) {
      if (bundle < 0 || scores[at + net.featsAt + k]! > scores[at + net.featsAt + bundle]!) bundle = k;
    }
    return {
      upos: labels.upos[tag]!,
      xpos: labels.xpos[others[pair]!]!,
      feats: bundle < 0 ? '' : labels.feats[bundle]!,
    };
  };
}
