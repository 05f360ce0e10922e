import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEncoder } from '../../src/annotate/encode';
import { createParser } from '../../src/annotate/parse';
import { createTagger, readLemmas } from '../../src/annotate/tag';
import type { Parsed, Tokenised } from '../../src/document';
import { ingest } from '../../src/ingest';
import { verifyContainer } from '../../src/learn/container';
import { readSyntax } from '../../src/learn/syntax/read';
import { readVectors } from '../../src/learn/vectors';

/** Of the tags and trees of SENTENCES; changes with the weights and with nothing else. */
const PREDICTIONS = 'ddafa0e09e7aa5e8245d44424ad7ba9a1e3f1eb3f47aded81c2f5fcd61dc4645';

const SENTENCES = [
  'The foreign minister of Chile rebuffed the proposal on Tuesday .',
  'Two of her drivers were wounded when a shell hit the convoy , police said .',
  '" We have n\'t asked anybody to leave , " Col. Maria Prieto told reporters in Geneva .',
  'Talks , which the bank said Athens had proposed , were put off until 2021 .',
  'US-backed fighters , most of them Kurds , captured 1,200 km² of land near Qaim .',
  '🙂 שלום , naïve façade !!! http://example.org/a?b=c',
];

const read = (name: string) => fs.readFileSync(path.join(__dirname, '../../data/models', `${name}.bin`));

function documentOf(sentences: readonly string[]): Tokenised {
  const article = ingest({ id: 'fixed', text: sentences.join('\n') });
  const tokens: { text: string; start: number; end: number }[] = [];
  const spans = sentences.map((line) => {
    const start = tokens.length;
    for (const text of line.split(' ')) tokens.push({ text, start: 0, end: 0 });
    return { start, end: tokens.length, paragraph: 0, title: false };
  });
  return { article, tokens, sentences: spans };
}

describe('the trained weights of syntax', () => {
  let annotate: (doc: Tokenised) => Parsed;
  beforeAll(() => {
    const weights = readSyntax(read('syntax'), readVectors(read('vectors')));
    const encode = createEncoder(weights);
    const tag = createTagger(weights, readLemmas(read('lemmas')));
    const parse = createParser(weights);
    annotate = (doc) => {
      const encoding = encode(doc);
      return parse(tag(doc, encoding), encoding);
    };
  });

  it('are whole: what the headers say of the sections is true', () => {
    for (const name of ['vectors', 'syntax', 'lemmas', 'sentences'])
      expect(verifyContainer(read(name)), name).toBe(true);
  });

  it('predict the same on every machine', () => {
    const { upos, xpos, feats, lemmas, heads, deprels } = annotate(documentOf(SENTENCES));
    const all = JSON.stringify({ upos, xpos, feats, lemmas, heads, deprels });
    expect(createHash('sha256').update(all).digest('hex')).toBe(PREDICTIONS);
  });

  it('see a sentence alike, alone and among others, and however often they have seen it', () => {
    const [first, second] = [documentOf(SENTENCES.slice(0, 1)), documentOf(SENTENCES)];
    const n = first.tokens.length;
    const alone = annotate(first);
    const among = annotate(second);
    expect(among.deprels.slice(0, n)).toEqual(alone.deprels);
    expect(among.heads.slice(0, n)).toEqual(alone.heads);
    expect(annotate(first)).toEqual(alone);
  });

  it('give one root and no cycle, in sentences of any length', () => {
    const long = Array.from({ length: 1500 }, (_, i) => ['the', 'general', 'said', 'that', ','][(i * 7) % 5]).join(' ');
    const doc = annotate(documentOf(['Stop !', long, 'x', ...SENTENCES]));
    for (const { start, end } of doc.sentences) {
      const heads = doc.heads.slice(start, end);
      expect(heads.filter((head) => head === -1)).toHaveLength(1);
      const reachesRoot = heads.every((_, i) => {
        let node = start + i;
        for (let steps = 0; steps <= heads.length && node >= start && node < end; steps++) node = doc.heads[node]!;
        return node === -1;
      });
      expect(reachesRoot).toBe(true);
    }
  });

  it('know who did what to whom in plain sentences', () => {
    const { tokens, heads, deprels } = annotate(documentOf(SENTENCES));
    const arc = (word: string) => {
      const i = tokens.findIndex(({ text }) => text === word);
      return `${word} ${deprels[i]} ${heads[i]! < 0 ? '' : tokens[heads[i]!]!.text}`;
    };
    expect([arc('minister'), arc('proposal'), arc('shell'), arc('convoy'), arc('police')]).toEqual([
      'minister nsubj rebuffed',
      'proposal obj rebuffed',
      'shell nsubj hit',
      'convoy obj hit',
      'police nsubj said',
    ]);
  });
});
