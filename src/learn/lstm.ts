/**
 * A bidirectional LSTM (Hochreiter and Schmidhuber 1997; Graves and Schmidhuber 2005) over packed sequences.
 *
 * Packed: the sequences sorted by length, longest first, and laid out step by step: the first token of each, then the
 * second of each that has one, ... Step t is `counts[t]` rows from row `offsets[t]`; row i of it belongs to sequence i,
 * so that the rows of a step go on from the first rows of the step before.
 */
import { addBack, addProduct, columnScales, copyRows, SHORT_MAX } from './layers';
import type { Parameter, ParameterSet } from './parameters';
import { allocateTensor, allocateZeros, type Tape, type Tensor } from './tape';

export interface Packing {
  readonly offsets: Int32Array;
  readonly counts: Int32Array;
  readonly rows: number;
  /** For each packed row its place in the sequences one after another, as they were given. */
  readonly places: Int32Array;
  /** For each place its packed row. */
  readonly rowOf: Int32Array;
  /** For each packed row its sequence, as they were given. */
  readonly sequences: Int32Array;
}

export function packSequences(lengths: readonly number[]): Packing {
  const starts: number[] = [];
  let rows = 0;
  for (const length of lengths) {
    starts.push(rows);
    rows += length;
  }
  const order = lengths.map((_, i) => i).sort((a, b) => lengths[b]! - lengths[a]! || a - b);
  const steps = lengths.length === 0 ? 0 : lengths[order[0]!]!;
  const [offsets, counts] = [new Int32Array(steps), new Int32Array(steps)];
  const [places, rowOf, sequences] = [new Int32Array(rows), new Int32Array(rows), new Int32Array(rows)];
  let row = 0;
  for (let t = 0; t < steps; t++) {
    offsets[t] = row;
    for (const sequence of order) {
      if (lengths[sequence]! <= t) break;
      const place = starts[sequence]! + t;
      places[row] = place;
      rowOf[place] = row;
      sequences[row] = sequence;
      row++;
    }
    counts[t] = row - offsets[t]!;
  }
  return { offsets, counts, rows, places, rowOf, sequences };
}

/** Weights of one direction: gates i, f, o and candidate g side by side. */
export interface LstmWeights {
  readonly input: Parameter;
  readonly recurrent: Parameter;
  readonly bias: Parameter;
}

export function addLstm(set: ParameterSet, name: string, width: number, hidden: number): LstmWeights {
  const input = set.add(`${name}.input`, width, 4 * hidden, 'columns', 1 / Math.sqrt(width));
  const recurrent = set.add(`${name}.recurrent`, hidden, 4 * hidden, 'columns', 1 / Math.sqrt(hidden));
  const bias = set.add(`${name}.bias`, 1, 4 * hidden, 'floats', 0);
  if (bias.m1 !== 0) {
    // The forget gate starts open (Gers et al. 2000).
    for (const p of [bias.at, bias.mean]) set.arena.floats.fill(1, (p >> 2) + hidden, (p >> 2) + 2 * hidden);
  }
  return { input, recurrent, bias };
}

/** x[rows, width] in packed order -> [rows, 2 * hidden]: forwards, then backwards. `range` as in `affine`. */
export function bidirectionalLstm(
  tape: Tape,
  x: Tensor,
  packing: Packing,
  forwards: LstmWeights,
  backwards: LstmWeights,
  range: number,
): Tensor {
  const hidden = forwards.recurrent.rows;
  const y = allocateTensor(tape, x.rows, 2 * hidden);
  [forwards, backwards].forEach((weights, direction) => {
    const reverse = direction === 1;
    const outside = tape.arena.mark();
    const z = allocateSums(tape, x.rows, hidden);
    const inside = tape.arena.mark();
    project(tape, z, x, weights, range);
    tape.arena.release(inside);
    const c = run(tape, z, y, direction * hidden, packing, weights, reverse);
    if (tape.random === null) tape.arena.release(outside);
    else tape.steps.push(() => runBack(tape, x, y, direction * hidden, packing, weights, reverse, z, c));
  });
  return y;
}

