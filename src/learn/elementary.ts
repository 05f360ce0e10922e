/** A logarithm that is the same on every engine: Math.log may differ in the last bit, the four operations may not. */

/** For x > 0 of ordinary size, to about ten digits. */
export function log(x: number): number {
  let [m, n] = [x, 0];
  while (m > 1.5) {
    m /= 2;
    n++;
  }
  while (m < 0.75) {
    m *= 2;
    n--;
  }
  const s = (m - 1) / (m + 1);
  const q = s * s;
  const tail = 1 / 7 + q * (1 / 9 + q * (1 / 11 + q / 13));
  return n * Math.LN2 + 2 * s * (1 + q * (1 / 3 + q * (1 / 5 + q * tail)));
}
