/** Packs pretrained vectors: principal components, a random rotation (so that all numbers weigh alike), 4 bits. */
import { writeContainer } from './container';
import { createRandom, normal } from './random';
import { fingerprint, MIDDLE } from './vectors';

export interface VectorSource {
  /** The most frequent first. */
  readonly words: readonly string[];
  vector(word: string): readonly number[];
}

export interface VectorOptions {
  readonly seed: number;
  readonly words: number;
  readonly width: number;
}

export const VECTORS: VectorOptions = { seed: 1, words: 100_000, width: 64 };

export function packVectors(
  source: VectorSource,
  options: VectorOptions,
  about: Readonly<Record<string, unknown>>,
): Uint8Array {
  const rows: { print: number; values: Float64Array }[] = [];
  const seen = new Set<number>();
  const words = source.words.slice(0, options.words).filter((word) => {
    const print = fingerprint(word);
    if (seen.has(print)) return false;
    seen.add(print);
    return true;
  });
  const from = source.vector(words[0]!).length;
  const data = words.map((word) => Float64Array.from(source.vector(word)));
  const mean = new Float64Array(from);
  for (const row of data) for (let j = 0; j < from; j++) mean[j] = mean[j]! + row[j]! / data.length;
  for (const row of data) for (let j = 0; j < from; j++) row[j] = row[j]! - mean[j]!;
  const components = principalComponents(covariance(data, from), options.width);
  const turn = rotation(options.width, options.seed);
  const basis = turn.map((weights) =>
    Float64Array.from({ length: from }, (_, j) => weights.reduce((sum, w, k) => sum + w * components[k]![j]!, 0)),
  );
  data.forEach((row, i) => {
    rows.push({ print: fingerprint(words[i]!), values: project(row, basis) });
  });
  rows.sort((a, b) => a.print - b.print);
  return write(rows, options, about);
}

function project(row: Float64Array, basis: readonly Float64Array[]): Float64Array {
  return Float64Array.from(basis, (axis) => {
    let sum = 0;
    for (let j = 0; j < axis.length; j++) sum += axis[j]! * row[j]!;
    return sum;
  });
}

function write(
  rows: readonly { readonly print: number; readonly values: Float64Array }[],
  options: VectorOptions,
  about: Readonly<Record<string, unknown>>,
): Uint8Array {
  const best = rows.map(({ values }) => bestScale(values));
  const top = best.reduce((max, scale) => Math.max(max, scale), 0);
  const stride = options.width / 2;
  const prints = new Uint32Array(rows.length);
  const scales = new Uint8Array(rows.length);
  const numbers = new Uint8Array(rows.length * stride);
  rows.forEach(({ print, values }, i) => {
    prints[i] = print;
    scales[i] = Math.max(1, Math.round((best[i]! / top) * 255));
    const scale = (scales[i]! * top) / 255;
    for (let j = 0; j < stride; j++) {
      numbers[i * stride + j] = level(values[2 * j]!, scale) | (level(values[2 * j + 1]!, scale) << 4);
    }
  });
  return writeContainer(
    { name: 'vectors', ...about, seed: options.seed, words: rows.length, width: options.width, scale: top },
    [
      { name: 'fingerprints', bytes: new Uint8Array(prints.buffer) },
      { name: 'scales', bytes: scales },
      { name: 'numbers', bytes: numbers },
    ],
  );
}

function level(value: number, scale: number): number {
  return Math.min(15, Math.max(0, Math.round(value / scale + MIDDLE)));
}

/** The scale with the smallest squared error: a few large numbers are better cut than kept. */
function bestScale(values: Float64Array): number {
  const max = values.reduce((m, x) => Math.max(m, Math.abs(x)), 1e-9);
  let [best, least] = [max / MIDDLE, Infinity];
  for (let part = 0.5; part <= 1.001; part += 0.05) {
    const scale = (max * part) / MIDDLE;
    let error = 0;
    for (const x of values) error += (x - (level(x, scale) - MIDDLE) * scale) ** 2;
    if (error < least) [best, least] = [scale, error];
  }
  return best;
}

function covariance(data: readonly Float64Array[], n: number): Float64Array[] {
  const sums = Array.from({ length: n }, () => new Float64Array(n));
  for (const row of data) {
    for (let i = 0; i < n; i++) {
      const line = sums[i]!;
      const x = row[i]!;
      for (let j = i; j < n; j++) line[j] = line[j]! + x * row[j]!;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sums[i]![j] = sums[j]![i]!;
  return sums;
}

/** The `count` eigenvectors of the largest eigenvalues, by Jacobi's rotations. */
function principalComponents(matrix: Float64Array[], count: number): Float64Array[] {
  const n = matrix.length;
  const vectors = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(matrix, vectors, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => matrix[b]![b]! - matrix[a]![a]! || a - b);
  return order.slice(0, count).map((c) => Float64Array.from({ length: n }, (_, j) => vectors[j]![c]!));
}

function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (Math.abs(apq) < 1e-12) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (x: number, y: number): [number, number] => [c * x - s * y, s * x + c * y];
  for (const row of a) [row[p], row[q]] = turn(row[p]!, row[q]!);
  const [ap, aq] = [a[p]!, a[q]!];
  for (let k = 0; k < ap.length; k++) [ap[k], aq[k]] = turn(ap[k]!, aq[k]!);
  for (const row of v) [row[p], row[q]] = turn(row[p]!, row[q]!);
}

/** A random rotation: Gram and Schmidt over normal deviates. */
function rotation(n: number, seed: number): Float64Array[] {
  const random = createRandom(seed);
  const rows: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    const row = Float64Array.from({ length: n }, () => normal(random));
    for (const before of rows) {
      const along = row.reduce((sum, x, j) => sum + x * before[j]!, 0);
      for (let j = 0; j < n; j++) row[j] = row[j]! - along * before[j]!;
    }
    const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
    rows.push(row.map((x) => x / length));
  }
  return rows;
}