/** For inference with `projectInputs` done before: row i of the packing is row `rows[i]` of the table. */
export function bidirectionalLstmOf(
  tape: Tape,
  table: number,
  rows: Int32Array,
  packing: Packing,
  forwards: LstmWeights,
  backwards: LstmWeights,
): Tensor {
  const hidden = forwards.recurrent.rows;
  const gates = 4 * hidden;
  const y = allocateTensor(tape, rows.length, 2 * hidden);
  [forwards, backwards].forEach((weights, direction) => {
    const mark = tape.arena.mark();
    const z = allocateSums(tape, rows.length, hidden);
    copyRows(tape.arena, z, gates, table + direction * gates * 4, 2 * gates, rows, gates);
    run(tape, z, y, direction * hidden, packing, weights, direction === 1);
    tape.arena.release(mark);
  });
  return y;
}

/** What the inputs give to the gates, [rows, 2, 4 * hidden], written at `out`: it does not depend on the neighbours. */
export function projectInputs(
  tape: Tape,
  out: number,
  x: Tensor,
  forwards: LstmWeights,
  backwards: LstmWeights,
  range: number,
): void {
  const gates = 4 * forwards.recurrent.rows;
  const mark = tape.arena.mark();
  const z = tape.arena.allocate(x.rows * gates * 4);
  [forwards, backwards].forEach((weights, direction) => {
    const inside = tape.arena.mark();
    project(tape, z, x, weights, range);
    tape.arena.release(inside);
    tape.arena.kernels.copyRows(out + direction * gates * 4, 2 * gates, z, gates, 0, x.rows, gates);
  });
  tape.arena.release(mark);
}

/** A row more, for steps that are filled up to four. */
function allocateSums(tape: Tape, rows: number, hidden: number): number {
  return tape.arena.allocate((rows + 1) * 4 * hidden * 4);
}

/** z = x * input + bias. Scratch is left to the caller's mark. */
function project(tape: Tape, z: number, x: Tensor, weights: LstmWeights, range: number): void {
  const { arena } = tape;
  const { kernels } = arena;
  const { input } = weights;
  const gates = input.columns;
  kernels.fillRows(z, gates, weights.bias.at, x.rows, gates);
  if (input.packed === 0) {
    const packed = arena.allocate(x.columns * gates * 4);
    kernels.pack(packed, input.at, gates, 1, x.columns, gates);
    kernels.multiply(z, gates, x.at, x.columns, 1, packed, x.rows, gates, x.columns, 1);
    return;
  }
  const shorts = arena.allocate(x.rows * x.columns * 2);
  const scales = columnScales(tape, input, range);
  kernels.toShort(shorts, x.at, x.columns, x.rows, x.columns, SHORT_MAX / range);
  kernels.multiplyShort(z, gates, shorts, x.columns, input.packed, scales, x.rows, gates, x.columns, 1);
}

