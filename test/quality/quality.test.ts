import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench, corpora, isLeftOut } from '../support/machine';
import { benchFigures, corporaFigures, type Figure, goldFigures, markedFigures } from './figures';

/** They only go up: `npm run evaluate -- --record` raises them and never lowers one. */
const floors = JSON.parse(readFileSync(path.join(__dirname, 'floors.json'), 'utf8')) as Record<string, number>;

function belowFloor(figures: readonly Figure[]): string[] {
  return figures.flatMap(({ name, value, lowerIsBetter }) => {
    const floor = floors[name];
    if (floor === undefined) return [`${name}: ${value} has no floor`];
    const holds = lowerIsBetter ? value <= floor : value >= floor;
    return holds ? [] : [`${name}: ${value}, and the floor is ${floor}`];
  });
}

describe('the quality of the whole', () => {
  it('stays above its floors on the gold articles', async () => {
    expect(belowFloor(await goldFigures())).toEqual([]);
  }, 120_000);

  it.skipIf(isLeftOut(bench()))(
    'stays above its floors on coded sentences',
    async () => {
      expect(belowFloor(await benchFigures(bench().value!))).toEqual([]);
    },
    300_000,
  );

  it.skipIf(isLeftOut(bench()))(
    'stays above its floors on documents with marked relations',
    async () => {
      expect(belowFloor(await markedFigures(bench().value!))).toEqual([]);
    },
    300_000,
  );

  it.skipIf(isLeftOut(corpora()))(
    'stays above its floors on treebanks and name corpora',
    async () => {
      expect(belowFloor(await corporaFigures(corpora().value!))).toEqual([]);
    },
    300_000,
  );
});
