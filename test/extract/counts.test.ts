import { describe, expect, it } from 'vitest';
import { countsOf } from '../../src/extract/counts';
import { readNumber } from '../../src/extract/counts-number';
import { buildTree } from '../../src/extract/tree';
import type { EventType } from '../../src/ontology';
import { sketch } from './sketch';

function countsAt(tree: string, type: EventType) {
  const trigger = tree.split(/\s+/).findIndex((cell) => cell.startsWith('*'));
  return countsOf(buildTree(sketch({ sentences: [tree.replace('*', '')] })), [trigger], type);
}

describe('a number in words', () => {
  it.each([
    ['1,200', 1200],
    ['six', 6],
    ['twenty - three', 23],
    ['two hundred', 200],
    ['three hundred and five', 305],
    ['2.5 million', 2_500_000],
    ['dozens', null],
    ['several', null],
  ])('%s is %s', (words, value) => {
    expect(readNumber(words.split(' '))).toBe(value);
  });
});

describe('counts of an event', () => {
  it('are those of the object', () => {
    const tree = 'It/PRON/2/nsubj *killed/VERB/0/root/kill 10/NUM/4/nummod people/NOUN/2/obj';
    expect(countsAt(tree, 'KILLED')).toEqual({ killed: 10 });
  });
  it('are those of what came of an attack', () => {
    const tree =
      'They/PRON/2/nsubj *shelled/VERB/0/root/shell it/PRON/2/obj killing/VERB/2/advcl/kill six/NUM/6/nummod men/NOUN/4/obj and/CCONJ/8/cc wounding/VERB/4/conj/wound two/NUM/8/obj';
    expect(countsAt(tree, 'ATTACKED')).toEqual({ killed: 6, injured: 2 });
  });
  it('add up what is joined', () => {
    const tree =
      'Police/NOUN/2/nsubj *arrested/VERB/0/root/arrest three/NUM/4/nummod guards/NOUN/2/obj and/CCONJ/7/cc two/NUM/7/nummod drivers/NOUN/4/conj';
    expect(countsAt(tree, 'ARRESTED')).toEqual({ arrested: 5 });
  });
  it('are left out where nobody counts', () => {
    expect(countsAt('It/PRON/2/nsubj *killed/VERB/0/root/kill dozens/NOUN/2/obj', 'KILLED')).toEqual({});
  });
  it('of a vote are its two sides', () => {
    const tree =
      'They/PRON/2/nsubj *passed/VERB/0/root/pass it/PRON/2/obj by/ADP/6/case 52/NUM/6/nummod votes/NOUN/2/obl to/ADP/8/case 48/NUM/6/nmod';
    expect(countsAt(tree, 'VOTED_FOR')).toEqual({ votesFor: 52, votesAgainst: 48 });
  });
  it('of a vote that failed count the winners against', () => {
    const tree =
      'They/PRON/2/nsubj *rejected/VERB/0/root/reject it/PRON/2/obj 60/NUM/2/obl -/PUNCT/6/punct 40/NUM/4/nmod';
    expect(countsAt(tree, 'VOTED_AGAINST')).toEqual({ votesFor: 40, votesAgainst: 60 });
  });
  it('are found behind "at least", which is no preposition', () => {
    const tree =
      'It/PRON/2/nsubj *killed/VERB/0/root/kill at/ADP/6/case least/ADJ/5/nmod 75/NUM/6/nummod people/NOUN/2/obl';
    expect(countsAt(tree, 'KILLED')).toEqual({ killed: 75 });
  });
  it('are those of the noun that a clause is told of', () => {
    const tree =
      'They/PRON/2/nsubj freed/VERB/0/root three/NUM/4/nummod nurses/NOUN/2/obj who/PRON/7/nsubj:pass were/AUX/7/aux:pass *arrested/VERB/4/acl:relcl/arrest';
    expect(countsAt(tree, 'ARRESTED')).toEqual({ arrested: 3 });
  });
  it('are those of the toll that was caused', () => {
    const tree =
      'They/PRON/2/nsubj *bombed/VERB/0/root/bomb it/PRON/2/obj causing/VERB/2/advcl/cause 12/NUM/6/nummod deaths/NOUN/4/obj/death';
    expect(countsAt(tree, 'BOMBED')).toEqual({ killed: 12 });
  });
  it('count a single one beside the others', () => {
    expect(
      countsAt(
        'They/PRON/2/nsubj *killed/VERB/0/root/kill one/NUM/2/obj and/CCONJ/5/cc wounded/VERB/2/conj/wound another/DET/5/obj',
        'KILLED',
      ),
    ).toEqual({ killed: 1, injured: 1 });
  });
  it('of a vote are no years', () => {
    const tree =
      'They/PRON/2/nsubj *elected/VERB/0/root/elect him/PRON/2/obj for/ADP/5/case 2014/NUM/2/obl -/PUNCT/7/punct 15/NUM/5/nmod';
    expect(countsAt(tree, 'VOTED_FOR')).toEqual({});
  });
  it('of a vote that failed are those against, whatever stands first', () => {
    const tree =
      'They/PRON/2/nsubj *rejected/VERB/0/root/reject it/PRON/2/obj 11/NUM/2/obl -/PUNCT/6/punct 34/NUM/4/nmod';
    expect(countsAt(tree, 'VOTED_AGAINST')).toEqual({ votesFor: 11, votesAgainst: 34 });
  });
  it('are not those of a bystander', () => {
    const tree =
      'They/PRON/2/nsubj *attacked/VERB/0/root/attack it/PRON/2/obj as/SCONJ/6/mark police/NOUN/6/nsubj arrested/VERB/2/advcl/arrest six/NUM/8/nummod men/NOUN/6/obj';
    expect(countsAt(tree, 'ATTACKED')).toEqual({});
  });
});
