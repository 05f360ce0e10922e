/** Parameters rounded to 8 bits, to and from sections of a weight file. */
import type { Container } from './container';
import type { Arena } from './kernels';
import type { Parameter, ParameterSet, Rounding } from './parameters';

/** What the header keeps of a parameter. */
export interface Shape {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly rounding: Rounding;
}

const LEVELS = 127;

/** Shapes for the header, integers (or floats) one parameter after another, and scales. */
export interface RoundedWeights {
  readonly shapes: readonly Shape[];
  readonly integers: Uint8Array;
  readonly floats: Uint8Array;
}

/** Rounds the parameters' present values. */
export function roundParameters(set: ParameterSet): RoundedWeights {
  const shapes = set.all.map(({ name, rows, columns, rounding }) => ({ name, rows, columns, rounding }));
  const integers: Int8Array[] = [];
  const floats: Float32Array[] = [];
  for (const p of set.all) {
    const values = set.arena.floats.subarray(p.at >> 2, (p.at >> 2) + p.rows * p.columns);
    if (p.rounding === 'floats') floats.push(values.slice());
    else {
      const { rounded, scales } = roundMatrix(values, p.rows, p.columns, p.rounding);
      integers.push(rounded);
      floats.push(scales);
    }
  }
  return { shapes, integers: join(integers), floats: join(floats) };
}

function roundMatrix(
  values: Float32Array,
  rows: number,
  columns: number,
  rounding: 'rows' | 'columns',
): { rounded: Int8Array; scales: Float32Array } {
  const scales = new Float32Array(rounding === 'rows' ? rows : columns);
  const at = (i: number) => (rounding === 'rows' ? Math.floor(i / columns) : i % columns);
  for (let i = 0; i < values.length; i++) scales[at(i)] = Math.max(scales[at(i)]!, Math.abs(values[i]!) / LEVELS);
  const rounded = new Int8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const scale = scales[at(i)]!;
    rounded[i] = scale === 0 ? 0 : Math.round(values[i]! / scale);
  }
  return { rounded, scales };
}

function join(parts: readonly (Int8Array | Float32Array)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

/**
 * The parameters of a file, in an arena, for inference: `add` finds them by name (those not asked for cost nothing).
 * Weight matrices stay integers (packed for 16-bit products), tables become floats.
 */
export function readParameters(arena: Arena, file: Container): ParameterSet {
  const shapes = file.header['parameters'] as Shape[];
  const integers = file.section('integers');
  const floats = new Float32Array(new Uint8Array(file.section('floats')).buffer);
  const makers = new Map<string, { shape: Shape; make: () => Parameter }>();
  let [i, f] = [0, 0];
  for (const shape of shapes) {
    const n = shape.rows * shape.columns;
    const count = shape.rounding === 'floats' ? n : shape.rounding === 'rows' ? shape.rows : shape.columns;
    const values = floats.subarray(f, f + count);
    const rounded = new Int8Array(integers.buffer, integers.byteOffset + i, shape.rounding === 'floats' ? 0 : n);
    makers.set(shape.name, {
      shape,
      make: () =>
        shape.rounding === 'floats'
          ? place(arena, shape, values)
          : shape.rounding === 'rows'
            ? placeTable(arena, shape, rounded, values)
            : pack(arena, shape, rounded, values),
    });
    i += rounded.length;
    f += count;
  }
  const all: Parameter[] = [];
  return {
    arena,
    all,
    add(name, rows, columns) {
      const found = makers.get(name);
      if (found === undefined) throw new Error(`the weight file has no parameter "${name}"`);
      const { shape, make } = found;
      if (shape.rows !== rows || shape.columns !== columns) {
        throw new Error(
          `"${name}" is ${shape.rows} x ${shape.columns} in the weight file, expected ${rows} x ${columns}`,
        );
      }
      const parameter = make();
      all.push(parameter);
      return parameter;
    },
  };
}

const INFERENCE = { gradient: 0, m1: 0, m2: 0, mean: 0, rate: 1 };

function place(arena: Arena, shape: Shape, values: Float32Array): Parameter {
  const at = arena.allocate(values.length * 4);
  arena.floats.set(values, at >> 2);
  return { ...shape, ...INFERENCE, at, packed: 0, scales: 0 };
}

function placeTable(arena: Arena, shape: Shape, rounded: Int8Array, scales: Float32Array): Parameter {
  const at = arena.allocate(rounded.length * 4);
  const out = at >> 2;
  for (let r = 0, i = 0; r < shape.rows; r++) {
    const scale = scales[r]!;
    for (let c = 0; c < shape.columns; c++, i++) arena.floats[out + i] = rounded[i]! * scale;
  }
  return { ...shape, ...INFERENCE, at, packed: 0, scales: 0 };
}

function pack(arena: Arena, shape: Shape, rounded: Int8Array, scales: Float32Array): Parameter {
  const { rows, columns } = shape;
  const at = arena.allocate(scales.length * 4);
  arena.floats.set(scales, at >> 2);
  const packed = arena.allocate(rows * columns * 2);
  const mark = arena.mark();
  const plain = arena.allocate(rows * columns * 2);
  arena.shorts.set(rounded, plain >> 1);
  arena.kernels.packShort(packed, plain, rows, columns);
  arena.release(mark);
  return { ...shape, ...INFERENCE, at: 0, packed, scales: at };
}
