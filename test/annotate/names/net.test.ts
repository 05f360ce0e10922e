import { describe, expect, it } from 'vitest';
import { pieces } from '../../../src/annotate/names/article';
import { recall } from '../../../src/annotate/names/memory';
import { SCORE_COLUMNS } from '../../../src/annotate/names/net';
import { TAGS } from '../../../src/annotate/names/tags';
import { allowedLoss, chancesLoss } from '../../../src/annotate/names/train';
import { affineOfWindow, windowOf } from '../../../src/annotate/names/window';
import { readContainer, writeContainer } from '../../../src/learn/container';
import { createArena } from '../../../src/learn/kernels';
import { affine } from '../../../src/learn/layers';
import { createParameters } from '../../../src/learn/parameters';
import { createRandom } from '../../../src/learn/random';
import { allocateTensor, back, createTape, floatsOf } from '../../../src/learn/tape';
import { readParameters, roundParameters } from '../../../src/learn/weights';

describe('memory', () => {
  it('gives each row the mean of its form, and shares the gradient out', () => {
    const arena = createArena(1);
    const tape = createTape(arena, createRandom(1));
    const x = allocateTensor(tape, 4, 8);
    floatsOf(arena, x).forEach((_, i, all) => {
      all[i] = Math.floor(i / 8);
    });
    const m = recall(tape, x, Int32Array.of(7, -1, 7, 2));
    const first = (row: number) => floatsOf(arena, m)[row * 8];
    expect([first(0), first(1), first(2), first(3)]).toEqual([1, 0, 1, 3]);
    floatsOf(arena, m, 'gradient').fill(2, 0, 8);
    back(tape);
    const gradient = floatsOf(arena, x, 'gradient');
    expect([gradient[0], gradient[8], gradient[16], gradient[24]]).toEqual([1, 0, 1, 0]);
  });
});

describe('the loss of tags that are allowed', () => {
  const arena = createArena(1);

  function lossOf(allowed: number, nudge: { readonly tag: number; readonly by: number } | null) {
    const mark = arena.mark();
    const tape = createTape(arena, createRandom(1));
    const scores = allocateTensor(tape, 1, SCORE_COLUMNS);
    floatsOf(arena, scores).forEach((_, i, all) => {
      all[i] = ((i * 7) % 5) / 2;
    });
    if (nudge !== null) floatsOf(arena, scores)[nudge.tag]! += nudge.by;
    const loss = allowedLoss(tape, scores, Int32Array.of(allowed), Float32Array.of(1));
    const gradient = [...floatsOf(arena, scores, 'gradient')];
    arena.release(mark);
    return { loss, gradient };
  }

  it('has the gradient that is its slope', () => {
    for (const allowed of [1, 0b10, 0b110001]) {
      const { gradient } = lossOf(allowed, null);
      for (const tag of [0, 1, 4, 9]) {
        const slope = (lossOf(allowed, { tag, by: 1e-2 }).loss - lossOf(allowed, { tag, by: -1e-2 }).loss) / 2e-2;
        expect(Math.abs(slope - gradient[tag]!)).toBeLessThan(1e-3);
      }
    }
  });

  it('is nothing where nothing is known', () => {
    expect(lossOf(0, null)).toMatchObject({ loss: 0 });
  });
});

describe('a window', () => {
  it('shows the rows before and after within the piece, and shares the gradient out', () => {
    const arena = createArena(1);
    const tape = createTape(arena, createRandom(1));
    const x = allocateTensor(tape, 4, 8);
    floatsOf(arena, x).forEach((_, i, all) => {
      all[i] = 1 + Math.floor(i / 8);
    });
    const y = windowOf(tape, x, [3, 1], 1);
    const row = (i: number) => [0, 8, 16].map((column) => floatsOf(arena, y)[i * 24 + column]);
    expect([row(0), row(1), row(2), row(3)]).toEqual([
      [0, 1, 2],
      [1, 2, 3],
      [2, 3, 0],
      [0, 4, 0],
    ]);
    floatsOf(arena, y, 'gradient').fill(1);
    back(tape);
    const gradient = floatsOf(arena, x, 'gradient');
    expect([gradient[0], gradient[8], gradient[16], gradient[24]]).toEqual([2, 3, 2, 1]);
  });
});

describe('the product of a window in inference', () => {
  it('is the same to the bit as that of a window that is built', () => {
    const arena = createArena(4);
    const random = createRandom(3);
    const n = 8;
    const made = createParameters(arena, createRandom(2));
    made.add('w', 3 * n, n, 'columns', 1);
    made.add('b', 1, n, 'floats', 0.5);
    const { shapes, integers, floats } = roundParameters(made);
    const bytes = writeContainer({ parameters: shapes }, [
      { name: 'integers', bytes: integers },
      { name: 'floats', bytes: floats },
    ]);
    const read = readParameters(arena, readContainer(bytes));
    const w = read.add('w', 3 * n, n, 'columns', 0);
    const b = read.add('b', 1, n, 'floats', 0);
    for (const rows of [1, 2, 5, 12, 23]) {
      for (const by of [1, 2, 4]) {
        const tape = createTape(arena, null);
        const x = allocateTensor(tape, rows, n);
        floatsOf(arena, x).forEach((_, i, all) => {
          all[i] = random.next() * 4 - 2;
        });
        const built = affine(tape, windowOf(tape, x, [rows], by), w, b);
        const inPlace = affineOfWindow(tape, x, [rows], by, w, b);
        expect(Array.from(floatsOf(arena, inPlace))).toEqual(Array.from(floatsOf(arena, built)));
      }
    }
  });
});

describe('the loss of what teachers say', () => {
  it('has the gradient that is its slope', () => {
    const arena = createArena(1);
    const chances = new Float32Array(2 * TAGS);
    chances[TAGS] = 0.7;
    chances[TAGS + 4] = 0.3;
    const lossOf = (tag: number, by: number) => {
      const mark = arena.mark();
      const tape = createTape(arena, createRandom(1));
      const scores = allocateTensor(tape, 1, SCORE_COLUMNS);
      floatsOf(arena, scores).forEach((_, i, all) => {
        all[i] = ((i * 3) % 4) / 2;
      });
      floatsOf(arena, scores)[tag]! += by;
      const loss = chancesLoss(tape, scores, 0, chances, { start: 1, end: 2 }, 1);
      const gradient = floatsOf(arena, scores, 'gradient')[tag]!;
      arena.release(mark);
      return { loss, gradient };
    };
    for (const tag of [0, 3, 4]) {
      const slope = (lossOf(tag, 1e-2).loss - lossOf(tag, -1e-2).loss) / 2e-2;
      expect(Math.abs(slope - lossOf(tag, 0).gradient)).toBeLessThan(1e-3);
    }
  });
});

describe('pieces', () => {
  it('hold whole sentences and cover the article', () => {
    expect(pieces(10, [0, 4, 7], 6)).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 10 },
    ]);
  });

  it('cut a sentence that is too long', () => {
    expect(pieces(11, [0, 2], 4)).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 6 },
      { start: 6, end: 10 },
      { start: 10, end: 11 },
    ]);
  });

  it('are none of an empty article', () => {
    expect(pieces(0, [], 4)).toEqual([]);
  });
});
