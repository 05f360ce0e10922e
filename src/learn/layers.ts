/** Layers without memory: each computes its output and puts on the tape how to go back. */
import type { Arena } from './kernels';
import type { Parameter } from './parameters';
import { allocateTensor, type Tape, type Tensor } from './tape';

/** Largest value that 16-bit arithmetic tells apart in inference; beyond, it is cut. */
export const DEFAULT_RANGE = 16;
export const SHORT_MAX = 32_767;

/** `y = x * w + b`. `range`: the largest value of x (in size) that inference has to keep apart; 1 for what comes from an LSTM. */
export function affine(
  tape: Tape,
  x: Tensor,
  w: Parameter,
  b: Parameter | null,
  range: number = DEFAULT_RANGE,
): Tensor {
  const { kernels } = tape.arena;
  const y = allocateTensor(tape, x.rows, w.columns);
  if (b !== null) kernels.fillRows(y.at, y.columns, b.at, y.rows, y.columns);
  const add = b === null ? 0 : 1;
  if (w.packed !== 0) multiplyRounded(tape, y, x, w, range, add);
  else {
    const mark = tape.arena.mark();
    const packed = tape.arena.allocate(w.rows * w.columns * 4);
    kernels.pack(packed, w.at, w.columns, 1, w.rows, w.columns);
    kernels.multiply(y.at, y.columns, x.at, x.columns, 1, packed, x.rows, w.columns, w.rows, add);
    tape.arena.release(mark);
  }
  if (tape.random !== null) tape.steps.push(() => affineBack(tape, x, w, b, y));
  return y;
}

function multiplyRounded(tape: Tape, y: Tensor, x: Tensor, w: Parameter, range: number, add: 0 | 1): void {
  const { kernels } = tape.arena;
  const mark = tape.arena.mark();
  const shorts = tape.arena.allocate(x.rows * x.columns * 2);
  kernels.toShort(shorts, x.at, x.columns, x.rows, x.columns, SHORT_MAX / range);
  const scales = columnScales(tape, w, range);
  kernels.multiplyShort(y.at, y.columns, shorts, x.columns, w.packed, scales, x.rows, w.columns, w.rows, add);
  tape.arena.release(mark);
}

/** The scales of the columns for inputs of up to `range`. Scratch is left to the caller's mark. */
export function columnScales({ arena }: Tape, { scales, columns }: Parameter, range: number): number {
  const out = arena.allocate(columns * 4);
  for (let j = 0; j < columns; j++) {
    arena.floats[(out >> 2) + j] = arena.floats[(scales >> 2) + j]! * (range / SHORT_MAX);
  }
  return out;
}

function affineBack(tape: Tape, x: Tensor, w: Parameter, b: Parameter | null, y: Tensor): void {
  const { kernels } = tape.arena;
  const mark = tape.arena.mark();
  if (b !== null) kernels.addColumnSums(b.gradient, y.gradient, y.columns, y.rows, y.columns);
  addProduct(tape, w.gradient, x.at, x.columns, y.gradient, y.rows, w.rows, w.columns);
  if (x.gradient !== 0) addBack(tape, x.gradient, x.columns, y.gradient, y.columns, w, x.rows);
  tape.arena.release(mark);
}

/** `out[inner, columns] += A^T * D` over `rows` rows; A has `inner` columns in use. Scratch is left to the caller's mark. */
export function addProduct(
  tape: Tape,
  out: number,
  a: number,
  lda: number,
  d: number,
  rows: number,
  inner: number,
  columns: number,
): void {
  const packed = tape.arena.allocate(rows * columns * 4);
  tape.arena.kernels.pack(packed, d, columns, 1, rows, columns);
  tape.arena.kernels.multiply(out, columns, a, 1, lda, packed, inner, columns, rows, 1);
}

/** `out[rows, w.rows] += D * w^T`. Scratch is left to the caller's mark. */
export function addBack(
  tape: Tape,
  out: number,
  ldout: number,
  d: number,
  ldd: number,
  w: Parameter,
  rows: number,
): void {
  const packed = tape.arena.allocate(w.rows * w.columns * 4);
  tape.arena.kernels.pack(packed, w.at, 1, w.columns, w.columns, w.rows);
  tape.arena.kernels.multiply(out, ldout, d, ldd, 1, packed, rows, w.rows, w.columns, 1);
}

