import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutText, paragraphsOf } from '../../viewer/src/text/segments';

it('cuts a text where marks begin and end, with nested marks outermost first', () => {
  const text = 'the Iraqi prime minister spoke';
  const person = { start: 0, end: 24, kind: 'person' };
  const country = { start: 4, end: 9, kind: 'country' };
  const segments = cutText(text, 0, text.length, [country, person]);
  expect(segments.map((s) => [s.text, s.marks.map((m) => m.kind).join('+')])).toEqual([
    ['the ', 'person'],
    ['Iraqi', 'person+country'],
    [' prime minister', 'person'],
    [' spoke', ''],
  ]);
});

it('loses no letter of the text, however the marks lie', () => {
  const mark = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), kind: 0 }));
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.array(mark), (text, marks) => {
      const segments = cutText(text, 0, text.length, marks);
      expect(segments.map((s) => s.text).join('')).toBe(text);
      for (const { start, end, marks: covering } of segments) {
        for (const m of covering) expect(m.start <= start && m.end >= end).toBe(true);
      }
    }),
  );
});

it('finds paragraphs by their lines, whatever ends a line', () => {
  const text = ' One.\n\nTwo, \r\n  \nThree';
  expect(paragraphsOf(text).map(([start, end]) => text.slice(start, end))).toEqual(['One.', 'Two,', 'Three']);
});
