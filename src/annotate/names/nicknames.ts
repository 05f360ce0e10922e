/** A nickname in quotation marks inside somebody's name: José "Chico" Prado is one person, not three. */
import type { TaggedSpan } from './tags';

const OPENS = /^(?:["“‘']|``)$/;
const CLOSES = /^(?:["”’']|'')$/;
/** Words that a nickname has: "El Rubio", "Big Ed". */
const MOST_WORDS = 3;
const CAPITALISED = /^\p{Lu}\p{L}+/u;

/**
 * Joins the names before, inside and after the quotation marks into one person's.
 *
 * @param tokens - the article's tokens
 * @param starts - where sentences begin: no name goes over one
 * @param names - in their order, none over another
 */
export function joinNicknames(
  tokens: readonly string[],
  starts: readonly number[],
  names: readonly TaggedSpan[],
): TaggedSpan[] {
  const begins = new Set(starts);
  const nameAt = (token: number) => names.find(({ start, end }) => start <= token && token < end);
  const joined: TaggedSpan[] = [];
  for (let open = 1; open < tokens.length; open++) {
    if (!OPENS.test(tokens[open]!)) continue;
    const before = nameAt(open - 1);
    const close = closeOf(tokens, open);
    if (before?.type !== 'PER' || close === null) continue;
    const after = nameAt(close + 1);
    const surname = after === undefined ? CAPITALISED.test(tokens[close + 1] ?? '') : after.type === 'PER';
    const end = after?.end ?? close + 2;
    if (!surname || range(before.start + 1, end).some((token) => begins.has(token))) continue;
    joined.push({ start: before.start, end, type: 'PER', margin: before.margin });
  }
  const kept = names.filter(({ start, end }) => !joined.some((whole) => start < whole.end && whole.start < end));
  return [...kept, ...joined].sort((a, b) => a.start - b.start);
}

/** Where the quotation mark at `open` closes after a few capitalised words. */
function closeOf(tokens: readonly string[], open: number): number | null {
  for (let i = open + 1; i <= open + MOST_WORDS + 1; i++) {
    const token = tokens[i];
    if (token === undefined) return null;
    if (CLOSES.test(token)) return i > open + 1 ? i : null;
    if (!CAPITALISED.test(token)) return null;
  }
  return null;
}

const range = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, i) => start + i);
