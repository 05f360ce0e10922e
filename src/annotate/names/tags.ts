/** BILOU (Ratinov and Roth 2009): tag 0 is O; then for each type B, I, L (last) and U (alone). */
import type { TokenSpan } from '../../document';
import { LEARNT_TYPES, type LearntSpan } from '../../learn/corpus/name-types';

export const TAGS = 1 + 4 * LEARNT_TYPES.length;
const [BEGIN, INSIDE, LAST, UNIT] = [0, 1, 2, 3];

function tagOf(type: number, place: number): number {
  return 1 + 4 * type + place;
}

/** One tag a token. */
export function tagsOf(length: number, names: readonly LearntSpan[]): Int32Array {
  const tags = new Int32Array(length);
  for (const { start, end, type } of names) {
    const t = LEARNT_TYPES.indexOf(type);
    if (end === start + 1) tags[start] = tagOf(t, UNIT);
    else {
      tags.fill(tagOf(t, INSIDE), start + 1, end - 1);
      tags[start] = tagOf(t, BEGIN);
      tags[end - 1] = tagOf(t, LAST);
    }
  }
  return tags;
}

/** Whether `after` may follow `before`. */
export function mayFollow(before: number, after: number): boolean {
  const open = before > 0 && ((before - 1) % 4 === BEGIN || (before - 1) % 4 === INSIDE);
  const goesOn = after > 0 && ((after - 1) % 4 === INSIDE || (after - 1) % 4 === LAST);
  if (!open) return !goesOn;
  return goesOn && Math.floor((before - 1) / 4) === Math.floor((after - 1) / 4);
}

export interface TaggedSpan extends LearntSpan {
  /** Mean over its tokens of how much better their tags are than O (log odds). */
  readonly margin: number;
}

const BEFORE = Array.from({ length: TAGS }, (_, after) =>
  Array.from({ length: TAGS }, (_, before) => before).filter((before) => mayFollow(before, after)),
);
/** What may stand before O may also stand before whatever begins a name. */
const CLOSED = BEFORE[0]!;
const BEGINS = Uint8Array.from({ length: TAGS }, (_, tag) => (mayFollow(0, tag) ? 1 : 0));

/**
 * The best sequence of tags that makes whole names (Viterbi), as spans.
 * `scores`: row after row, `columns` apart; a name lies within one of `bounds`.
 */
export function bestSpans(scores: Float32Array, columns: number, bounds: readonly TokenSpan[]): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  for (const { start, end } of bounds) {
    if (!isEmpty(scores, columns, start, end)) decode(scores, columns, start, end, spans);
  }
  return spans;
}

/** Where O is the best tag everywhere, the best sequence is O throughout. */
function isEmpty(scores: Float32Array, columns: number, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    for (let tag = 1; tag < TAGS; tag++) if (scores[i * columns + tag]! > scores[i * columns]!) return false;
  }
  return true;
}

/** The tag that scores highest, the first of several; -1 where none is possible. */
function bestOf(scores: Float32Array, tags: readonly number[]): number {
  let best = -1;
  let top = -Infinity;
  for (const tag of tags) {
    if (scores[tag]! > top) {
      top = scores[tag]!;
      best = tag;
    }
  }
  return best;
}

function decode(scores: Float32Array, columns: number, start: number, end: number, spans: TaggedSpan[]): void {
  const n = end - start;
  if (n === 0) return;
  const from = new Uint8Array(n * TAGS);
  let best = new Float32Array(TAGS);
  let next = new Float32Array(TAGS);
  for (let tag = 0; tag < TAGS; tag++) best[tag] = BEGINS[tag] === 1 ? scores[start * columns + tag]! : -Infinity;
  for (let i = 1; i < n; i++) {
    const closed = bestOf(best, CLOSED);
    for (let tag = 0; tag < TAGS; tag++) {
      const before = BEGINS[tag] === 1 ? closed : bestOf(best, BEFORE[tag]!);
      from[i * TAGS + tag] = Math.max(before, 0);
      next[tag] = (before < 0 ? -Infinity : best[before]!) + scores[(start + i) * columns + tag]!;
    }
    [best, next] = [next, best];
  }
  let tag = 0;
  for (let t = 1; t < TAGS; t++) if (mayFollow(t, 0) && best[t]! > best[tag]!) tag = t;
  let last = -1;
  let sum = 0;
  const found: TaggedSpan[] = [];
  for (let i = n - 1; i >= 0; i--) {
    if (tag > 0) {
      const place = (tag - 1) % 4;
      const row = (start + i) * columns;
      if (place === LAST || place === UNIT) {
        last = i;
        sum = 0;
      }
      sum += scores[row + tag]! - scores[row]!;
      if (place === BEGIN || place === UNIT) {
        const type = LEARNT_TYPES[Math.floor((tag - 1) / 4)]!;
        found.push({ start: start + i, end: start + last + 1, type, margin: sum / (last + 1 - i) });
      }
    }
    tag = from[i * TAGS + tag]!;
  }
  spans.push(...found.reverse());
}
