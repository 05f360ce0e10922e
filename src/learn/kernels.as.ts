/**
 * The kernels: matrix products, LSTM steps, Adam. AssemblyScript 0.28 (not TypeScript: kept out of tsc and Biome).
 * Pointers are bytes, strides are numbers of elements. Plain SIMD with a fixed order of sums: the same bits everywhere.
 * exp is our own polynomial (Cephes expf), never the engine's.
 *
 *   npx --package assemblyscript@0.28.20 asc kernels.as.ts -O3 --noAssert --runtime stub --enable simd \
 *     --importMemory -o kernels.wasm -t kernels.wat
 */

/** B[k, n] (any strides) -> panels of 8 columns, [n / 8][k][8], the last filled with zeros. */
export function pack(out: usize, b: usize, rowStride: i32, columnStride: i32, k: i32, n: i32): void {
  let o = out;
  for (let j = 0; j < n; j += 8) {
    const wide = n - j < 8 ? n - j : 8;
    if (columnStride == 1 && wide == 8) {
      let p = b + (<usize>j << 2);
      for (let r = 0; r < k; r++) {
        v128.store(o, v128.load(p));
        v128.store(o, v128.load(p, 16), 16);
        o += 32;
        p += <usize>rowStride << 2;
      }
    } else {
      for (let r = 0; r < k; r++) {
        for (let x = 0; x < 8; x++) {
          f32.store(o + (<usize>x << 2), x < wide ? f32.load(b + ((<usize>r * rowStride + <usize>(j + x) * columnStride) << 2)) : 0);
        }
        o += 32;
      }
    }
  }
}

/** C[m, n] = A[m, k] * B, or C += where `add` is 1; B packed, n a multiple of 8, A with any strides. */
export function multiply(c: usize, ldc: i32, a: usize, rowStride: i32, columnStride: i32, b: usize, m: i32, n: i32, k: i32, add: i32): void {
  const ar = <usize>rowStride << 2;
  const ac = <usize>columnStride << 2;
  const cr = <usize>ldc << 2;
  for (let j = 0; j < n; j += 8) {
    const panel = b + (<usize>(j * k) << 2);
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      let p0 = a + <usize>i * ar;
      let p1 = p0 + ar;
      let p2 = p1 + ar;
      let p3 = p2 + ar;
      let pb = panel;
      const pc = c + <usize>i * cr + (<usize>j << 2);
      const end = pb + (<usize>k << 5);
      let s00 = f32x4.splat(0), s01 = f32x4.splat(0), s10 = f32x4.splat(0), s11 = f32x4.splat(0);
      let s20 = f32x4.splat(0), s21 = f32x4.splat(0), s30 = f32x4.splat(0), s31 = f32x4.splat(0);
      if (add) {
        s00 = v128.load(pc); s01 = v128.load(pc, 16);
        s10 = v128.load(pc + cr); s11 = v128.load(pc + cr, 16);
        s20 = v128.load(pc + 2 * cr); s21 = v128.load(pc + 2 * cr, 16);
        s30 = v128.load(pc + 3 * cr); s31 = v128.load(pc + 3 * cr, 16);
      }
      while (pb < end) {
        const b0 = v128.load(pb);
        const b1 = v128.load(pb, 16);
        const x0 = v128.load32_splat(p0);
        s00 = f32x4.add(s00, f32x4.mul(x0, b0));
        s01 = f32x4.add(s01, f32x4.mul(x0, b1));
        const x1 = v128.load32_splat(p1);
        s10 = f32x4.add(s10, f32x4.mul(x1, b0));
        s11 = f32x4.add(s11, f32x4.mul(x1, b1));
        const x2 = v128.load32_splat(p2);
        s20 = f32x4.add(s20, f32x4.mul(x2, b0));
        s21 = f32x4.add(s21, f32x4.mul(x2, b1));
        const x3 = v128.load32_splat(p3);
        s30 = f32x4.add(s30, f32x4.mul(x3, b0));
        s31 = f32x4.add(s31, f32x4.mul(x3, b1));
        p0 += ac;
        p1 += ac;
        p2 += ac;
        p3 += ac;
        pb += 32;
      }
      v128.store(pc, s00); v128.store(pc, s01, 16);
      v128.store(pc + cr, s10); v128.store(pc + cr, s11, 16);
      v128.store(pc + 2 * cr, s20); v128.store(pc + 2 * cr, s21, 16);
      v128.store(pc + 3 * cr, s30); v128.store(pc + 3 * cr, s31, 16);
    }
    for (; i < m; i++) {
      let pa = a + <usize>i * ar;
      let pb = panel;
      const pc = c + <usize>i * cr + (<usize>j << 2);
      let s0 = f32x4.splat(0), s1 = f32x4.splat(0);
      if (add) { s0 = v128.load(pc); s1 = v128.load(pc, 16); }
      for (let r = 0; r < k; r++) {
        const x = v128.load32_splat(pa);
        s0 = f32x4.add(s0, f32x4.mul(x, v128.load(pb)));
        s1 = f32x4.add(s1, f32x4.mul(x, v128.load(pb, 16)));
        pa += ac;
        pb += 32;
      }
      v128.store(pc, s0); v128.store(pc, s1, 16);
    }
  }
}

