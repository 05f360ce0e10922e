import { describe, expect, it } from 'vitest';
import { lexiconClasses, scoreLexicon } from '../../src/evaluate/lexicon';
import { readEventLexicon } from '../../src/extract/lexicon';
import { sketch } from '../extract/sketch';

const LEXICON = readEventLexicon({
  events: [
    'MET_WITH\tverb\thold talk\tsubj > with\t-\tMali held talks with Chad.',
    'WITHDREW_FROM\tverb\twithdraw\tsubj > from\t-\tThey withdrew from the town.',
    'VOTED_AGAINST\tverb\tvote\tsubj > against\t+against\tShe voted against the bill.',
  ].join('\n'),
  embedding: 'plan\tverb\tplanned\tsubj',
  supports: '',
  opinions: '',
});
const TALKS = 'Mali/PROPN/2/nsubj held/VERB/0/root/hold talks/NOUN/2/obj/talk';
const parsed = (sentence: string) => sketch({ sentences: [sentence] });
const classes = (sentence: string) => [...lexiconClasses(parsed(sentence), LEXICON).senses].sort();

describe('the reach of the lexicon', () => {
  it('asks for all words of a phrase', () => {
    expect(classes(TALKS)).toEqual(['CONSULT']);
    expect(classes('Mali/PROPN/2/nsubj held/VERB/0/root/hold hostages/NOUN/2/obj/hostage')).toEqual([]);
  });

  it('counts the form of a planned act too, and a vote against as a rejection', () => {
    expect(classes('They/PRON/3/nsubj will/AUX/3/aux hold/VERB/0/root talks/NOUN/3/obj/talk')).toEqual([
      'AGREE',
      'CONSULT',
    ]);
    expect(classes('They/PRON/2/nsubj plan/VERB/0/root to/PART/4/mark withdraw/VERB/2/xcomp')).toEqual([
      'CONCEDE',
      'RETREAT',
    ]);
    expect(classes('She/PRON/2/nsubj voted/VERB/0/root/vote')).toEqual(['REJECT']);
  });

  it('reads refusals and duties apart from the senses', () => {
    const refusal = 'They/PRON/4/nsubj will/AUX/4/aux not/PART/4/advmod hold/VERB/0/root talks/NOUN/4/obj/talk';
    const duty = 'Mali/PROPN/3/nsubj must/AUX/3/aux act/VERB/0/root';
    expect(lexiconClasses(parsed(refusal), LEXICON).senses).not.toContain('REJECT');
    expect(lexiconClasses(parsed(refusal), LEXICON).readings).toContain('REJECT');
    expect([...lexiconClasses(parsed(duty), LEXICON).readings]).toEqual(['REQUEST']);
  });

  it('is a share of the sentences with a coded event', () => {
    const gold = (plover: string) => [{ source: { text: 'Mali' }, target: null, plover }];
    const { figures, errors } = scoreLexicon(
      [
        { expected: gold('CONSULT'), doc: parsed(TALKS) },
        { expected: gold('ASSAULT'), doc: parsed(TALKS) },
        { expected: [], doc: parsed(TALKS) },
      ],
      LEXICON,
    );
    expect(figures).toEqual({ sentences: 2, senses: 0.5, readings: 0.5 });
    expect(errors).toEqual(['ASSAULT  Mali held talks']);
  });
});
