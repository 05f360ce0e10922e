import { describe, expect, it } from 'vitest';
import { prepareLexicons } from '../../../src/annotate/coref/lexicons';
import { prepare } from '../../../src/annotate/coref/prepare';
import { antecedentsOf } from '../../../src/annotate/coref/rank';
import { lessonOf, RANKER_OPTIONS, trainRanker, writeRanker } from '../../../src/annotate/coref/train';
import type { Named } from '../../../src/document';
import { parsedFromConllu, readConllu } from '../../../src/learn/corpus/conllu';

const lookup = prepareLexicons({
  nouns: [],
  countries: [],
  titles: [],
  givenNames: [],
  organizations: [],
  places: [],
});

/** Rows of "FORM UPOS XPOS LEMMA HEAD DEPREL". */
function documentOf(rows: readonly string[]): Named {
  const lines = rows.map((row, i) => {
    const [form, upos, xpos, lemma, head, deprel] = row.split(' ');
    return [i + 1, form, lemma, upos, xpos, '_', head, deprel, '_', '_'].join('\t');
  });
  return { ...parsedFromConllu(readConllu(lines.join('\n'))[0]!), names: [] };
}

/** Heads of the mentions that the last mention may go back to. */
function mayGoBackTo(rows: readonly string[]): string[] {
  const document = documentOf(rows);
  const ranking = prepare(document, lookup);
  return antecedentsOf(ranking, ranking.mentions.length - 1).map(
    (k) => document.tokens[ranking.mentions[k]!.head]!.text,
  );
}

describe('what a pronoun may go back to', () => {
  it('is no abstract thing for one that means a person', () => {
    const rows = (noun: string) => [
      'The DET DT the 2 det',
      `${noun} NOUN NN ${noun} 3 nsubj`,
      'came VERB VBD come 0 root',
      'when ADV WRB when 6 mark',
      'he PRON PRP he 6 nsubj',
      'left VERB VBD leave 3 advcl',
    ];
    expect(mayGoBackTo(rows('commemoration'))).toEqual([]);
    expect(mayGoBackTo(rows('goalkeeper'))).toEqual(['goalkeeper']);
  });

  it('is no day of the week', () => {
    const rows = (word: string) => [
      'On ADP IN on 2 case',
      `${word} PROPN NNP ${word} 4 obl`,
      'you PRON PRP you 4 nsubj',
      'leave VERB VBP leave 0 root',
    ];
    expect(mayGoBackTo(rows('Wednesday'))).toEqual([]);
    expect(mayGoBackTo(rows('Sharkey'))).toEqual(['Sharkey']);
  });

  it('is not the subject of the verb that it is an object of, unless it says so', () => {
    const rows = (pronoun: string) => [
      'The DET DT the 2 det',
      'goalkeeper NOUN NN goalkeeper 3 nsubj',
      'praised VERB VBD praise 0 root',
      `${pronoun} PRON PRP ${pronoun} 3 obj`,
    ];
    expect(mayGoBackTo(rows('him'))).toEqual([]);
    expect(mayGoBackTo(rows('himself'))).toEqual(['goalkeeper']);
  });
});

describe('the ranker', () => {
  it('learns the same from the same lessons', () => {
    const document = documentOf([
      'The DET DT the 2 det',
      'goalkeeper NOUN NN goalkeeper 3 nsubj',
      'left VERB VBD leave 0 root',
      'when ADV WRB when 6 mark',
      'he PRON PRP he 6 nsubj',
      'fell VERB VBD fall 3 advcl',
    ]);
    const gold = [
      { start: 0, end: 2, head: 1, chain: 1 },
      { start: 4, end: 5, head: 4, chain: 1 },
    ];
    const taught = () =>
      Buffer.from(writeRanker(trainRanker([lessonOf(document, gold, lookup)], RANKER_OPTIONS), {})).toString('base64');
    expect(taught()).toBe(taught());
  });
});
