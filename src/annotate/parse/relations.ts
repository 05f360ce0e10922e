/** Relations for the arcs of finished trees: the best that hold together. */
import type { Tensor } from '../../learn/tape';

/**
 * A head has at most one relation of each group ("The mayor told reporters Sunday": not two objects).
 * A clause as predicate may have an outer subject besides: nsubj:outer is in no group.
 */
const ONCE: readonly (readonly string[])[] = [['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass'], ['obj'], ['iobj']];

/** The best relation of each row: "root" on the root alone, and none twice that a head has once. `heads` in rows. */
export function chooseRelations(
  floats: Float32Array,
  scores: Tensor,
  heads: Int32Array,
  names: readonly string[],
): string[] {
  const groupOf = names.map((name) => ONCE.findIndex((group) => group.includes(name)));
  const root = names.indexOf('root');
  const chosen = new Int32Array(heads.length);
  const taken = new Map<number, number>();
  const best = (row: number, barred: number): number => {
    const at = (scores.at >> 2) + row * scores.columns;
    let k = -1;
    for (let c = 0; c < names.length; c++) {
      if (c === root || (barred & (1 << (groupOf[c]! + 1))) > 1) continue;
      if (k < 0 || floats[at + c]! > floats[at + k]!) k = c;
    }
    return k;
  };
  const score = (row: number, k: number) => floats[(scores.at >> 2) + row * scores.columns + k]!;
  for (let row = 0; row < heads.length; row++) {
    if (heads[row]! < 0) continue;
    chosen[row] = best(row, 0);
    const group = groupOf[chosen[row]!]!;
    if (group < 0) continue;
    const key = heads[row]! * ONCE.length + group;
    const other = taken.get(key);
    if (other === undefined) {
      taken.set(key, row);
      continue;
    }
    // The one that loses less by another relation gives way.
    const barred = 1 << (group + 1);
    const [mine, others] = [best(row, barred), best(other, barred)];
    const [here, there] = [
      score(row, chosen[row]!) - score(row, mine),
      score(other, chosen[other]!) - score(other, others),
    ];
    if (here > there) {
      chosen[other] = others;
      taken.set(key, row);
    } else chosen[row] = mine;
  }
  return Array.from(heads, (head, row) => (head < 0 ? 'root' : names[chosen[row]!]!));
}
