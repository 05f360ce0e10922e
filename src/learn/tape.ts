/**
 * A tape: operations on matrices write what they need to be undone; `back` plays it backwards and leaves the gradients.
 * For inference the same operations run on a tape that records nothing.
 */
import type { Arena } from './kernels';
import type { Random } from './random';

/** A matrix of 32-bit floats in an arena, row after row without gaps. The columns are a multiple of 8. */
export interface Tensor {
  /** Pointer in bytes. */
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  /** Pointer to the gradient, or 0 where none is wanted. */
  readonly gradient: number;
}

export interface Tape {
  readonly arena: Arena;
  /** null: inference. Else the source of dropout. */
  readonly random: Random | null;
  readonly steps: (() => void)[];
  /** Inference as training computes, without shortcuts: what teachers think must not change when those do. */
  readonly exact: boolean;
}

export function createTape(arena: Arena, random: Random | null, exact = false): Tape {
  return { arena, random, steps: [], exact };
}

/** Not cleared; its gradient is. */
export function allocateTensor(tape: Tape, rows: number, columns: number): Tensor {
  if (columns % 8 !== 0) throw new RangeError(`${columns} columns: not a multiple of 8`);
  const at = tape.arena.allocate(rows * columns * 4);
  const gradient = tape.random === null ? 0 : allocateZeros(tape.arena, rows * columns);
  return { at, rows, columns, gradient };
}

/** A pointer to `n` floats, all 0. */
export function allocateZeros(arena: Arena, n: number): number {
  const at = arena.allocate(n * 4);
  arena.floats.fill(0, at >> 2, (at >> 2) + n);
  return at;
}

/** The floats of a tensor (or of its gradient). */
export function floatsOf(arena: Arena, tensor: Tensor, what: 'at' | 'gradient' = 'at'): Float32Array {
  const from = tensor[what] >> 2;
  return arena.floats.subarray(from, from + tensor.rows * tensor.columns);
}

/** Plays the tape backwards and empties it. */
export function back(tape: Tape): void {
  for (let step = tape.steps.pop(); step !== undefined; step = tape.steps.pop()) step();
}
