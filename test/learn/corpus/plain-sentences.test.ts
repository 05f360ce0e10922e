import { expect, it } from 'vitest';
import { plainSentences } from '../../../src/learn/corpus/plain-sentences';

const lines = (text: string) => text.replaceAll(' ', '\tO\n').replaceAll('/', '\tO\n\n');

it('splits paragraphs after full stops, and leaves a closing quotation mark to its sentence', () => {
  const text = lines('It rained . " Come in ! " she said . " Why ? " He left/Gen. Ali slept .');
  expect(plainSentences(text).map((words) => words.join(' '))).toEqual([
    'It rained .',
    '" Come in ! "',
    'she said .',
    '" Why ? "',
    'He left',
    'Gen. Ali slept .',
  ]);
});
