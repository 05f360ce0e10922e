/**
 * Words of time in a sentence: weekdays, months, years, "yesterday", "last year", "two days later".
 * A pattern is tried at each token; the longest wins. It reads words, not the tree: times are written in few ways.
 */
import type { Named, TokenSpan } from '../document';
import type { When } from './time-calendar';
import { calendarDate, dayOfMonth, month, weekday, year } from './time-dates';
import { directed, distance, holiday, namedDay, sameDay } from './time-relative';
import type { Found, Words } from './time-vocabulary';

export interface TimeExpression extends TokenSpan {
  /** Document index of the token whose head lies outside the expression. */
  readonly head: number;
  readonly when: When;
}

/** All expressions of the document, in order, not overlapping. */
export function findTimes(doc: Named): TimeExpression[] {
  const lower = doc.tokens.map((token) => token.text.toLowerCase());
  const named = new Set(doc.names.flatMap((n) => (n.type === 'MISC' ? [] : range(n))));
  const times: TimeExpression[] = [];
  for (const sentence of doc.sentences) {
    for (let i = sentence.start; i < sentence.end; ) {
      // "The Sunday Times": a day inside a name is no day
      const found = named.has(i) ? null : timeAt(doc, lower, i, sentence.end);
      if (found)
        times.push({ start: i, end: i + found.length, head: headOf(doc, i, i + found.length), when: found.when });
      i += found ? found.length : 1;
    }
  }
  return times;
}

const range = (span: TokenSpan) => Array.from({ length: span.end - span.start }, (_, i) => span.start + i);

function headOf(doc: Named, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const head = doc.heads[i] ?? -1;
    if (head < start || head >= end) return i;
  }
  return start;
}

function timeAt(doc: Named, lower: readonly string[], i: number, end: number): Found | null {
  const word = (k: number) => (i + k < end && i + k >= 0 ? (lower[i + k] ?? '') : '');
  const found =
    calendarDate(doc, i, word) ??
    weekday(doc, i, word) ??
    namedDay(word) ??
    holiday(word) ??
    sameDay(word) ??
    directed(word) ??
    distance(word) ??
    dayOfMonth(doc, i, word) ??
    month(doc, i, word) ??
    year(doc, i, word);
  return found && withPeriod(found, word);
}

/** "July last year", "May 5 of this year", "Monday last week", "April 17 of the same year". */
function withPeriod(found: Found, word: Words): Found {
  const { when } = found;
  const at = found.length + (word(found.length) === 'of' ? 1 : 0);
  const same = word(at) === 'that' ? 1 : word(at) === 'the' && word(at + 1) === 'same' ? 2 : 0;
  if (when.kind === 'date' && when.year === null && when.month !== null && same && word(at + same) === 'year')
    return { length: at + same + 1, when: { ...when, sameYear: true } };
  const by = ['last', 'this', 'next'].indexOf(word(at)) - 1;
  if (by < -1) return found;
  if (when.kind === 'date' && when.year === null && when.month !== null && word(at + 1) === 'year')
    return { length: at + 2, when: { ...when, yearBy: by } };
  if (when.kind === 'weekday' && when.direction === null && word(at + 1) === 'week')
    return { length: at + 2, when: { ...when, weekBy: by } };
  return found;
}
