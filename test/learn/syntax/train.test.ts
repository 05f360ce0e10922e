import { beforeAll, describe, expect, it } from 'vitest';
import { createEncoder } from '../../../src/annotate/encode';
import { createParser } from '../../../src/annotate/parse';
import { createTagger } from '../../../src/annotate/tag';
import type { Parsed } from '../../../src/document';
import { readSyntax } from '../../../src/learn/syntax/read';
import { SYNTAX_OPTIONS, type SyntaxOptions, trainSyntax } from '../../../src/learn/syntax/train';
import { readVectors, type Vectors } from '../../../src/learn/vectors';
import { packVectors } from '../../../src/learn/vectors-train';

/** word/tag/head (from 1, 0: root)/relation */
const TREES = [
  'The/DET/2/det minister/NOUN/3/nsubj called/VERB/0/root him/PRON/3/obj',
  'Police/NOUN/2/nsubj left/VERB/0/root town/NOUN/2/obj',
  'They/PRON/2/nsubj met/VERB/0/root the/DET/4/det general/NOUN/2/obj',
  'Stop/VERB/0/root',
];

function documentOf(lines: readonly string[]): Parsed {
  const columns = lines.map((line) => line.split(' ').map((word) => word.split('/')));
  const flat = columns.flat();
  let start = 0;
  const heads: number[] = [];
  const sentences = columns.map((words) => {
    for (const word of words) heads.push(word[2] === '0' ? -1 : start + Number(word[2]) - 1);
    start += words.length;
    return { start: start - words.length, end: start, paragraph: 0, title: false };
  });
  const upos = flat.map((word) => word[1]!);
  return {
    article: { id: 'x', text: '' } as Parsed['article'],
    tokens: flat.map((word) => ({ text: word[0]!, start: 0, end: 0 })),
    sentences,
    upos,
    xpos: upos,
    lemmas: upos.map(() => 'x'),
    feats: upos.map((tag) => (tag === 'NOUN' ? 'Number=Sing' : '')),
    heads,
    deprels: flat.map((word) => word[3]!),
  };
}

const OPTIONS: SyntaxOptions = {
  ...SYNTAX_OPTIONS,
  epochs: 150,
  batchTokens: 8,
  rate: 5e-3,
  keep: 0.9,
  plainTokens: 20,
  sizes: { input: 16, hidden: 16, layers: 2, tag: 16, arc: 16, label: 16, product: 16 },
};

describe('training of tags and trees', () => {
  const gold = documentOf(TREES);
  let vectors: Vectors;
  let bytes: Uint8Array;
  beforeAll(() => {
    const words = [...new Set(gold.tokens.map(({ text }) => text.toLowerCase()))];
    const vector = (word: string) => Array.from({ length: 10 }, (_, i) => Math.sin(words.indexOf(word) * 7 + i * i));
    vectors = readVectors(packVectors({ words, vector }, { seed: 1, words: 99, width: 8 }, {}));
    bytes = trainSyntax([gold], vectors, OPTIONS);
  });

  const annotate = (weights: Uint8Array) => {
    const syntax = readSyntax(weights, vectors);
    const encoding = createEncoder(syntax)(gold);
    return createParser(syntax)(createTagger(syntax, { endings: {}, words: {} })(gold, encoding), encoding);
  };

  it('learns its few sentences by heart', () => {
    const guess = annotate(bytes);
    expect(guess.upos).toEqual(gold.upos);
    expect(guess.feats).toEqual(gold.feats);
    expect(guess.heads).toEqual(gold.heads);
    expect(guess.deprels).toEqual(gold.deprels);
  });

  it('gives the same bytes for the same seed, others for another', () => {
    const short = { ...OPTIONS, epochs: 2 };
    const again = () => Buffer.from(trainSyntax([gold], vectors, short)).toString('base64');
    expect(again()).toBe(again());
    const other = Buffer.from(trainSyntax([gold], vectors, { ...short, seed: 2 })).toString('base64');
    expect(other).not.toBe(again());
  });

  it('learns from what teachers think, of plain text too', () => {
    const teaching = {
      teachers: [readSyntax(bytes, vectors)],
      text: [
        ['Police', 'met', 'him'],
        ['Stop', 'him'],
      ],
    };
    const guess = annotate(trainSyntax([gold], vectors, OPTIONS, teaching));
    expect(guess.upos).toEqual(gold.upos);
    expect(guess.deprels).toEqual(gold.deprels);
  });

  it('refuses weights that were taught with other vectors', () => {
    const others = { ...vectors, hash: 'other' };
    expect(() => readSyntax(bytes, others)).toThrow('other word vectors');
  });
});
