/**
 * The best tree under arc scores: Chu and Liu 1965, Edmonds 1967, for one root. Trees may cross their arcs.
 *
 * Scores of n tokens: [n, n + 1], row i the heads of token i: column 0 the root, column j + 1 token j.
 * To have one root all root scores fall by the same amount, so large that a second root never pays
 * (Stanojević and Cohen 2021, "A Root of a Problem").
 */

/** Head of each token, -1 for the root. */
export function decodeTree(scores: Float32Array, n: number): Int32Array {
  const width = n + 1;
  const greedy = new Int32Array(width).fill(-1);
  for (let i = 0; i < n; i++) {
    let best = i === 0 ? 2 : 1;
    if (n === 1) best = 0;
    else {
      for (let j = 1; j < width; j++) {
        if (j !== i + 1 && scores[i * width + j]! > scores[i * width + best]!) best = j;
      }
      if (scores[i * width]! >= scores[i * width + best]!) best = 0;
    }
    greedy[i + 1] = best;
  }
  const heads = oneTree(greedy, n) ? greedy : edmonds(matrix(scores, n));
  return heads.slice(1).map((head) => head - 1);
}

/** Nodes 0 (the root) to n; heads[0] is not looked at. */
function oneTree(heads: Int32Array, n: number): boolean {
  let roots = 0;
  for (let i = 1; i <= n; i++) if (heads[i] === 0) roots++;
  return roots === 1 && findCycle(heads) === null;
}

/** [n + 1, n + 1], row: dependent; the root's scores lowered. */
function matrix(scores: Float32Array, n: number): Float64Array[] {
  const width = n + 1;
  let [low, high] = [Infinity, -Infinity];
  for (const score of scores) {
    if (score === -Infinity) continue;
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  const fall = (high - low + 1) * width;
  const rows = [new Float64Array(width).fill(-Infinity)];
  for (let i = 0; i < n; i++) {
    const row = Float64Array.from(scores.subarray(i * width, (i + 1) * width));
    row[0] = row[0]! - fall;
    row[i + 1] = -Infinity;
    rows.push(row);
  }
  return rows;
}

function findCycle(heads: Int32Array): number[] | null {
  const state = new Uint8Array(heads.length);
  state[0] = 2;
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    const path: number[] = [];
    while (state[node] === 0) {
      state[node] = 1;
      path.push(node);
      node = heads[node]!;
    }
    if (state[node] === 1) return path.slice(path.indexOf(node));
    for (const seen of path) state[seen] = 2;
  }
  return null;
}

/** `scores[d][h]`; node 0 is the root. Contracts one cycle at a time: short cycles, short sentences, no need of more. */
function edmonds(scores: readonly Float64Array[]): Int32Array {
  const size = scores.length;
  const heads = new Int32Array(size).fill(-1);
  for (let d = 1; d < size; d++) {
    let best = 0;
    for (let h = 0; h < size; h++) if (h !== d && scores[d]![h]! > scores[d]![best]!) best = h;
    heads[d] = best;
  }
  const cycle = findCycle(heads);
  if (cycle === null) return heads;
  const inside = new Set(cycle);
  const outside = Array.from({ length: size }, (_, i) => i).filter((i) => !inside.has(i));
  const merged = outside.length;
  const smaller = Array.from({ length: merged + 1 }, () => new Float64Array(merged + 1).fill(-Infinity));
  // Which node of the cycle an arc into it enters, and which an arc out of it leaves.
  const enters = new Int32Array(merged);
  const leaves = new Int32Array(merged);
  outside.forEach((node, k) => {
    outside.forEach((head, m) => {
      if (k !== m) smaller[k]![m] = scores[node]![head]!;
    });
    for (const c of cycle) {
      const gain = scores[c]![node]! - scores[c]![heads[c]!]!;
      if (enters[k] === 0 || gain > smaller[merged]![k]!) {
        smaller[merged]![k] = gain;
        enters[k] = c;
      }
      if (leaves[k] === 0 || scores[node]![c]! > smaller[k]![merged]!) {
        smaller[k]![merged] = scores[node]![c]!;
        leaves[k] = c;
      }
    }
  });
  const inner = edmonds(smaller);
  outside.forEach((node, k) => {
    if (node !== 0) heads[node] = inner[k] === merged ? leaves[k]! : outside[inner[k]!]!;
  });
  const from = inner[merged]!;
  heads[enters[from]!] = outside[from]!;
  return heads;
}