/** Each row of C[m, n] = row (n a multiple of 4). */
export function fillRows(c: usize, ldc: i32, row: usize, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) {
    const p = c + (<usize>(i * ldc) << 2);
    for (let j: usize = 0; j < (<usize>n << 2); j += 16) v128.store(p + j, v128.load(row + j));
  }
}

/** Rows of X, n floats each (a multiple of 4), one after another where `order` is 0, else those it names (-1: zeros). Strides in elements. */
export function copyRows(out: usize, ldout: i32, x: usize, ldx: i32, order: usize, m: i32, n: i32): void {
  const wide = <usize>n << 2;
  const zero = f32x4.splat(0);
  for (let i = 0; i < m; i++) {
    const row = order == 0 ? i : i32.load(order + (<usize>i << 2));
    const q = out + (<usize>(i * ldout) << 2);
    const p = x + (<usize>(row * ldx) << 2);
    if (row < 0) for (let j: usize = 0; j < wide; j += 16) v128.store(q + j, zero);
    else for (let j: usize = 0; j < wide; j += 16) v128.store(q + j, v128.load(p + j));
  }
}

/** y += x * by (n a multiple of 4). */
export function addScaled(y: usize, x: usize, by: f32, n: i32): void {
  const s = f32x4.splat(by);
  for (let j: usize = 0; j < (<usize>n << 2); j += 16) v128.store(y + j, f32x4.add(v128.load(y + j), f32x4.mul(v128.load(x + j), s)));
}

/** x = max(x, 0) (n a multiple of 4). */
export function rectify(x: usize, n: i32): void {
  const zero = f32x4.splat(0);
  for (let j: usize = 0; j < (<usize>n << 2); j += 16) v128.store(x + j, f32x4.pmax(zero, v128.load(x + j)));
}

/** d = 0 where x <= 0. */
export function rectifyBack(d: usize, x: usize, n: i32): void {
  const zero = f32x4.splat(0);
  for (let j: usize = 0; j < (<usize>n << 2); j += 16) v128.store(d + j, v128.and(v128.load(d + j), f32x4.gt(v128.load(x + j), zero)));
}

