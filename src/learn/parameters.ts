/** What is learnt: matrices with their gradients, and Adam that moves them. */
import type { Arena } from './kernels';
import type { Random } from './random';

/** How a parameter is rounded to 8 bits: one scale a row (embeddings), one a column (weights), or kept as floats. */
export type Rounding = 'rows' | 'columns' | 'floats';

export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly rounding: Rounding;
  /** Pointers in bytes; gradient, m1, m2 and mean are 0 in inference. */
  readonly at: number;
  readonly gradient: number;
  readonly m1: number;
  readonly m2: number;
  /** Running mean of the values, what is saved in the end. */
  readonly mean: number;
  /** Learns so many times as fast as the rest. */
  readonly rate: number;
  /** Inference only: the integers packed for `multiplyShort`, and the scales of the columns; else 0. */
  readonly packed: number;
  readonly scales: number;
}

/** All parameters of a net, in the order of the file. */
export interface ParameterSet {
  readonly arena: Arena;
  /** Makes one, or in inference finds it; `deviation` of the first values (uniform around 0), or 'ones'. */
  add(
    name: string,
    rows: number,
    columns: number,
    rounding: Rounding,
    deviation: number | 'ones',
    rate?: number,
  ): Parameter;
  readonly all: readonly Parameter[];
}

/** For training: values drawn by `random`. */
export function createParameters(arena: Arena, random: Random): ParameterSet {
  const all: Parameter[] = [];
  return {
    arena,
    all,
    add(name, rows, columns, rounding, deviation, rate = 1) {
      const n = rows * columns;
      if (n % 4 !== 0) throw new RangeError(`${name}: ${n} values are not a multiple of 4`);
      const [at, gradient, m1, m2, mean] = [0, 0, 0, 0, 0].map(() => {
        const p = arena.allocate(n * 4);
        arena.floats.fill(0, p >> 2, (p >> 2) + n);
        return p;
      }) as [number, number, number, number, number];
      const half = deviation === 'ones' ? 0 : deviation * Math.sqrt(3);
      for (let i = 0; i < n; i++) {
        const value = deviation === 'ones' ? 1 : (2 * random.next() - 1) * half;
        arena.floats[(at >> 2) + i] = value;
        arena.floats[(mean >> 2) + i] = value;
      }
      const parameter = { name, rows, columns, rounding, at, gradient, m1, m2, mean, rate, packed: 0, scales: 0 };
      all.push(parameter);
      return parameter;
    },
  };
}

export interface AdamOptions {
  readonly rate: number;
  readonly warmup: number;
  /** Steps in all: after the warm-up the rate falls in a line to `floor` times its height. */
  readonly steps: number;
  readonly floor: number;
  readonly b1: number;
  readonly b2: number;
  /** Longest gradient, or Infinity. */
  readonly clip: number;
  /** The running mean keeps at most this part of itself a step. */
  readonly keep: number;
}

export const ADAM: AdamOptions = {
  rate: 2e-3,
  warmup: 200,
  steps: 1000,
  floor: 0.02,
  b1: 0.9,
  b2: 0.98,
  clip: 5,
  keep: 0.998,
};

/** Returns the function that makes one step and clears the gradients. */
export function createAdam(set: ParameterSet, options: AdamOptions): () => void {
  const { kernels, floats } = set.arena;
  let step = 0;
  return () => {
    step++;
    const { warmup, steps, floor, b1, b2 } = options;
    const fall = Math.max(0, (step - warmup) / Math.max(1, steps - warmup));
    const height = options.rate * (step < warmup ? step / warmup : 1 - (1 - floor) * Math.min(1, fall));
    const scale = Math.min(1, options.clip / norm(set, floats));
    const rate = height / (1 - b1 ** step);
    const keep = Math.min(options.keep, (1 + step) / (10 + step));
    for (const p of set.all) {
      const n = p.rows * p.columns;
      kernels.adam(p.at, p.gradient, p.m1, p.m2, n, scale, rate * p.rate, b1, b2, 1 / (1 - b2 ** step));
      kernels.average(p.mean, p.at, keep, n);
    }
  };
}

function norm(set: ParameterSet, floats: Float32Array): number {
  let sum = 0;
  for (const p of set.all) {
    const end = (p.gradient >> 2) + p.rows * p.columns;
    for (let i = p.gradient >> 2; i < end; i++) sum += floats[i]! * floats[i]!;
  }
  return Math.sqrt(sum) + 1e-12;
}

/** Swaps the values with their running means: call before and after scoring, and before saving. */
export function swapMeans(set: ParameterSet): void {
  const { floats } = set.arena;
  for (const p of set.all) {
    for (let i = 0; i < p.rows * p.columns; i++) {
      const x = floats[(p.at >> 2) + i]!;
      floats[(p.at >> 2) + i] = floats[(p.mean >> 2) + i]!;
      floats[(p.mean >> 2) + i] = x;
    }
  }
}
