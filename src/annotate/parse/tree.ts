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
  const heads = oneTree(greedy, n) ? greedy : edmonds(matrix(scores, n), n + 1);
  return heads.slice(1).map((head) => head - 1);
}

/** Nodes 0 (the root) to n; heads[0] is not looked at. */
function oneTree(heads: Int32Array, n: number): boolean {
  let roots = 0;
  for (let i = 1; i <= n; i++) if (heads[i] === 0) roots++;
  return roots === 1 && findCycle(heads) === null;
}

/** [n + 1, n + 1], row: dependent, column: head; the root's scores lowered. */
function matrix(scores: Float32Array, n: number): Float64Array {
  const width = n + 1;
  let [low, high] = [Infinity, -Infinity];
  for (const score of scores) {
    if (score === -Infinity) continue;
    if (score < low) low = score;
    if (score > high) high = score;
  }
  const fall = (high - low + 1) * width;
  const out = new Float64Array(width * width);
  out.fill(-Infinity, 0, width);
  out.set(scores, width);
  for (let d = 1; d < width; d++) {
    out[d * width] = out[d * width]! - fall;
    out[d * width + d] = -Infinity;
  }
  return out;
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

/**
 * `scores[d * size + h]`, node 0 is the root; the scores are overwritten. A cycle is contracted into its first node:
 * the others are dead from then on. Undone in reverse once no cycle is left.
 */
function edmonds(scores: Float64Array, size: number): Int32Array {
  const alive = Array.from({ length: size }, (_, i) => i);
  const heads = new Int32Array(size).fill(-1);
  for (let d = 1; d < size; d++) heads[d] = bestHead(scores, size, d, alive);
  const contractions: (() => void)[] = [];
  let nodes = alive;
  for (let cycle = findCycle(heads); cycle !== null; cycle = findCycle(heads)) {
    nodes = contract(scores, size, heads, nodes, cycle, contractions);
  }
  for (let undo = contractions.pop(); undo !== undefined; undo = contractions.pop()) undo();
  return heads;
}

function bestHead(scores: Float64Array, size: number, d: number, nodes: readonly number[]): number {
  let best = 0;
  for (const h of nodes) if (h !== d && scores[d * size + h]! > scores[d * size + best]!) best = h;
  return best;
}

function contract(
  scores: Float64Array,
  size: number,
  heads: Int32Array,
  nodes: readonly number[],
  cycle: readonly number[],
  contractions: (() => void)[],
): number[] {
  const inside = new Set(cycle);
  const merged = cycle[0]!;
  const before = Int32Array.from(cycle, (c) => heads[c]!);
  const lost = Float64Array.from(cycle, (c, k) => scores[c * size + before[k]!]!);
  const outside = nodes.filter((node) => !inside.has(node));
  // Which node of the cycle an arc into it enters, and which an arc out of it leaves.
  const enters = new Int32Array(size);
  const leaves = new Int32Array(size);
  for (const node of outside) {
    let [gain, out] = [-Infinity, -Infinity];
    enters[node] = merged;
    leaves[node] = merged;
    for (let k = 0; k < cycle.length; k++) {
      const c = cycle[k]!;
      const into = scores[c * size + node]! - lost[k]!;
      if (into > gain) [gain, enters[node]] = [into, c];
      if (scores[node * size + c]! > out) [out, leaves[node]] = [scores[node * size + c]!, c];
    }
    scores[merged * size + node] = gain;
    scores[node * size + merged] = out;
  }
  const hung = outside.filter((node) => node !== 0 && inside.has(heads[node]!));
  for (const node of hung) heads[node] = merged;
  // Dead nodes look like finished ones to findCycle.
  for (const c of cycle) heads[c] = 0;
  heads[merged] = bestHead(scores, size, merged, outside);
  contractions.push(() => {
    const from = heads[merged]!;
    for (const node of outside) if (node !== 0 && heads[node] === merged) heads[node] = leaves[node]!;
    cycle.forEach((c, k) => {
      heads[c] = before[k]!;
    });
    heads[enters[from]!] = from;
  });
  return [...outside, merged];
}