/** Layer normalisation of the rows of X[m, n] (n a multiple of 4), for inference: y = (x - mean) / deviation * gain + bias. */
export function normalise(y: usize, x: usize, gain: usize, bias: usize, m: i32, n: i32): void {
  const wide = <usize>n << 2;
  for (let i = 0; i < m; i++) {
    const p = x + <usize>i * wide;
    const q = y + <usize>i * wide;
    let sums = f32x4.splat(0);
    for (let j: usize = 0; j < wide; j += 16) sums = f32x4.add(sums, v128.load(p + j));
    const mean = f32x4.splat(total(sums) / <f32>n);
    let squares = f32x4.splat(0);
    for (let j: usize = 0; j < wide; j += 16) {
      const d = f32x4.sub(v128.load(p + j), mean);
      squares = f32x4.add(squares, f32x4.mul(d, d));
    }
    const by = f32x4.splat(<f32>1 / sqrt<f32>(total(squares) / <f32>n + <f32>1e-5));
    for (let j: usize = 0; j < wide; j += 16) {
      const d = f32x4.mul(f32x4.sub(v128.load(p + j), mean), by);
      v128.store(q + j, f32x4.add(f32x4.mul(d, v128.load(gain + j)), v128.load(bias + j)));
    }
  }
}

// @ts-ignore
@inline
function total(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

/** y *= x, one by one. */
export function scaleEach(y: usize, x: usize, n: i32): void {
  for (let j: usize = 0; j < (<usize>n << 2); j += 16) v128.store(y + j, f32x4.mul(v128.load(y + j), v128.load(x + j)));
}

/** z += x * y, one by one. */
export function addProducts(z: usize, x: usize, y: usize, n: i32): void {
  for (let j: usize = 0; j < (<usize>n << 2); j += 16) v128.store(z + j, f32x4.add(v128.load(z + j), f32x4.mul(v128.load(x + j), v128.load(y + j))));
}

/** out[j] += the sum of column j of X[m, n] (n a multiple of 4). */
export function addColumnSums(out: usize, x: usize, ldx: i32, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) {
    const p = x + (<usize>(i * ldx) << 2);
    for (let j: usize = 0; j < (<usize>n << 2); j += 16) v128.store(out + j, f32x4.add(v128.load(out + j), v128.load(p + j)));
  }
}

/**
 * A mask of n values (a multiple of 4): 0 where the number that mulberry32 draws is below `limit`, else `kept`. The numbers are
 * those of random.ts from `state` on, four at a time.
 */
export function drawMask(out: usize, n: i32, state: i32, limit: i32, kept: f32): void {
  const by: i32 = 0x6d2b79f5;
  let s = i32x4.add(i32x4.splat(state), i32x4(by, 2 * by, 3 * by, 4 * by));
  const step = i32x4.splat(4 * by), top = i32x4.splat(limit), value = f32x4.splat(kept);
  for (let j: usize = 0; j < (<usize>n << 2); j += 16) {
    let t = i32x4.mul(v128.xor(s, i32x4.shr_u(s, 15)), v128.or(s, i32x4.splat(1)));
    t = v128.xor(t, i32x4.add(t, i32x4.mul(v128.xor(t, i32x4.shr_u(t, 7)), v128.or(t, i32x4.splat(61)))));
    t = v128.xor(t, i32x4.shr_u(t, 14));
    v128.store(out + j, v128.andnot(value, i32x4.lt_u(t, top)));
    s = i32x4.add(s, step);
  }
}

/** 1.5 * 2^23 */
const MAGIC: f32 = 12582912;
const MAGIC_BITS: i32 = 0x4b400000;

// @ts-ignore
@inline
function exp4(x: v128): v128 {
  const y = f32x4.pmin(f32x4.splat(87), f32x4.pmax(f32x4.splat(-87), x));
  // Adding MAGIC rounds to a whole number, which then lies in the low bits.
  const shifted = f32x4.add(f32x4.mul(y, f32x4.splat(1.44269504)), f32x4.splat(MAGIC));
  const n = f32x4.sub(shifted, f32x4.splat(MAGIC));
  let r = f32x4.sub(y, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  const e = i32x4.shl(i32x4.add(shifted, i32x4.splat(127)), 23);
  return f32x4.mul(p, e);
}

// @ts-ignore
@inline
function sigmoid4(x: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), exp4(f32x4.neg(x))));
}

