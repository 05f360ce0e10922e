/** What a dilated convolution sees of a row: the row `by` before it, itself, and the row `by` after it, side by side. */
import { affine, columnScales, DEFAULT_RANGE, SHORT_MAX } from '../../learn/layers';
import type { Parameter } from '../../learn/parameters';
import { allocateTensor, type Tape, type Tensor } from '../../learn/tape';

/** `affine` of the window. In inference over one piece the window is never built. */
export function affineOfWindow(
  tape: Tape,
  x: Tensor,
  lengths: readonly number[],
  by: number,
  w: Parameter,
  b: Parameter,
): Tensor {
  if (tape.random !== null || w.packed === 0 || lengths.length !== 1) {
    return affine(tape, windowOf(tape, x, lengths, by), w, b);
  }
  return multiplyWindow(tape, x, by, w, b);
}

/**
 * Every `by`-th row after one another, with a row of zeros before and after: then three rows in sequence are a window.
 * The same whole numbers are multiplied as with a window that is built, so that the sums are the same.
 */
function multiplyWindow(tape: Tape, x: Tensor, by: number, w: Parameter, b: Parameter): Tensor {
  const { arena } = tape;
  const { kernels, shorts } = arena;
  const n = x.columns;
  const most = Math.ceil(x.rows / by);
  // four rows cost less than two or three: these are filled up, and what they give falls behind the last row
  const y = { at: arena.allocate((x.rows + 4 * by) * w.columns * 4), rows: x.rows, columns: w.columns, gradient: 0 };
  kernels.fillRows(y.at, y.columns, b.at, y.rows, y.columns);
  const mark = arena.mark();
  const rows = arena.allocate((most + 6) * n * 2);
  const scales = columnScales(tape, w, DEFAULT_RANGE);
  for (let first = 0; first < Math.min(by, x.rows); first++) {
    const m = Math.ceil((x.rows - first) / by);
    const at = rows >> 1;
    shorts.fill(0, at, at + n);
    kernels.toShort(rows + n * 2, x.at + first * n * 4, by * n, m, n, SHORT_MAX / DEFAULT_RANGE);
    shorts.fill(0, at + (m + 1) * n, at + (m + 5) * n);
    const height = m % 4 < 2 ? m : m + 4 - (m % 4);
    const out = y.at + first * y.columns * 4;
    kernels.multiplyShort(out, by * y.columns, rows, n, w.packed, scales, height, y.columns, w.rows, 1);
  }
  arena.release(mark);
  return y;
}

/** Rows beyond the ends of a piece are zeros. `lengths`: rows of each piece, one after another. */
export function windowOf(tape: Tape, x: Tensor, lengths: readonly number[], by: number): Tensor {
  const { floats, kernels } = tape.arena;
  const n = x.columns;
  const y = allocateTensor(tape, x.rows, 3 * n);
  const each = (visit: (row: number, seen: number, column: number) => void) => {
    let start = 0;
    for (const length of lengths) {
      const end = start + length;
      for (let row = start; row < end; row++) {
        visit(row, row - by < start ? -1 : row - by, 0);
        visit(row, row, n);
        visit(row, row + by >= end ? -1 : row + by, 2 * n);
      }
      start = end;
    }
  };
  each((row, seen, column) => {
    const to = (y.at >> 2) + row * 3 * n + column;
    const from = (x.at >> 2) + seen * n;
    if (seen < 0) floats.fill(0, to, to + n);
    else floats.copyWithin(to, from, from + n);
  });
  if (tape.random !== null) {
    tape.steps.push(() =>
      each((row, seen, column) => {
        if (seen < 0) return;
        kernels.addScaled(x.gradient + seen * n * 4, y.gradient + (row * 3 * n + column) * 4, 1, n);
      }),
    );
  }
  return y;
}
