import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { irregularForms } from '../../../src/annotate/tag/irregular';
import { applyRule, createLemmatiser, readLemmas } from '../../../src/annotate/tag/lemmas';
import { ruleOf, trainLemmas } from '../../../src/annotate/tag/train';
import type { Parsed } from '../../../src/document';
import { readVectors } from '../../../src/learn/vectors';

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
    const lemmatise = createLemmatiser(readLemmas(trainLemmas([documentOf(WORDS)])), () => true);
    expect(lemmatise('cities', 'NNS')).toBe('city');
    expect(lemmatise('Tanks', 'NNS')).toBe('tank');
    expect(lemmatise('Women', 'NNS')).toBe('woman');
    expect(lemmatise('said', 'VBD')).toBe('say');
    expect(lemmatise('marked', 'VBD')).toBe('mark');
    expect(lemmatise('Baghdad', 'NNP')).toBe('Baghdad');
    expect(lemmatise('constructor', 'NN')).toBe('constructor');
  });
});

/** Verbs of more than one syllable that double their last consonant. */
const DOUBLING = new Set(
  (
    'acquit admit annul commit compel concur confer control disbar dispel eavesdrop equip excel expel extol incur occur ' +
    'kidnap omit outwit patrol permit prefer rebel rebut refer regret repel submit transfer transmit unban wiretap upset ' +
    'cancel channel counsel duel fuel initial label level marshal model pummel quarrel signal surveil travel tunnel'
  ).split(' '),
);

/** Forms with their tags, inflected by the grammar's rules. */
function inflect(verb: string): [string, string][] {
  const short = /^(?:[^aeiouy]*|qu|squ)[aeiouy][bdgklmnprtvz]$/.test(verb);
  const stem = verb === 'quiz' ? 'quizz' : short || DOUBLING.has(verb) ? verb + verb.at(-1) : verb;
  const ing = verb.endsWith('ie') ? `${verb.slice(0, -2)}y` : /[^eoy]e$/.test(verb) ? verb.slice(0, -1) : stem;
  const ed = verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  const s = /(?:s|x|z|ch|sh|o)$/.test(verb) ? 'es' : 's';
  const plural = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}${s}`;
  const prefix = /^(?:over|under|out|un|with|re|up|mis|for)(?=...)/.exec(verb)?.[0] ?? '';
  const irregular = irregularForms();
  const own = irregular.get(verb) ?? irregular.get(verb.slice(prefix.length))?.map((form) => prefix + form);
  const pasts = (own ?? [ed]).flatMap((form): [string, string][] => [
    [form, 'VBD'],
    [form, 'VBN'],
  ]);
  return [[`${ing}ing`, 'VBG'], ...pasts, [plural, 'VBZ']];
}

describe('the shipped rules of lemmas', () => {
  const read = (file: string) => fs.readFileSync(path.join(__dirname, '../../../data', file));
  const vectors = readVectors(read('models/vectors.bin'));
  const lemmatise = createLemmatiser(readLemmas(read('models/lemmas.bin')), (form) => vectors.find(form) >= 0);

  it('bring the forms of the event lexicon back to its verbs', () => {
    const rows = read('lexicons/events.tsv').toString('utf8').split('\n');
    const verbs = rows.flatMap((row) => {
      const [, pos, phrase = ''] = row.split('\t');
      return pos === 'verb' ? phrase.split(' ')[0]!.split('/') : [];
    });
    // "quizzes" and verbs with a hyphen are tokens of another make
    const forms = [...new Set(verbs)]
      .filter((verb) => /^[a-z]+$/.test(verb) && verb !== 'quiz')
      .flatMap((verb) => inflect(verb).map(([form, xpos]) => ({ form, verb, lemma: lemmatise(form, xpos) })));
    const wrong = forms.filter(({ verb, lemma }) => lemma !== verb);
    expect(forms.length).toBeGreaterThan(3000);
    expect(wrong.length / forms.length, JSON.stringify(wrong)).toBeLessThan(0.005);
  });

  it('know irregular verbs with their prefixes, doubled consonants and letters put in', () => {
    const pairs = [
      ['overthrew', 'VBD', 'overthrow'],
      ['withheld', 'VBN', 'withhold'],
      ['misled', 'VBD', 'mislead'],
      ['boycotted', 'VBD', 'boycott'],
      ['shelled', 'VBD', 'shell'],
      ['expelled', 'VBN', 'expel'],
      ['trafficked', 'VBN', 'traffic'],
      ['Vetoed', 'VBD', 'veto'],
      ['vying', 'VBG', 'vie'],
      ['raided', 'VBD', 'raid'],
      ['razed', 'VBN', 'raze'],
    ];
    for (const [form, xpos, lemma] of pairs) expect(lemmatise(form!, xpos!), form).toBe(lemma);
  });
});
