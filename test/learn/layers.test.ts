import { describe, expect, it } from 'vitest';
import { createArena } from '../../src/learn/kernels';
import { addInto, affine, concatenate, gather, layerNorm, lookUp, multiplyEach } from '../../src/learn/layers';
import { softmaxLoss } from '../../src/learn/losses';
import { addLstm, bidirectionalLstm, packSequences } from '../../src/learn/lstm';
import { createParameters, type Parameter, type ParameterSet } from '../../src/learn/parameters';
import { createRandom } from '../../src/learn/random';
import { allocateTensor, back, createTape, type Tape, type Tensor } from '../../src/learn/tape';

const arena = createArena(64);

/** Compares each parameter's gradient with the slope between two points (float32: coarse steps, coarse tolerance). */
function checkGradients(set: ParameterSet, loss: (tape: Tape) => number): void {
  const once = (learn: boolean) => {
    const mark = arena.mark();
    const tape = createTape(arena, createRandom(1));
    const value = loss(tape);
    if (learn) back(tape);
    arena.release(mark);
    return value;
  };
  once(true);
  const random = createRandom(7);
  const step = 1e-2;
  for (const p of set.all) {
    for (let trial = 0; trial < 6; trial++) {
      const i = random.below(p.rows * p.columns);
      const at = (p.at >> 2) + i;
      const before = arena.floats[at]!;
      const found = arena.floats[(p.gradient >> 2) + i]!;
      arena.floats[at] = before + step;
      const above = once(false);
      arena.floats[at] = before - step;
      const below = once(false);
      arena.floats[at] = before;
      const slope = (above - below) / (2 * step);
      expect(Math.abs(slope - found), `${p.name}[${i}]: slope ${slope}, gradient ${found}`).toBeLessThan(
        2e-3 + 0.02 * Math.abs(slope),
      );
    }
  }
}

/** A sum of the values with fixed weights: its gradient is not constant over rows and columns. */
function weigh(tape: Tape, x: Tensor): number {
  const gold = new Int32Array(x.rows).map((_, i) => (i * 5) % x.columns);
  return softmaxLoss(tape, x, x.columns, gold, 1);
}

function table(set: ParameterSet, tape: Tape, rows: number): { x: Tensor; p: Parameter } {
  const p = set.all[0]!;
  const x = allocateTensor(tape, rows, p.columns);
  lookUp(
    tape,
    x,
    0,
    p,
    new Int32Array(rows).map((_, i) => (i === 2 ? -1 : (i * 3) % p.rows)),
  );
  return { x, p };
}

describe('a layer’s gradient is the slope of the loss', () => {
  it('for tables, weights, layer normalisation, sums, products and reordered rows', () => {
    const set = createParameters(arena, createRandom(3));
    set.add('table', 6, 8, 'rows', 0.5);
    const w = set.add('w', 8, 16, 'columns', 0.5);
    const b = set.add('b', 1, 16, 'floats', 0.5);
    const gain = set.add('gain', 1, 16, 'floats', 'ones');
    const bias = set.add('bias', 1, 16, 'floats', 0.1);
    const v = set.add('v', 32, 8, 'columns', 0.5);
    checkGradients(set, (tape) => {
      const { x } = table(set, tape, 7);
      const y = layerNorm(tape, affine(tape, x, w, b), gain, bias);
      const z = gather(tape, y, Int32Array.of(3, 1, -1, 0, 0, 6, 2));
      const both = concatenate(tape, [
        multiplyEach(tape, y, z),
        addInto(tape, gather(tape, y, Int32Array.of(0, 1, 2, 2, 4, 5, 6)), y),
      ]);
      return weigh(tape, affine(tape, both, v, null));
    });
  });

  it('for an LSTM in both directions over sequences of several lengths', () => {
    const set = createParameters(arena, createRandom(5));
    set.add('table', 9, 8, 'rows', 0.8);
    const forwards = addLstm(set, 'forwards', 8, 8);
    const backwards = addLstm(set, 'backwards', 8, 8);
    const packing = packSequences([2, 5, 1, 4]);
    checkGradients(set, (tape) => {
      const { x } = table(set, tape, 12);
      return weigh(tape, bidirectionalLstm(tape, x, packing, forwards, backwards, 1));
    });
  });
});

describe('packed sequences', () => {
  it('are laid out step by step, the longest first, and found again', () => {
    const packing = packSequences([2, 3]);
    expect([...packing.counts]).toEqual([2, 2, 1]);
    expect([...packing.places]).toEqual([2, 0, 3, 1, 4]);
    expect([...packing.sequences]).toEqual([1, 0, 1, 0, 1]);
    expect([...packing.rowOf].map((row) => packing.places[row])).toEqual([0, 1, 2, 3, 4]);
  });

  it('give a sequence the same output alone and among others', () => {
    const set = createParameters(arena, createRandom(5));
    const p = set.add('table', 6, 8, 'rows', 0.8);
    const forwards = addLstm(set, 'forwards', 8, 16);
    const backwards = addLstm(set, 'backwards', 8, 16);
    const run = (ids: number[], lengths: number[]) => {
      const tape = createTape(arena, null);
      const packing = packSequences(lengths);
      const x = allocateTensor(tape, ids.length, 8);
      lookUp(
        tape,
        x,
        0,
        p,
        Int32Array.from(packing.places, (place) => ids[place]!),
      );
      const y = bidirectionalLstm(tape, x, packing, forwards, backwards, 1);
      const first = packing.rowOf[0]!;
      return [...arena.floats.subarray((y.at >> 2) + first * 32, (y.at >> 2) + first * 32 + 32)];
    };
    expect(run([1, 2, 3, 4, 5, 0, 1, 2, 3, 3, 2, 1], [3, 5, 4])).toEqual(run([1, 2, 3], [3]));
  });
});
