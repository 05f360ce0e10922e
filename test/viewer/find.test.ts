import { describe, expect, it } from 'vitest';
import { createFinder, fold } from '../../viewer/src/state/find';
import { dateWords, rangeWords } from '../../viewer/src/state/words';
import { REBUFFED, seedModel } from './graph-of';

describe('the search', () => {
  const finder = createFinder(seedModel());

  it('finds an entity by an alias and says which', () => {
    expect(finder.find('isis')[0]).toMatchObject({ kind: 'node', text: 'Islamic State', also: 'ISIS' });
  });

  it('finds a relation by the words of its sentence, with or without an arrow', () => {
    expect(finder.find('State Department rebuffed').map((f) => f.id)).toContain(REBUFFED);
    expect(finder.find('state department → rebuffed').map((f) => f.id)).toContain(REBUFFED);
  });

  it('forgives accents and a slip of the pen', () => {
    expect(fold('Müller')).toBe('muller');
    expect(finder.find('soleimanni')[0]).toMatchObject({ text: 'Qassem Soleimani' });
  });

  it('finds nothing for nothing', () => {
    expect(finder.find('  ')).toEqual([]);
    expect(finder.find('xyzzy')).toEqual([]);
  });
});

it('says dates as precisely as they are known', () => {
  expect([dateWords('2020-01-05'), dateWords('2020-01'), dateWords('2020')]).toEqual([
    '5 Jan 2020',
    'Jan 2020',
    '2020',
  ]);
  expect(rangeWords('2020-01-05', '2020-01-10')).toBe('5 Jan 2020 – 10 Jan 2020');
  expect(rangeWords('2020', '2020')).toBe('2020');
});
