/**
 * Where two or three heads of a token are about as good, the relations decide too: an arc that would bear a clear
 * relation is better than one whose every relation is doubtful. On dev it is worth 0.1 to 0.2 LAS.
 */
import { log } from '../../learn/elementary';
import { type RelationParts, scorePairs, type TreeNet } from '../../learn/syntax/net';
import type { Tape } from '../../learn/tape';

/** As many heads of a token are looked at. */
const MOST_HEADS = 3;
/** Heads that score so much less than the best are out of question. */
const DOUBT = 3;
/** What a head loses that is not looked at: about what a wrong relation scores. */
const UNSEEN = 3;

interface Sentence {
  /** Row of its first token. */
  readonly start: number;
  /** As `arcScores` gives them. */
  readonly scores: Float32Array;
}

interface Candidates {
  readonly sentence: Sentence;
  /** Index into `scores` of the row's column 0, and columns. */
  readonly at: number;
  readonly columns: readonly number[];
}

/** Adds to the arcs in doubt the log-probability of their best relation, in place. */
export function addRelations(
  tape: Tape,
  net: TreeNet,
  parts: RelationParts,
  sentences: readonly Sentence[],
  names: readonly string[],
): void {
  const [dependents, heads]: [number[], number[]] = [[], []];
  const doubts: Candidates[] = [];
  for (const sentence of sentences) {
    const width = Math.round((1 + Math.sqrt(1 + 4 * sentence.scores.length)) / 2);
    for (let i = 0; i + 1 < width; i++) {
      const columns = bestColumns(sentence.scores, i * width, width);
      if (columns.length < 2) continue;
      doubts.push({ sentence, at: i * width, columns });
      for (const column of columns) {
        dependents.push(sentence.start + i);
        heads.push(column === 0 ? -1 : sentence.start + column - 1);
      }
    }
  }
  if (doubts.length === 0) return;
  const relations = scorePairs(tape, net, parts, Int32Array.from(dependents), Int32Array.from(heads));
  const root = names.indexOf('root');
  let pair = 0;
  for (const { sentence, at, columns } of doubts) {
    const width = Math.round((1 + Math.sqrt(1 + 4 * sentence.scores.length)) / 2);
    const before = columns.map((column) => sentence.scores[at + column]!);
    for (let j = 0; j < width; j++) sentence.scores[at + j] = sentence.scores[at + j]! - UNSEEN;
    columns.forEach((column, k) => {
      const from = (relations.at >> 2) + pair * relations.columns;
      sentence.scores[at + column] =
        before[k]! + bestRelation(tape, from, names.length, column === 0 ? root : -1, root);
      pair++;
    });
  }
}

/** The columns of the best heads, the best first, none that is out of question. */
function bestColumns(scores: Float32Array, at: number, width: number): number[] {
  let max = -Infinity;
  for (let j = at; j < at + width; j++) if (scores[j]! > max) max = scores[j]!;
  const best: number[] = [];
  for (let j = 0; j < width; j++) if (scores[at + j]! >= max - DOUBT) best.push(j);
  if (best.length > 2) best.sort((a, b) => scores[at + b]! - scores[at + a]! || a - b);
  return best.slice(0, MOST_HEADS);
}

/**
 * Log-probability of the best relation of a row; `only`: of this one. The root has the relation "root" alone, and
 * nothing else has it. The scores are overwritten.
 */
function bestRelation(tape: Tape, from: number, n: number, only: number, root: number): number {
  const { floats, kernels } = tape.arena;
  let [max, best] = [-Infinity, -Infinity];
  for (let k = 0; k < n; k++) {
    const score = floats[from + k]!;
    if (score > max) max = score;
    if (score > best && (only < 0 ? k !== root : k === only)) best = score;
  }
  kernels.exponent(from << 2, max, Math.ceil(n / 4) * 4);
  let sum = 0;
  for (let k = 0; k < n; k++) sum += floats[from + k]!;
  return best - max - log(sum);
}