/** From the sums z of the inputs; writes columns `from`... of y; returns the cells (left in the arena in training). */
function run(
  tape: Tape,
  z: number,
  y: Tensor,
  from: number,
  packing: Packing,
  weights: LstmWeights,
  reverse: boolean,
): number {
  const { arena } = tape;
  const { kernels } = arena;
  const hidden = weights.recurrent.rows;
  const gates = 4 * hidden;
  const { offsets, counts, rows } = packing;
  const steps = counts.length;
  const c = arena.allocate(rows * hidden * 4);
  const inside = arena.mark();
  const rounded = weights.recurrent.packed !== 0;
  let recurrent = weights.recurrent.packed;
  let shorts = 0;
  let scales = 0;
  if (rounded) {
    shorts = arena.allocate(((counts[0] ?? 0) + 1) * hidden * 2);
    scales = columnScales(tape, weights.recurrent, 1);
  } else {
    recurrent = arena.allocate(hidden * gates * 4);
    kernels.pack(recurrent, weights.recurrent.at, gates, 1, hidden, gates);
  }
  const out = y.at + from * 4;
  for (let k = 0; k < steps; k++) {
    const t = reverse ? steps - 1 - k : k;
    const past = reverse ? t + 1 : t - 1;
    const m = counts[t]!;
    const carried = k === 0 ? 0 : Math.min(m, counts[past]!);
    const zt = z + offsets[t]! * gates * 4;
    const before = k === 0 ? 0 : offsets[past]!;
    if (carried > 0) {
      const h = out + before * y.columns * 4;
      if (rounded) {
        kernels.toShort(shorts, h, y.columns, carried, hidden, SHORT_MAX);
        // Four rows cost less than three: these are filled up with zeros, which add nothing.
        const height = carried % 4 === 3 ? carried + 1 : carried;
        arena.shorts.fill(0, (shorts >> 1) + carried * hidden, (shorts >> 1) + height * hidden);
        kernels.multiplyShort(zt, gates, shorts, hidden, recurrent, scales, height, gates, hidden, 1);
      } else kernels.multiply(zt, gates, h, y.columns, 1, recurrent, carried, gates, hidden, 1);
    }
    kernels.lstmStep(
      zt,
      c + before * hidden * 4,
      c + offsets[t]! * hidden * 4,
      out + offsets[t]! * y.columns * 4,
      y.columns,
      m,
      carried,
      hidden,
    );
  }
  arena.release(inside);
  return c;
}

function runBack(
  tape: Tape,
  x: Tensor,
  y: Tensor,
  from: number,
  packing: Packing,
  weights: LstmWeights,
  reverse: boolean,
  z: number,
  c: number,
): void {
  const { arena } = tape;
  const { kernels } = arena;
  const hidden = weights.recurrent.rows;
  const gates = 4 * hidden;
  const { offsets, counts, rows } = packing;
  const steps = counts.length;
  const mark = arena.mark();
  const turned = arena.allocate(hidden * gates * 4);
  kernels.pack(turned, weights.recurrent.at, 1, gates, gates, hidden);
  const dc = allocateZeros(arena, (counts[0] ?? 0) * hidden);
  // The output of the step before, row by row: what the recurrent weights saw.
  const seen = allocateZeros(arena, rows * hidden);
  const dy = y.gradient + from * 4;
  for (let k = steps - 1; k >= 0; k--) {
    const t = reverse ? steps - 1 - k : k;
    const past = reverse ? t + 1 : t - 1;
    const m = counts[t]!;
    const carried = k === 0 ? 0 : Math.min(m, counts[past]!);
    const before = k === 0 ? 0 : offsets[past]!;
    const zt = z + offsets[t]! * gates * 4;
    kernels.lstmStepBack(
      zt,
      c + before * hidden * 4,
      c + offsets[t]! * hidden * 4,
      dy + offsets[t]! * y.columns * 4,
      y.columns,
      dc,
      m,
      carried,
      hidden,
    );
    if (carried === 0) continue;
    kernels.multiply(dy + before * y.columns * 4, y.columns, zt, gates, 1, turned, carried, hidden, gates, 1);
    for (let i = 0; i < carried; i++) {
      const h = (y.at >> 2) + (before + i) * y.columns + from;
      arena.floats.copyWithin((seen >> 2) + (offsets[t]! + i) * hidden, h, h + hidden);
    }
  }
  kernels.addColumnSums(weights.bias.gradient, z, gates, rows, gates);
  addProduct(tape, weights.recurrent.gradient, seen, hidden, z, rows, hidden, gates);
  addProduct(tape, weights.input.gradient, x.at, x.columns, z, rows, x.columns, gates);
  if (x.gradient !== 0) addBack(tape, x.gradient, x.columns, z, gates, weights.input, rows);
  arena.release(mark);
}
