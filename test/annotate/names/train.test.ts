import { describe, expect, it } from 'vitest';
import { askTeachers } from '../../../src/annotate/names/teachers';
import { NAME_TRAINING, type Opinions, trainNames } from '../../../src/annotate/names/train';
import type { LearntType, NamedText } from '../../../src/learn/corpus/name-types';
import { readVectors } from '../../../src/learn/vectors';
import { packVectors } from '../../../src/learn/vectors-train';
import { lists } from './lists';

/** "Ana/PER left Baghdad/LOC" */
function textOf(line: string): NamedText {
  const words = line.split(' ').map((word) => word.split('/'));
  return {
    id: 'x',
    convention: 'news',
    tokens: words.map(([form]) => form!),
    starts: [0],
    names: words.flatMap(([, type], i) =>
      type === undefined ? [] : [{ start: i, end: i + 1, type: type as LearntType }],
    ),
    complete: true,
    unknown: new Set(),
  };
}

const TEXTS = [
  'Ana/PER left Baghdad/LOC .',
  'Police searched Tbilisi/LOC for Gen. Zurab/PER .',
  'Zurab/PER met the Red/ORG .',
].map(textOf);

const words = [...new Set(TEXTS.flatMap(({ tokens }) => tokens.map((token) => token.toLowerCase())))];
const vector = (word: string) => Array.from({ length: 10 }, (_, i) => Math.sin(words.indexOf(word) * 7 + i * i));
const vectors = readVectors(packVectors({ words, vector }, { seed: 1, words: 99, width: 8 }, {}));

function taught(seed: number, opinions: Opinions | null = null): Uint8Array {
  return trainNames(TEXTS, vectors, lists, { ...NAME_TRAINING, epochs: 2, batchWords: 8, seed }, opinions).bytes;
}

describe('training of names', () => {
  it('gives the same bytes for the same seed, others for another; with teachers too', () => {
    const [bytes, again, other] = [taught(1), taught(1), taught(2)].map((net) => Buffer.from(net));
    expect(bytes!.equals(again!)).toBe(true);
    expect(bytes!.equals(other!)).toBe(false);
    const pupil = () => {
      const named = askTeachers([bytes!, other!], TEXTS, vectors, lists);
      return Buffer.from(taught(1, { plain: named.slice(0, 1), named }));
    };
    const first = pupil();
    expect(first.equals(pupil())).toBe(true);
    expect(first.equals(bytes!)).toBe(false);
  });
});
