import { expect, it } from 'vitest';
import { addTallies, scoreOf, tallyNames } from '../../../src/annotate/names/score';

const span = (start: number, end: number, type: string) => ({ start, end, type });

it('counts a name only where span and type are right', () => {
  const gold = [span(0, 2, 'PER'), span(3, 4, 'LOC'), span(5, 6, 'ORG')];
  const guess = [span(0, 2, 'PER'), span(3, 5, 'LOC'), span(5, 6, 'LOC'), span(8, 9, 'NORP')];
  const tally = tallyNames(gold, guess, ['PER', 'ORG', 'LOC']);
  expect(tally).toEqual({
    PER: { right: 1, guessed: 1, gold: 1 },
    ORG: { right: 0, guessed: 0, gold: 1 },
    LOC: { right: 0, guessed: 2, gold: 1 },
    all: { right: 1, guessed: 3, gold: 3 },
  });
});

it('gives precision, recall and F1 in percent', () => {
  const score = scoreOf(
    addTallies([
      { right: 2, guessed: 3, gold: 4 },
      { right: 1, guessed: 1, gold: 2 },
    ]),
  );
  expect(score.precision).toBeCloseTo(75);
  expect(score.recall).toBeCloseTo(50);
  expect(score.f1).toBeCloseTo(60);
  expect(scoreOf({ right: 0, guessed: 0, gold: 0 }).f1).toBe(0);
});
