import { describe, expect, it } from 'vitest';
import { readIob, spansOf } from '../../../src/learn/corpus/iob';
import { namedText } from '../../../src/learn/corpus/name-types';

describe('reading a corpus of names', () => {
  it('takes Universal NER with its number column, comments and documents', () => {
    const text = [
      '# newdoc id = a-1',
      '# sent_id = a-1-0001',
      '# text = Ana left Peru.',
      '1\tAna\tB-PER\t-\tx',
      '2\tleft\tO\t-\t-',
      '3\tPeru\tB-LOC\t-\tx',
      '3.1\t_\tO\t-\t-',
      '4\t.\tO\t-\t-',
      '',
      '# newdoc id = a-2',
      '1-2\tdont\tO\t-\t-',
      '1\tdo\tO\t-\t-',
      '2\tnt\tO\t-\t-',
      '',
    ].join('\n');
    expect(readIob(text)).toEqual([
      {
        id: 'a-1',
        tokens: ['Ana', 'left', 'Peru', '.'],
        starts: [0],
        names: [
          { start: 0, end: 1, type: 'PER' },
          { start: 2, end: 3, type: 'LOC' },
        ],
      },
      { id: 'a-2', tokens: ['do', 'nt'], starts: [0], names: [] },
    ]);
  });

  it('takes two columns with or without # newdoc, parted by a tab or a blank', () => {
    expect(readIob('The I-ORG\nMad I-ORG\n\nJapan I-LOC\n')).toEqual([
      {
        id: '',
        tokens: ['The', 'Mad', 'Japan'],
        starts: [0, 2],
        names: [
          { start: 0, end: 2, type: 'ORG' },
          { start: 2, end: 3, type: 'LOC' },
        ],
      },
    ]);
    expect(readIob('# newdoc id = x\nBonn\tB-LOC\n# newdoc id = y\nKiel\tB-LOC').map((d) => d.id)).toEqual(['x', 'y']);
    expect(readIob('-DOCSTART- O\n\nBonn B-LOC\n\n-DOCSTART- O\n\nKiel B-LOC').map((d) => d.tokens)).toEqual([
      ['Bonn'],
      ['Kiel'],
    ]);
  });

  it('takes a hash that has a tag for a token', () => {
    expect(readIob('#\tO\n#Peru\tB-LOC\n')[0]!.tokens).toEqual(['#', '#Peru']);
  });

  it('names the line that has no tag', () => {
    expect(() => readIob('Bonn\tB-LOC\nKiel\n')).toThrow(/line 2/);
  });
});

describe('spans of tags', () => {
  it('follow the rules of conlleval', () => {
    expect(spansOf(['B-PER', 'I-PER', 'I-LOC', 'O', 'I-LOC', 'B-LOC'])).toEqual([
      { start: 0, end: 2, type: 'PER' },
      { start: 2, end: 3, type: 'LOC' },
      { start: 4, end: 5, type: 'LOC' },
      { start: 5, end: 6, type: 'LOC' },
    ]);
  });

  it('end at the last and the single tag of BILOU, and at the end of a sentence', () => {
    expect(spansOf(['B-ORG', 'L-ORG', 'U-ORG', 'I-ORG'])).toHaveLength(3);
    expect(spansOf(['I-ORG', 'I-ORG'], [0, 1])).toHaveLength(2);
  });
});

describe('types of other corpora', () => {
  const document = {
    id: '',
    tokens: ['@ana', 'Japanese', 'Skype', 'Monday'],
    starts: [0],
    names: [
      { start: 0, end: 1, type: 'person' },
      { start: 1, end: 2, type: 'MISC' },
      { start: 2, end: 3, type: 'product' },
      { start: 3, end: 4, type: 'DATE' },
    ],
  };

  it('become ours: nationalities by the list, products MISC, dates nothing', () => {
    expect(namedText(document, 'wiki', true, new Set(['Japanese'])).names).toEqual([
      { start: 1, end: 2, type: 'NORP' },
      { start: 2, end: 3, type: 'MISC' },
    ]);
  });

  it('leave accounts of tweets unknown', () => {
    expect(namedText(document, 'tweets', false).unknown).toEqual(new Set([0]));
  });
});
