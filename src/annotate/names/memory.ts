/** Document memory: what the article shows of a form at its other places, after Chieu and Ng (2002). */
import { allocateTensor, type Tape, type Tensor } from '../../learn/tape';

/** For each row the mean of the rows with the same number; zeros for -1. */
export function recall(tape: Tape, x: Tensor, forms: Int32Array): Tensor {
  const { floats, kernels } = tape.arena;
  const n = x.columns;
  const m = allocateTensor(tape, x.rows, n);
  floats.fill(0, m.at >> 2, (m.at >> 2) + m.rows * n);
  const members = groupRows(forms);
  for (const rows of members) {
    const first = m.at + rows[0]! * n * 4;
    for (const row of rows) kernels.addScaled(first, x.at + row * n * 4, 1 / rows.length, n);
    for (const row of rows.slice(1)) floats.copyWithin((m.at >> 2) + row * n, first >> 2, (first >> 2) + n);
  }
  if (tape.random !== null) {
    tape.steps.push(() => {
      for (const rows of members) {
        const first = m.gradient + rows[0]! * n * 4;
        for (const row of rows.slice(1)) kernels.addScaled(first, m.gradient + row * n * 4, 1, n);
        for (const row of rows) kernels.addScaled(x.gradient + row * n * 4, first, 1 / rows.length, n);
      }
    });
  }
  return m;
}

function groupRows(forms: Int32Array): number[][] {
  const groups = new Map<number, number[]>();
  forms.forEach((form, row) => {
    if (form < 0) return;
    const rows = groups.get(form);
    if (rows === undefined) groups.set(form, [row]);
    else rows.push(row);
  });
  return [...groups.values()];
}
