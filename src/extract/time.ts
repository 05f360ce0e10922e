/**
 * When an event happened: the expressions of time in its own clause, found over the tree.
 * A date of another clause is not taken ("said on Friday that he had asked": the asking has no date),
 * and never the article's own date, unless the text says "today".
 */
import type { DateValue, Named, Parsed, Sentence, TextSpan, TokenSpan } from '../document';
import { termOf, timeOf } from './time-attach';
import { type Moment, momentOf, parseDay, type When } from './time-calendar';
import { saysFuture } from './time-future';
import { governorOf } from './time-governor';
import { findTimes, type TimeExpression } from './time-grammar';
import { findHappening, findLater } from './time-happening';
import { createScene, type Nouns, type Scene, UNKNOWN_NOUNS } from './time-scene';

export { findTimes, type Nouns, type TimeExpression };

/**
 * The date of the event told by `nodes` (document indices: the trigger's head first, then the phrase's other words),
 * or null where the text gives none.
 * `times` is what `findTimes` gave for this document; `future` says that the claim speaks of what is to come.
 */
export function dateOf(
  doc: Named,
  times: readonly TimeExpression[],
  nodes: readonly number[],
  future: boolean,
  nouns: Nouns = UNKNOWN_NOUNS,
): DateValue | null {
  const trigger = nodes[0] ?? -1;
  const sentence = sentenceAt(doc, trigger);
  if (sentence === undefined) return null;
  const near = timesWithin(times, sentence);
  const scene = createScene(doc, sentence, near, nouns);
  if (near.length === 0) return tellHappening(doc, times, nodes, scene);
  const found = timeOf(scene, nodes);
  if (found === null) return tellHappening(doc, times, nodes, scene);
  const ahead = future || saysFuture(scene, trigger) || saysFuture(scene, governorOf(scene, found));
  return dateValue(doc, times, found, ahead);
}

const timesWithin = (times: readonly TimeExpression[], sentence: Sentence): readonly TimeExpression[] =>
  times.slice(firstFrom(times, sentence.start), firstFrom(times, sentence.end));

function tellHappening(doc: Named, times: readonly TimeExpression[], nodes: readonly number[], scene: Scene) {
  const told = findHappening(doc, times, nodes, scene) ?? findLater(doc, times, nodes, scene);
  return told && dateValue(doc, times, told.time, told.future);
}

/** Since when somebody holds an office, told beside its noun; null where it is not. */
export function termDate(doc: Named, times: readonly TimeExpression[], noun: number): DateValue | null {
  const sentence = sentenceAt(doc, noun);
  if (sentence === undefined) return null;
  const near = timesWithin(times, sentence);
  const found = near.length === 0 ? null : termOf(createScene(doc, sentence, near, UNKNOWN_NOUNS), noun);
  return found ? dateValue(doc, times, found, false) : null;
}

/** The value of one expression. */
export function dateValue(
  doc: Named,
  times: readonly TimeExpression[],
  time: TimeExpression,
  future: boolean,
): DateValue | null {
  const published = parseDay(doc.article.published);
  const said = isApposed(times, time) ? ofSameYear(time.when) : time.when;
  const when = published === null ? withYearElsewhere(times, said) : said;
  const moment = momentOf(when, published, future, anchorOf(doc, times, { ...time, when }));
  return moment ? { ...moment, source: 'text', span: textSpan(doc, time) } : null;
}

/** "four days later, on February 13": of the year of the day that it is counted from. */
function isApposed(times: readonly TimeExpression[], time: TimeExpression): boolean {
  const before = times[firstFrom(times, time.start) - 1];
  return before !== undefined && before.when.kind === 'after' && time.start - before.end <= 2;
}

const ofSameYear = (when: When): When =>
  when.kind === 'date' && when.year === null && when.day !== null ? { ...when, sameYear: true } : when;

/** "July 17" in a text of no known day that tells of "July 17, 2022" elsewhere. */
function withYearElsewhere(times: readonly TimeExpression[], when: When): When {
  if (when.kind !== 'date' || when.year !== null || when.day === null || when.month === null) return when;
  const years = new Set(
    times.flatMap(({ when: w }) =>
      w.kind === 'date' && w.year !== null && w.month === when.month && w.day === when.day ? [w.year] : [],
    ),
  );
  const [year] = years;
  return years.size === 1 && year !== undefined ? { ...when, year } : when;
}

function textSpan(doc: Parsed, time: TimeExpression): TextSpan {
  return { start: doc.tokens[time.start]?.start ?? 0, end: doc.tokens[time.end - 1]?.end ?? 0 };
}

/** The last date named before that is precise enough, for "two days later": of the same paragraph or the one before. */
function anchorOf(doc: Named, times: readonly TimeExpression[], time: TimeExpression): Moment | null {
  if (time.when.kind !== 'after' && !isOfSameYear(time)) return null;
  const published = parseDay(doc.article.published);
  const paragraph = paragraphOf(doc, time.start);
  for (let at = firstFrom(times, time.start) - 1; at >= 0; at--) {
    const before = times[at];
    if (!before) return null;
    if (paragraph - paragraphOf(doc, before.start) > 1) return null;
    if (before.when.kind === 'after' || isOfSameYear(before)) continue;
    const moment = momentOf(before.when, published, false, null);
    if (moment && momentOf(time.when, published, false, moment)) return moment;
  }
  return null;
}

const isOfSameYear = ({ when }: TimeExpression): boolean => when.kind === 'date' && when.sameYear === true;

const paragraphOf = (doc: Parsed, token: number) => sentenceAt(doc, token)?.paragraph ?? 0;

/** The sentence that holds the token. */
function sentenceAt(doc: Parsed, token: number): Sentence | undefined {
  const sentence = doc.sentences[firstFrom(doc.sentences, token + 1) - 1];
  return sentence && token < sentence.end ? sentence : undefined;
}

/** Index of the first span that starts at `token` or after it; spans are sorted by start. */
function firstFrom(spans: readonly TokenSpan[], token: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
