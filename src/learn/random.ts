/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, n). */
  below(n: number): number;
  /** Passes over n numbers; returns the state before them, from which the kernel `drawMask` draws the same. */
  pass(n: number): number;
}

const STEP = 0x6d2b79f5;

export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + STEP) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pass = (n: number) => {
    const before = state;
    state = (state + Math.imul(n, STEP)) | 0;
    return before;
  };
  return { next, below: (n) => Math.floor(next() * n), pass };
}

/** Fisher and Yates, in place. */
export function shuffle<T>(items: T[], random: Random): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const item = items[i]!;
    items[i] = items[j]!;
    items[j] = item;
  }
  return items;
}

/** Near enough to a normal deviate (Irwin and Hall: twelve uniforms), without Math.log, which engines round differently. */
export function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random.next();
  return sum;
}
