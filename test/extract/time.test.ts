import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dateOf, dateValue, findTimes } from '../../src/extract/time';
import { sketch } from './sketch';

const lines = fs
  .readFileSync(path.join(__dirname, 'cases', 'times.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.includes('==>') && !line.startsWith('#'));

describe('expressions of time', () => {
  it.each(lines)('%s', (line) => {
    const [, published = '', text = '', wanted = ''] = /^\[(.*?)\] (.*) ==> (.*)$/.exec(line) ?? [];
    const future = wanted.startsWith('(');
    const doc = sketch({ sentences: text.split(/(?<= \.) /), ...(published ? { published } : {}) });
    const times = findTimes(doc);
    const values = times.map((time) => dateValue(doc, times, time, future)?.value).filter(Boolean);
    expect(values.join(' ') || '-').toBe(wanted.replace(/[()]/g, ''));
  });
});

/** The date of the word marked with * in a tree. */
function dateAt(tree: string): string | null {
  const cells = tree.split(/\s+/);
  const trigger = cells.findIndex((cell) => cell.startsWith('*'));
  const doc = sketch({ sentences: [tree.replace('*', '')], published: '2021-03-10' });
  return dateOf(doc, findTimes(doc), [trigger], false)?.value ?? null;
}

describe('the date of an event', () => {
  it('is the time of its own verb', () => {
    expect(dateAt('Chad/PROPN/4/nsubj on/ADP/3/case Monday/PROPN/4/obl *rebuffed/VERB/0/root Mali/PROPN/4/obj')).toBe(
      '2021-03-08',
    );
  });
  it('is not the time at which somebody said it', () => {
    const tree =
      'He/PRON/2/nsubj said/VERB/0/root/say Monday/PROPN/2/obl Chad/PROPN/6/nsubj had/AUX/6/aux *asked/VERB/2/ccomp Mali/PROPN/6/obj';
    expect(dateAt(tree)).toBeNull();
  });
  it('comes down to what was voted', () => {
    const tree =
      'Deputies/NOUN/2/nsubj voted/VERB/0/root/vote Sunday/PROPN/2/obl to/PART/5/mark *expel/VERB/2/xcomp them/PRON/5/obj';
    expect(dateAt(tree)).toBe('2021-03-07');
  });
  it('is shared by verbs that are joined', () => {
    const tree =
      'It/PRON/2/nsubj *killed/VERB/0/root two/NUM/2/obj and/CCONJ/5/cc wounded/VERB/2/conj six/NUM/5/obj Monday/PROPN/5/obl';
    expect(dateAt(tree)).toBe('2021-03-08');
  });
  it('is that of the noun that acts', () => {
    const tree = "Monday/PROPN/3/nmod:poss 's/PART/1/case strike/NOUN/4/nsubj *killed/VERB/0/root two/NUM/4/obj";
    expect(dateAt(tree)).toBe('2021-03-08');
  });
  it('is no date of a name that it hangs on', () => {
    const tree = 'plans/NOUN/0/root *backed/VERB/1/acl by/ADP/4/case Oxfam/PROPN/2/obl in/ADP/6/case May/PROPN/4/nmod';
    expect(dateAt(tree)).toBe('2020-05');
  });
  it('is that of the predicate for what was somewhere', () => {
    const tree =
      'A/DET/2/det *delegation/NOUN/6/nsubj was/AUX/6/cop at/ADP/6/case the/DET/6/det Senate/PROPN/0/root on/ADP/8/case Friday/PROPN/6/nmod';
    expect(dateAt(tree)).toBe('2021-03-05');
  });
  it('at the head of a sentence holds for all its clauses', () => {
    const tree =
      'Yesterday/NOUN/3/obl Chad/PROPN/3/nsubj won/VERB/0/root and/CCONJ/6/cc Togo/PROPN/6/nsubj *lost/VERB/3/conj';
    expect(dateAt(tree)).toBe('2021-03-09');
  });
  it('is not a bound of it', () => {
    expect(dateAt('They/PRON/2/nsubj *applied/VERB/0/root before/ADP/4/case Monday/PROPN/2/obl')).toBeNull();
  });
  it('lies ahead where the verb says so', () => {
    expect(dateAt('They/PRON/3/nsubj will/AUX/3/aux *meet/VERB/0/root Friday/PROPN/3/obl')).toBe('2021-03-12');
  });
  it('of a noun is that of the verb that carries it', () => {
    const tree =
      'The/DET/2/det *attack/NOUN/4/nsubj:pass was/AUX/4/aux launched/VERB/0/root/launch on/ADP/6/case Monday/PROPN/4/obl';
    expect(dateAt(tree)).toBe('2021-03-08');
  });
  it('stands in the clause that tells when', () => {
    const tree =
      'Play/NOUN/2/nsubj resumes/VERB/0/root on/ADP/4/case Monday/PROPN/2/obl when/ADV/7/advmod Chad/PROPN/7/nsubj *beat/VERB/2/advcl Mali/PROPN/7/obj';
    expect(dateAt(tree)).toBe('2021-03-08');
  });
  it('may be what a clause explains', () => {
    const tree =
      'In/ADP/2/case 2017/NUM/9/obl ,/PUNCT/2/punct when/ADV/6/advmod rebels/NOUN/6/nsubj *arrived/VERB/2/acl:relcl ,/PUNCT/9/punct they/PRON/9/nsubj built/VERB/0/root';
    expect(dateAt(tree)).toBe('2017');
  });
  it('reaches a guest at what took place', () => {
    const tree =
      'It/PRON/2/nsubj opened/VERB/0/root Monday/PROPN/2/obl at/ADP/6/case a/DET/6/det ceremony/NOUN/2/obl *attended/VERB/6/acl';
    expect(dateAt(tree)).toBe('2021-03-08');
  });
  it('is that of the means', () => {
    const tree =
      'Two/NUM/2/nsubj *died/VERB/0/root in/ADP/5/case a/DET/5/det raid/NOUN/2/obl/explosion on/ADP/7/case Monday/PROPN/5/nmod';
    expect(dateAt(tree.replace('raid', 'explosion'))).toBe('2021-03-08');
  });
  it('is not since when somebody was in power', () => {
    const tree = 'They/PRON/2/nsubj *mocked/VERB/0/root him/PRON/2/obj since/ADP/5/case 1959/NUM/2/obl';
    expect(dateAt(tree)).toBeNull();
  });
});
