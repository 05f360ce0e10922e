import { describe, expect, it } from 'vitest';
import { applyRule, createLemmatiser, readLemmas } from '../../../src/annotate/tag/lemmas';
import { ruleOf, trainLemmas } from '../../../src/annotate/tag/train';
import type { Parsed } from '../../../src/document';

const WORDS: readonly (readonly [string, string, string])[] = [
  ['studies', 'NNS', 'study'],
  ['parties', 'NNS', 'party'],
  ['Countries', 'NNS', 'country'],
  ['cars', 'NNS', 'car'],
  ['dogs', 'NNS', 'dog'],
  ['Banks', 'NNS', 'bank'],
  ['women', 'NNS', 'woman'],
  ['said', 'VBD', 'say'],
  ['walked', 'VBD', 'walk'],
  ['talked', 'VBD', 'talk'],
  ['Iraq', 'NNP', 'Iraq'],
  ['UN', 'NNP', 'UN'],
];

function documentOf(words: typeof WORDS): Parsed {
  return {
    tokens: words.map(([text]) => ({ text, start: 0, end: 0 })),
    xpos: words.map(([, xpos]) => xpos),
    lemmas: words.map(([, , lemma]) => lemma),
  } as unknown as Parsed;
}

describe('lemmas', () => {
  it('are made by a rule that makes them from their form', () => {
    for (const [form, xpos, lemma] of WORDS) expect(applyRule(ruleOf(form, lemma, xpos), form)).toBe(lemma);
  });

  it('of words never seen follow their ending and tag; of odd ones the words seen', () => {
    const lemmatise = createLemmatiser(readLemmas(trainLemmas([documentOf(WORDS)])));
    expect(lemmatise('cities', 'NNS')).toBe('city');
    expect(lemmatise('Tanks', 'NNS')).toBe('tank');
    expect(lemmatise('Women', 'NNS')).toBe('woman');
    expect(lemmatise('said', 'VBD')).toBe('say');
    expect(lemmatise('marked', 'VBD')).toBe('mark');
    expect(lemmatise('Baghdad', 'NNP')).toBe('Baghdad');
    expect(lemmatise('constructor', 'NN')).toBe('constructor');
  });
});
