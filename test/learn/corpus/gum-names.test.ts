import { expect, it } from 'vitest';
import { readConllu } from '../../../src/learn/corpus/conllu';
import { gumNames } from '../../../src/learn/corpus/gum-names';

/** Rows of: form, UPOS, head, relation, Entity. */
function document(rows: readonly (readonly [string, string, number, string, string?])[]) {
  const lines = rows.map(([form, upos, head, relation, entity], i) =>
    [i + 1, form, '_', upos, '_', '_', head, relation, '_', entity === undefined ? '_' : `Entity=${entity}`].join('\t'),
  );
  return readConllu(['# newdoc id = GUM_news_x', ...lines, ''].join('\n'))[0]!;
}

it('cuts mentions of GUM to the words of the name, without titles and clauses', () => {
  const source = document([
    ['The', 'DET', 2, 'det', '(1-organization-new-nnnnn-cf1-1-sgl'],
    ['Ministry', 'PROPN', 7, 'nsubj'],
    ['of', 'ADP', 4, 'case'],
    ['Defense', 'PROPN', 2, 'nmod'],
    ['in', 'ADP', 6, 'case'],
    ['Oslo', 'PROPN', 2, 'nmod', '(2-place-new-nnnnn-cf1-1-sgl)1)'],
    ['thanked', 'VERB', 0, 'root'],
    ['Dr.', 'PROPN', 7, 'obj', '(3-person-new-nnnnn-cf1-1-sgl'],
    ['Ana', 'PROPN', 8, 'flat'],
    ['Prieto', 'PROPN', 8, 'flat', '3)'],
    ['on', 'ADP', 12, 'case'],
    ['Monday', 'PROPN', 7, 'obl', '(4-time-new-nnnnn-cf1-1-sgl)'],
  ]);
  const text = gumNames(source, (form) => form === 'Dr.');
  expect(text.names.map(({ start, end, type }) => [text.tokens.slice(start, end).join(' '), type])).toEqual([
    ['Ministry of Defense', 'ORG'],
    ['Oslo', 'LOC'],
    ['Ana Prieto', 'PER'],
  ]);
});

it('knows nothing of proper nouns that are in no person, organization or place', () => {
  const source = document([
    ['Days', 'PROPN', 2, 'nsubj', '(1-abstract-new-nnnnn-cf1-1-sgl)'],
    ['opened', 'VERB', 0, 'root'],
    ['here', 'ADV', 2, 'advmod'],
  ]);
  expect(gumNames(source, () => false).unknown).toEqual(new Set([0]));
});
