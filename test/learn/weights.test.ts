import { expect, it } from 'vitest';
import { readContainer, writeContainer } from '../../src/learn/container';
import { createArena } from '../../src/learn/kernels';
import { affine, lookUp } from '../../src/learn/layers';
import { createParameters, type ParameterSet } from '../../src/learn/parameters';
import { createRandom } from '../../src/learn/random';
import { allocateTensor, createTape, floatsOf } from '../../src/learn/tape';
import { readParameters, roundParameters } from '../../src/learn/weights';

function run(set: ParameterSet): number[] {
  const table = set.add('table', 6, 16, 'rows', 0.5);
  const w = set.add('w', 16, 24, 'columns', 0.3);
  const b = set.add('b', 1, 24, 'floats', 0.2);
  const tape = createTape(set.arena, null);
  const x = allocateTensor(tape, 5, 16);
  lookUp(tape, x, 0, table, Int32Array.of(5, 0, 3, -1, 3));
  return [...floatsOf(set.arena, affine(tape, x, w, b, 4))];
}

it('weights rounded to 8 bits compute nearly the same, and are found by name', () => {
  const learnt = createParameters(createArena(4), createRandom(2));
  const exact = run(learnt);
  const { shapes, integers, floats } = roundParameters(learnt);
  const file = readContainer(
    writeContainer({ parameters: shapes }, [
      { name: 'integers', bytes: integers },
      { name: 'floats', bytes: floats },
    ]),
  );
  const rounded = run(readParameters(createArena(4), file));
  exact.forEach((value, i) => {
    expect(Math.abs(value - rounded[i]!)).toBeLessThan(0.03);
  });
  const set = readParameters(createArena(4), file);
  expect(() => set.add('v', 1, 8, 'floats', 0)).toThrow('no parameter "v"');
  expect(() => set.add('b', 1, 8, 'floats', 0)).toThrow('1 x 24 in the weight file, expected 1 x 8');
});