/** Writes the rows `ids` of a table into columns `from`... of `out`; -1 writes zeros. `ids` must not change before `back`. */
export function lookUp(tape: Tape, out: Tensor, from: number, table: Parameter, ids: Int32Array): void {
  const { floats } = tape.arena;
  const width = table.columns;
  for (let i = 0; i < out.rows; i++) {
    const to = (out.at >> 2) + i * out.columns + from;
    const id = ids[i]!;
    if (id < 0) floats.fill(0, to, to + width);
    else for (let j = 0; j < width; j++) floats[to + j] = floats[(table.at >> 2) + id * width + j]!;
  }
  if (tape.random === null) return;
  tape.steps.push(() => {
    for (let i = 0; i < out.rows; i++) {
      const id = ids[i]!;
      if (id < 0) continue;
      const d = (out.gradient >> 2) + i * out.columns + from;
      const to = (table.gradient >> 2) + id * width;
      for (let j = 0; j < width; j++) floats[to + j] = floats[to + j]! + floats[d + j]!;
    }
  });
}

const EPSILON = 1e-5;

/** Ba et al. 2016. `gain` and `bias` have one row. */
export function layerNorm(tape: Tape, x: Tensor, gain: Parameter, bias: Parameter): Tensor {
  const { floats } = tape.arena;
  const y = allocateTensor(tape, x.rows, x.columns);
  const n = x.columns;
  if (tape.random === null && !tape.exact) {
    tape.arena.kernels.normalise(y.at, x.at, gain.at, bias.at, x.rows, n);
    return y;
  }
  const [g, b] = [gain.at >> 2, bias.at >> 2];
  const scale = new Float32Array(x.rows);
  const means = new Float32Array(x.rows);
  for (let i = 0; i < x.rows; i++) {
    const p = (x.at >> 2) + i * n;
    const q = (y.at >> 2) + i * n;
    let sum = 0;
    for (let j = 0; j < n; j++) sum += floats[p + j]!;
    const mean = sum / n;
    let squares = 0;
    for (let j = 0; j < n; j++) {
      const d = floats[p + j]! - mean;
      squares += d * d;
    }
    const by = 1 / Math.sqrt(squares / n + EPSILON);
    scale[i] = by;
    means[i] = mean;
    for (let j = 0; j < n; j++) floats[q + j] = (floats[p + j]! - mean) * by * floats[g + j]! + floats[b + j]!;
  }
  if (tape.random !== null) tape.steps.push(() => layerNormBack(tape, x, y, gain, bias, means, scale));
  return y;
}

function layerNormBack(
  tape: Tape,
  x: Tensor,
  y: Tensor,
  gain: Parameter,
  bias: Parameter,
  means: Float32Array,
  scale: Float32Array,
): void {
  const { floats } = tape.arena;
  const n = x.columns;
  const g = gain.at >> 2;
  const [dg, db] = [gain.gradient >> 2, bias.gradient >> 2];
  for (let i = 0; i < x.rows; i++) {
    const p = (x.at >> 2) + i * n;
    const dy = (y.gradient >> 2) + i * n;
    const dx = (x.gradient >> 2) + i * n;
    const by = scale[i]!;
    const mean = means[i]!;
    let sum = 0;
    let along = 0;
    for (let j = 0; j < n; j++) {
      const unit = (floats[p + j]! - mean) * by;
      const d = floats[dy + j]!;
      floats[dg + j] = floats[dg + j]! + d * unit;
      floats[db + j] = floats[db + j]! + d;
      const e = d * floats[g + j]!;
      sum += e;
      along += e * unit;
    }
    sum /= n;
    along /= n;
    for (let j = 0; j < n; j++) {
      const unit = (floats[p + j]! - mean) * by;
      floats[dx + j] = floats[dx + j]! + by * (floats[dy + j]! * floats[g + j]! - sum - unit * along);
    }
  }
}

/** max(x, 0), in place: nothing else may use x before. */
export function relu(tape: Tape, x: Tensor): Tensor {
  const { kernels } = tape.arena;
  const n = x.rows * x.columns;
  kernels.rectify(x.at, n);
  if (tape.random !== null) tape.steps.push(() => kernels.rectifyBack(x.gradient, x.at, n));
  return x;
}

/**
 * Dropout, in place; nothing in inference. Rows of one group lose the same columns (Gal and Ghahramani 2016);
 * without groups each value falls alone.
 */
