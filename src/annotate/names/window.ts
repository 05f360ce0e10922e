/** What a dilated convolution sees of a row: the row `by` before it, itself, and the row `by` after it, side by side. */
import { allocateTensor, type Tape, type Tensor } from '../../learn/tape';

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
