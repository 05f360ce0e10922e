/** The WebAssembly kernels (kernels.as.ts) over one memory of fixed size. */
import { KERNEL_BYTES } from './kernel-bytes';

/** What we use of WebAssembly: its types come with `lib: dom`, which a program without a page does not have. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: object };
  Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
};

/** Pointers are bytes, strides numbers of elements. See kernels.as.ts for what each does. */
export interface Kernels {
  pack(out: number, b: number, rowStride: number, columnStride: number, k: number, n: number): void;
  multiply(
    c: number,
    ldc: number,
    a: number,
    rowStride: number,
    columnStride: number,
    packed: number,
    m: number,
    n: number,
    k: number,
    add: 0 | 1,
  ): void;
  fillRows(c: number, ldc: number, row: number, m: number, n: number): void;
  copyRows(out: number, ldout: number, x: number, ldx: number, order: number, m: number, n: number): void;
  addScaled(y: number, x: number, by: number, n: number): void;
  rectify(x: number, n: number): void;
  rectifyBack(d: number, x: number, n: number): void;
  normalise(y: number, x: number, gain: number, bias: number, m: number, n: number): void;
  scaleEach(y: number, x: number, n: number): void;
  addProducts(z: number, x: number, y: number, n: number): void;
  addColumnSums(out: number, x: number, ldx: number, m: number, n: number): void;
  drawMask(out: number, n: number, state: number, limit: number, kept: number): void;
  exponent(x: number, by: number, n: number): void;
  lstmStep(
    z: number,
    before: number,
    c: number,
    out: number,
    ldout: number,
    m: number,
    carried: number,
    h: number,
  ): void;
  lstmStepBack(
    z: number,
    before: number,
    c: number,
    dh: number,
    lddh: number,
    dc: number,
    m: number,
    carried: number,
    h: number,
  ): void;
  adam(
    p: number,
    g: number,
    m1: number,
    m2: number,
    n: number,
    scale: number,
    rate: number,
    b1: number,
    b2: number,
    fix: number,
  ): void;
  average(mean: number, p: number, keep: number, n: number): void;
  packShort(out: number, w: number, k: number, n: number): void;
  toShort(out: number, x: number, ldx: number, m: number, n: number, by: number): void;
  multiplyShort(
    c: number,
    ldc: number,
    a: number,
    rowStride: number,
    packed: number,
    scale: number,
    m: number,
    n: number,
    k: number,
    add: 0 | 1,
  ): void;
}

const PAGE_BYTES = 65_536;
/** Everything is laid out at multiples of this. */
const ALIGN_BYTES = 16;

/** A memory, filled from the bottom like a stack: weights first, then what one batch needs, given back by `release`. */
export interface Arena {
  readonly kernels: Kernels;
  readonly floats: Float32Array;
  readonly integers: Int32Array;
  readonly shorts: Int16Array;
  readonly bytes: Uint8Array;
  /** A pointer to `n` bytes, not cleared. */
  allocate(n: number): number;
  mark(): number;
  release(mark: number): void;
}

let compiled: object | null = null;

/** The operating system gives the memory page by page as it is written to, so a large one costs nothing. */
export function createArena(megabytes: number): Arena {
  compiled ??= new WebAssembly.Module(Buffer.from(KERNEL_BYTES, 'base64'));
  const pages = Math.ceil((megabytes * 1_048_576) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const kernels = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Kernels;
  const size = memory.buffer.byteLength;
  let top = ALIGN_BYTES;
  return {
    kernels,
    floats: new Float32Array(memory.buffer),
    integers: new Int32Array(memory.buffer),
    shorts: new Int16Array(memory.buffer),
    bytes: new Uint8Array(memory.buffer),
    allocate(n) {
      const at = top;
      top += Math.ceil(n / ALIGN_BYTES) * ALIGN_BYTES;
      if (top > size) throw new RangeError(`the arena of ${megabytes} MB is full`);
      return at;
    },
    mark: () => top,
    release(mark) {
      top = mark;
    },
  };
}
