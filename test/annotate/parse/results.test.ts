import { expect, it } from 'vitest';
import { mendResults } from '../../../src/annotate/parse/results';
import { sketch } from '../../extract/sketch';

const mended = (tree: string): string => {
  const doc = mendResults(sketch({ sentences: [tree] }));
  return doc.tokens
    .map((t, i) => `${t.text}<${doc.tokens[doc.heads[i] ?? -1]?.text ?? '-'}:${doc.deprels[i]}`)
    .join(' ');
};

it('hangs what became of the object on the verb', () => {
  expect(mended('shot/VERB/0/root dead/ADJ/4/amod two/NUM/4/nummod clerks/NOUN/1/obj')).toBe(
    'shot<-:root dead<shot:xcomp two<clerks:nummod clerks<shot:obj',
  );
});

it('leaves adjectives that tell of the noun', () => {
  const before = 'found/VERB/0/root dead/ADJ/3/amod clerks/NOUN/1/obj';
  expect(mended(before)).toBe('found<-:root dead<clerks:amod clerks<found:obj');
  const other = 'met/VERB/0/root brave/ADJ/4/amod two/NUM/4/nummod clerks/NOUN/1/obj';
  expect(mended(other)).toContain('brave<clerks:amod');
});