// @ts-ignore
@inline
function tanh4(x: v128): v128 {
  const t = sigmoid4(f32x4.add(x, x));
  return f32x4.sub(f32x4.add(t, t), f32x4.splat(1));
}

/** x -> exp(x - by), in place; returns nothing (n a multiple of 4). */
export function exponent(x: usize, by: f32, n: i32): void {
  const s = f32x4.splat(by);
  for (let j: usize = 0; j < (<usize>n << 2); j += 16) v128.store(x + j, exp4(f32x4.sub(v128.load(x + j), s)));
}

/**
 * One step of an LSTM over m sentences. Z[m, 4h] holds the sums for the gates i, f, o and the candidate g, and gets
 * their values; c = f * before + i * g; out = o * tanh(c). Rows from `carried` on have no step before them: before is 0.
 */
export function lstmStep(z: usize, before: usize, c: usize, out: usize, ldout: i32, m: i32, carried: i32, h: i32): void {
  const hb = <usize>h << 2;
  for (let row = 0; row < m; row++) {
    const zr = z + <usize>row * hb * 4;
    const br = before + <usize>row * hb;
    const cr = c + <usize>row * hb;
    const or = out + (<usize>(row * ldout) << 2);
    const has = row < carried;
    for (let j: usize = 0; j < hb; j += 16) {
      const i = sigmoid4(v128.load(zr + j));
      const f = sigmoid4(v128.load(zr + hb + j));
      const o = sigmoid4(v128.load(zr + 2 * hb + j));
      const g = tanh4(v128.load(zr + 3 * hb + j));
      v128.store(zr + j, i);
      v128.store(zr + hb + j, f);
      v128.store(zr + 2 * hb + j, o);
      v128.store(zr + 3 * hb + j, g);
      let cell = f32x4.mul(i, g);
      if (has) cell = f32x4.add(cell, f32x4.mul(f, v128.load(br + j)));
      v128.store(cr + j, cell);
      v128.store(or + j, f32x4.mul(o, tanh4(cell)));
    }
  }
}

/**
 * Back through the step. dh[m, h]: gradient at out (dout + what came from the step after); dc: gradient at c, in and out
 * (afterwards that at `before`). Z's gates become the gradients at the sums.
 */
export function lstmStepBack(z: usize, before: usize, c: usize, dh: usize, lddh: i32, dc: usize, m: i32, carried: i32, h: i32): void {
  const hb = <usize>h << 2;
  const one = f32x4.splat(1);
  for (let row = 0; row < m; row++) {
    const zr = z + <usize>row * hb * 4;
    const br = before + <usize>row * hb;
    const cr = c + <usize>row * hb;
    const hr = dh + (<usize>(row * lddh) << 2);
    const dr = dc + <usize>row * hb;
    const has = row < carried;
    for (let j: usize = 0; j < hb; j += 16) {
      const i = v128.load(zr + j);
      const f = v128.load(zr + hb + j);
      const o = v128.load(zr + 2 * hb + j);
      const g = v128.load(zr + 3 * hb + j);
      const t = tanh4(v128.load(cr + j));
      const d = v128.load(hr + j);
      const cell = f32x4.add(v128.load(dr + j), f32x4.mul(f32x4.mul(d, o), f32x4.sub(one, f32x4.mul(t, t))));
      const past = has ? v128.load(br + j) : f32x4.splat(0);
      v128.store(zr + j, f32x4.mul(f32x4.mul(cell, g), f32x4.mul(i, f32x4.sub(one, i))));
      v128.store(zr + hb + j, f32x4.mul(f32x4.mul(cell, past), f32x4.mul(f, f32x4.sub(one, f))));
      v128.store(zr + 2 * hb + j, f32x4.mul(f32x4.mul(d, t), f32x4.mul(o, f32x4.sub(one, o))));
      v128.store(zr + 3 * hb + j, f32x4.mul(f32x4.mul(cell, i), f32x4.sub(one, f32x4.mul(g, g))));
      v128.store(dr + j, has ? f32x4.mul(cell, f) : f32x4.splat(0));
    }
  }
}

