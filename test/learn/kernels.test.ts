import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { KERNEL_BYTES } from '../../src/learn/kernel-bytes';
import { type Arena, createArena } from '../../src/learn/kernels';
import { createRandom } from '../../src/learn/random';

describe('the kernels', () => {
  let arena: Arena;
  const random = createRandom(11);
  beforeAll(() => {
    arena = createArena(4);
  });

  const fill = (n: number): { at: number; values: Float32Array } => {
    const at = arena.allocate(n * 4);
    const values = arena.floats.subarray(at >> 2, (at >> 2) + n);
    for (let i = 0; i < n; i++) values[i] = random.next() * 2 - 1;
    return { at, values };
  };

  it('are what kernels.wat says, byte for byte', async () => {
    const file = path.join(__dirname, '../../src/learn/kernels.wat');
    const { parseWat } = await wabt();
    const assembled = parseWat('kernels.wat', fs.readFileSync(file, 'utf8'), { simd: true });
    expect(Buffer.from(assembled.toBinary({}).buffer).toString('base64')).toBe(KERNEL_BYTES);
  });

  it('multiply matrices of any height, and of either turned side', () => {
    const [m, n, k] = [7, 16, 5];
    const a = fill(m * k);
    const b = fill(k * n);
    const c = fill(m * n);
    const before = c.values.slice();
    const packed = arena.allocate(k * n * 4);
    arena.kernels.pack(packed, b.at, n, 1, k, n);
    arena.kernels.multiply(c.at, n, a.at, k, 1, packed, m, n, k, 1);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = before[i * n + j]!;
        for (let r = 0; r < k; r++) sum += a.values[i * k + r]! * b.values[r * n + j]!;
        expect(c.values[i * n + j]).toBeCloseTo(sum, 5);
      }
    }
    const turned = fill(n * k);
    for (let r = 0; r < k; r++) for (let j = 0; j < n; j++) turned.values[j * k + r] = b.values[r * n + j]!;
    const d = fill(m * n);
    arena.kernels.pack(packed, turned.at, 1, k, k, n);
    arena.kernels.multiply(d.at, n, a.at, k, 1, packed, m, n, k, 0);
    d.values.forEach((x, i) => {
      expect(x + before[i]!).toBeCloseTo(c.values[i]!, 5);
    });
  });

  it('multiply integers as exactly as integers are', () => {
    const [m, n, k] = [6, 8, 10];
    const shorts = arena.allocate(m * k * 2);
    const weights = arena.allocate(k * n * 2);
    for (let i = 0; i < k * n; i++) arena.shorts[(weights >> 1) + i] = random.below(255) - 127;
    const values = Array.from({ length: m * k }, () => random.below(2001) - 1000);
    arena.shorts.set(values, shorts >> 1);
    const packed = arena.allocate(k * n * 2);
    arena.kernels.packShort(packed, weights, k, n);
    const scales = fill(n);
    scales.values.fill(1);
    const c = fill(m * n);
    arena.kernels.multiplyShort(c.at, n, shorts, k, packed, scales.at, m, n, k, 0);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let r = 0; r < k; r++) sum += values[i * k + r]! * arena.shorts[(weights >> 1) + r * n + j]!;
        expect(c.values[i * n + j]).toBe(sum);
      }
    }
  });

  it('draw masks from the numbers that random.ts draws', () => {
    const [n, rate] = [64, 0.7];
    const mask = fill(n);
    const [one, other] = [createRandom(5), createRandom(5)];
    arena.kernels.drawMask(mask.at, n, one.pass(n), Math.ceil(rate * 2 ** 32) | 0, 1.5);
    expect([...mask.values]).toEqual(Array.from({ length: n }, () => (other.next() < rate ? 0 : 1.5)));
    expect(one.next()).toBe(other.next());
  });

  it('have exp to six digits', () => {
    const x = fill(256);
    const wanted = x.values.map((_, i) => Math.exp((i - 128) / 4));
    x.values.forEach((_, i) => {
      x.values[i] = (i - 128) / 4;
    });
    arena.kernels.exponent(x.at, 0, 256);
    x.values.forEach((value, i) => {
      expect(Math.abs(value / wanted[i]! - 1)).toBeLessThan(2e-6);
    });
  });
});
