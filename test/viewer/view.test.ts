import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMPTY_VIEW, formatView, parseView, type View } from '../../viewer/src/state/view';

it('has an empty address at the start, and readable ids in it later', () => {
  expect(formatView(EMPTY_VIEW)).toBe('');
  expect(formatView({ ...EMPTY_VIEW, selected: 'n:country:irq', hidden: ['Place', 'planned'] })).toBe(
    '?sel=n:country:irq&hide=Place,planned',
  );
});

it('reads back from its address whatever view there is', () => {
  const word = fc.stringMatching(/^[\p{L}\d:~ &=%#+.-]{1,20}$/u).filter((s) => s.trim() !== '');
  const key = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
  const views: fc.Arbitrary<View> = fc.record({
    selected: fc.oneof(
      fc.constant(''),
      word.map((id) => `n:${id}`),
      word.map((id) => `e:${id}`),
    ),
    article: fc.oneof(fc.constant(''), word),
    at: fc.integer({ min: -1, max: 1_000_000 }),
    hidden: fc.uniqueArray(key),
    minArticles: fc.integer({ min: 1, max: 99 }),
    focus: fc.oneof(fc.constant(''), word),
    expanded: fc.uniqueArray(word),
    all: fc.boolean(),
    alone: fc.boolean(),
    list: fc.boolean(),
    cypher: fc.boolean(),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(parseView(formatView(view))).toEqual(view);
    }),
  );
});

it('takes from a broken address what makes sense', () => {
  expect(parseView('?sel=nonsense&at=-5&articles=0&hide=,,')).toEqual(EMPTY_VIEW);
});