/** Adam (Kingma and Ba 2015), one step; `rate` holds the correction of the first moment, `fix` that of the second. Clears g. */
export function adam(p: usize, g: usize, m1: usize, m2: usize, n: i32, scale: f32, rate: f32, b1: f32, b2: f32, fix: f32): void {
  const sb1 = f32x4.splat(b1), nb1 = f32x4.splat(1 - b1), sb2 = f32x4.splat(b2), nb2 = f32x4.splat(1 - b2);
  const zero = f32x4.splat(0), by = f32x4.splat(scale), lr = f32x4.splat(rate), cor = f32x4.splat(fix), eps = f32x4.splat(1e-8);
  for (let j: usize = 0; j < (<usize>n << 2); j += 16) {
    const d = f32x4.mul(v128.load(g + j), by);
    const a = f32x4.add(f32x4.mul(v128.load(m1 + j), sb1), f32x4.mul(d, nb1));
    const b = f32x4.add(f32x4.mul(v128.load(m2 + j), sb2), f32x4.mul(f32x4.mul(d, d), nb2));
    v128.store(m1 + j, a);
    v128.store(m2 + j, b);
    v128.store(g + j, zero);
    const step = f32x4.div(f32x4.mul(a, lr), f32x4.add(f32x4.sqrt(f32x4.mul(b, cor)), eps));
    v128.store(p + j, f32x4.sub(v128.load(p + j), step));
  }
}

/** mean = mean * keep + p * (1 - keep) */
export function average(mean: usize, p: usize, keep: f32, n: i32): void {
  const k = f32x4.splat(keep), o = f32x4.splat(1 - keep);
  for (let j: usize = 0; j < (<usize>n << 2); j += 16) v128.store(mean + j, f32x4.add(f32x4.mul(v128.load(mean + j), k), f32x4.mul(v128.load(p + j), o)));
}

/** W[k, n] of 16-bit integers, row after row -> panels [n / 8][k / 2][8][2] (k even, n a multiple of 8). */
export function packShort(out: usize, w: usize, k: i32, n: i32): void {
  let o = out;
  for (let j = 0; j < n; j += 8)
    for (let r = 0; r < k; r += 2)
      for (let x = 0; x < 8; x++) {
        i32.store16(o, i32.load16_s(w + (<usize>(r * n + j + x) << 1)));
        i32.store16(o, i32.load16_s(w + (<usize>((r + 1) * n + j + x) << 1)), 2);
        o += 4;
      }
}

// @ts-ignore
@inline
function round4(x: v128): v128 {
  const y = f32x4.pmin(f32x4.splat(32767), f32x4.pmax(f32x4.splat(-32767), x));
  return i32x4.sub(f32x4.add(y, f32x4.splat(MAGIC)), i32x4.splat(MAGIC_BITS));
}

/** x -> 16-bit integers round(x * by), cut at +-limit (n a multiple of 8; X[m, n] with stride ldx, out without gaps). */
export function toShort(out: usize, x: usize, ldx: i32, m: i32, n: i32, by: f32): void {
  const s = f32x4.splat(by);
  let o = out;
  for (let i = 0; i < m; i++) {
    const p = x + (<usize>(i * ldx) << 2);
    for (let j: usize = 0; j < (<usize>n << 2); j += 32) {
      v128.store(o, i16x8.narrow_i32x4_s(round4(f32x4.mul(v128.load(p + j), s)), round4(f32x4.mul(v128.load(p + j, 16), s))));
      o += 16;
    }
  }
}

/**
 * C[m, n] = A * W * scale[n], or C += where `add` is 1. A[m, k] 16-bit integers with a stride in elements, W packed by packShort, sums in 32 bits
 * (k * |a| * |w| must stay below 2^31), scale one float a column.
 */
