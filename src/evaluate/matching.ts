/**
 * Maximum matching of rows to columns by augmenting paths (Kuhn 1955; Berge 1957).
 * `edges[i]` lists the columns that row i may take, the best first. Gives row -> column.
 */
export function maximumMatching(edges: readonly (readonly number[])[]): Map<number, number> {
  const rowOf = new Map<number, number>();
  const place = (row: number, seen: Set<number>): boolean =>
    (edges[row] ?? []).some((column) => {
      if (seen.has(column)) return false;
      seen.add(column);
      const holder = rowOf.get(column);
      if (holder !== undefined && !place(holder, seen)) return false;
      rowOf.set(column, row);
      return true;
    });
  edges.forEach((_, row) => {
    place(row, new Set());
  });
  return new Map([...rowOf].map(([column, row]) => [row, column]));
}

/** 0 where nothing was asked. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function harmonicMean(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
