/** Relations for the arcs of finished trees. */
import type { Tensor } from '../../learn/tape';

/** The best relation of each row: "root" on the root alone. */
export function chooseRelations(
  floats: Float32Array,
  scores: Tensor,
  heads: Int32Array,
  names: readonly string[],
): string[] {
  const root = names.indexOf('root');
  return Array.from(heads, (head, i) => {
    if (head < 0) return 'root';
    const at = (scores.at >> 2) + i * scores.columns;
    let best = -1;
    for (let k = 0; k < names.length; k++) {
      if (k !== root && (best < 0 || floats[at + k]! > floats[at + best]!)) best = k;
    }
    return names[best]!;
  });
}