export function multiplyShort(c: usize, ldc: i32, a: usize, rowStride: i32, w: usize, scale: usize, m: i32, n: i32, k: i32, add: i32): void {
  const ar = <usize>rowStride << 1;
  const cr = <usize>ldc << 2;
  const kk = k >> 1;
  for (let j = 0; j < n; j += 8) {
    const panel = w + (<usize>(j * k) << 1);
    const f0 = v128.load(scale + (<usize>j << 2));
    const f1 = v128.load(scale + (<usize>j << 2), 16);
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      let p0 = a + <usize>i * ar;
      let p1 = p0 + ar;
      let p2 = p1 + ar;
      let p3 = p2 + ar;
      let pb = panel;
      const pc = c + <usize>i * cr + (<usize>j << 2);
      const end = pb + (<usize>k << 4);
      let s00 = i32x4.splat(0), s01 = i32x4.splat(0), s10 = i32x4.splat(0), s11 = i32x4.splat(0);
      let s20 = i32x4.splat(0), s21 = i32x4.splat(0), s30 = i32x4.splat(0), s31 = i32x4.splat(0);
      while (pb < end) {
        const b0 = v128.load(pb);
        const b1 = v128.load(pb, 16);
        const x0 = v128.load32_splat(p0);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, b0));
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x0, b1));
        const x1 = v128.load32_splat(p1);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x1, b0));
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x1, b1));
        const x2 = v128.load32_splat(p2);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x2, b0));
        s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x2, b1));
        const x3 = v128.load32_splat(p3);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x3, b0));
        s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x3, b1));
        p0 += 4;
        p1 += 4;
        p2 += 4;
        p3 += 4;
        pb += 32;
      }
      put(pc, s00, f0, add); put(pc + 16, s01, f1, add);
      put(pc + cr, s10, f0, add); put(pc + cr + 16, s11, f1, add);
      put(pc + 2 * cr, s20, f0, add); put(pc + 2 * cr + 16, s21, f1, add);
      put(pc + 3 * cr, s30, f0, add); put(pc + 3 * cr + 16, s31, f1, add);
    }
    for (; i + 2 <= m; i += 2) {
      let p0 = a + <usize>i * ar;
      let p1 = p0 + ar;
      let pb = panel;
      const pc = c + <usize>i * cr + (<usize>j << 2);
      const end = pb + (<usize>k << 4);
      let s00 = i32x4.splat(0), s01 = i32x4.splat(0), s10 = i32x4.splat(0), s11 = i32x4.splat(0);
      while (pb < end) {
        const b0 = v128.load(pb);
        const b1 = v128.load(pb, 16);
        const x0 = v128.load32_splat(p0);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, b0));
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x0, b1));
        const x1 = v128.load32_splat(p1);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x1, b0));
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x1, b1));
        p0 += 4;
        p1 += 4;
        pb += 32;
      }
      put(pc, s00, f0, add); put(pc + 16, s01, f1, add);
      put(pc + cr, s10, f0, add); put(pc + cr + 16, s11, f1, add);
    }
    for (; i < m; i++) {
      let pa = a + <usize>i * ar;
      let pb = panel;
      const pc = c + <usize>i * cr + (<usize>j << 2);
      let s0 = i32x4.splat(0), s1 = i32x4.splat(0);
      for (let r = 0; r < kk; r++) {
        const x = v128.load32_splat(pa);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load(pb)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load(pb, 16)));
        pa += 4;
        pb += 32;
      }
      put(pc, s0, f0, add); put(pc + 16, s1, f1, add);
    }
  }
}

// @ts-ignore
@inline
function put(p: usize, sum: v128, scale: v128, add: i32): void {
  const y = f32x4.mul(f32x4.convert_i32x4_s(sum), scale);
  v128.store(p, add ? f32x4.add(v128.load(p), y) : y);
}
