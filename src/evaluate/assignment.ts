/**
 * The one-to-one assignment of rows to columns with the largest sum (Kuhn 1955; shortest augmenting paths, cubic):
 * the column of each row, -1 where there are fewer columns than rows and the row got none.
 */
export function assignRows(similarity: readonly (readonly number[])[]): number[] {
  const rows = similarity.length;
  const columns = similarity[0]?.length ?? 0;
  const n = Math.max(rows, columns);
  const cost = (i: number, j: number) => -(similarity[i]?.[j] ?? 0);
  // potentials and matching, with row and column 0 as sentinels
  const u = new Float64Array(n + 1);
  const v = new Float64Array(n + 1);
  const rowOf = new Int32Array(n + 1);
  const way = new Int32Array(n + 1);
  for (let i = 1; i <= n; i++) {
    rowOf[0] = i;
    let j0 = 0;
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(n + 1);
    do {
      used[j0] = 1;
      const i0 = rowOf[j0]!;
      let delta = Number.POSITIVE_INFINITY;
      let j1 = 0;
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue;
        const reduced = cost(i0 - 1, j - 1) - u[i0]! - v[j]!;
        if (reduced < least[j]!) [least[j], way[j]] = [reduced, j0];
        if (least[j]! < delta) [delta, j1] = [least[j]!, j];
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          u[rowOf[j]!] = u[rowOf[j]!]! + delta;
          v[j] = v[j]! - delta;
        } else least[j] = least[j]! - delta;
      }
      j0 = j1;
    } while (rowOf[j0] !== 0);
    do {
      const j1 = way[j0]!;
      rowOf[j0] = rowOf[j1]!;
      j0 = j1;
    } while (j0 !== 0);
  }
  const columnOf = new Array<number>(rows).fill(-1);
  for (let j = 1; j <= columns; j++) if (rowOf[j]! <= rows) columnOf[rowOf[j]! - 1] = j - 1;
  return columnOf;
}

/** The sum of the best assignment. */
export function bestAssignment(similarity: readonly (readonly number[])[]): number {
  return assignRows(similarity).reduce((total, column, row) => total + (similarity[row]![column] ?? 0), 0);
}
