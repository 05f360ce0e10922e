import { describe, expect, it } from 'vitest';
import { prepareLexicons } from '../../../src/annotate/coref/lexicons';
import { prepare } from '../../../src/annotate/coref/prepare';
import { antecedentsOf } from '../../../src/annotate/coref/rank';
import { parsedFromConllu, readConllu } from '../../../src/learn/corpus/conllu';

const lookup = prepareLexicons({
  nouns: [],
  countries: [],
  titles: [],
  givenNames: [],
  organizations: [],
  places: [],
});

/** Heads of the mentions that the last mention may go back to; rows of "FORM UPOS XPOS LEMMA HEAD DEPREL". */
function mayGoBackTo(rows: readonly string[]): string[] {
  const lines = rows.map((row, i) => {
    const [form, upos, xpos, lemma, head, deprel] = row.split(' ');
    return [i + 1, form, lemma, upos, xpos, '_', head, deprel, '_', '_'].join('\t');
  });
  const document = { ...parsedFromConllu(readConllu(lines.join('\n'))[0]!), names: [] };
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
});