export function dropOut(tape: Tape, x: Tensor, rate: number, groups: Int32Array | null = null): Tensor {
  const { arena, random } = tape;
  if (random === null || rate === 0) return x;
  const { floats, kernels } = arena;
  const n = x.columns;
  const kept = 1 / (1 - rate);
  // rate is in [0, 1): a number drawn, a 2^32nd part of a whole one, is below it where that is below the limit.
  const limit = Math.ceil(rate * 4_294_967_296) | 0;
  const mask = arena.allocate(x.rows * n * 4);
  const draw = (at: number, count: number) => kernels.drawMask(at, count, random.pass(count), limit, kept);
  if (groups === null) draw(mask, x.rows * n);
  else {
    const firstOf = new Map<number, number>();
    for (let i = 0; i < x.rows; i++) {
      const row = (mask >> 2) + i * n;
      const first = firstOf.get(groups[i]!);
      if (first === undefined) {
        draw(row << 2, n);
        firstOf.set(groups[i]!, row);
      } else floats.copyWithin(row, first, first + n);
    }
  }
  kernels.scaleEach(x.at, mask, x.rows * n);
  tape.steps.push(() => kernels.scaleEach(x.gradient, mask, x.rows * n));
  return x;
}

/** Writes the rows `order` of a matrix, `width` floats each, at `out`; -1 writes zeros. Strides in floats. */
export function copyRows(
  arena: Arena,
  out: number,
  outStride: number,
  x: number,
  stride: number,
  order: Int32Array,
  width: number,
): void {
  const mark = arena.mark();
  const at = arena.allocate(order.length * 4);
  arena.integers.set(order, at >> 2);
  arena.kernels.copyRows(out, outStride, x, stride, at, order.length, width);
  arena.release(mark);
}

/** The rows of x in another order; a row may come several times or never, -1 gives zeros. */
export function gather(tape: Tape, x: Tensor, order: Int32Array): Tensor {
  const n = x.columns;
  const y = allocateTensor(tape, order.length, n);
  copyRows(tape.arena, y.at, n, x.at, n, order, n);
  if (tape.random !== null) {
    tape.steps.push(() => {
      for (let i = 0; i < order.length; i++) {
        if (order[i]! < 0) continue;
        tape.arena.kernels.addScaled(x.gradient + order[i]! * n * 4, y.gradient + i * n * 4, 1, n);
      }
    });
  }
  return y;
}

/** x + y, into x, which no other operation may have used before. */
export function addInto(tape: Tape, x: Tensor, y: Tensor): Tensor {
  const n = x.rows * x.columns;
  tape.arena.kernels.addScaled(x.at, y.at, 1, n);
  if (tape.random !== null) tape.steps.push(() => tape.arena.kernels.addScaled(y.gradient, x.gradient, 1, n));
  return x;
}

/** The products of the values, one by one. */
export function multiplyEach(tape: Tape, x: Tensor, y: Tensor): Tensor {
  const { arena } = tape;
  const { kernels } = arena;
  const z = allocateTensor(tape, x.rows, x.columns);
  const n = x.rows * x.columns;
  arena.bytes.copyWithin(z.at, x.at, x.at + n * 4);
  kernels.scaleEach(z.at, y.at, n);
  if (tape.random !== null) {
    tape.steps.push(() => {
      kernels.addProducts(x.gradient, z.gradient, y.at, n);
      kernels.addProducts(y.gradient, z.gradient, x.at, n);
    });
  }
  return z;
}

/** Matrices of as many rows side by side. */
export function concatenate(tape: Tape, parts: readonly Tensor[]): Tensor {
  const rows = parts[0]!.rows;
  const y = allocateTensor(
    tape,
    rows,
    parts.reduce((sum, part) => sum + part.columns, 0),
  );
  const each = (visit: (part: Tensor, from: number) => void) => {
    let from = 0;
    for (const part of parts) {
      visit(part, from);
      from += part.columns;
    }
  };
  const { kernels } = tape.arena;
  each((part, from) => {
    kernels.copyRows(y.at + from * 4, y.columns, part.at, part.columns, 0, rows, part.columns);
  });
  if (tape.random !== null) {
    tape.steps.push(() =>
      each((part, from) => {
        for (let i = 0; i < rows; i++) {
          tape.arena.kernels.addScaled(
            part.gradient + i * part.columns * 4,
            y.gradient + (i * y.columns + from) * 4,
            1,
            part.columns,
          );
        }
      }),
    );
  }
  return y;
}
