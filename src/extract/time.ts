/**
 * When an event happened: the expressions of time in its own clause, found over the tree.
 * A date of another clause is not taken ("said on Friday that he had asked": the asking has no date),
 * and never the article's own date, unless the text says "today".
 */
import type { DateValue, Named, Parsed, Sentence, TextSpan, TokenSpan } from '../document';
import { type Moment, momentOf, parseDay } from './time-calendar';
import { findTimes, type TimeExpression } from './time-grammar';

export { findTimes, type TimeExpression };

/** Case words after which an expression bounds an event and does not date it: "before last summer", "by Friday". */
const BOUNDS = new Set([
  'before',
  'until',
  'till',
  'by',
  'after',
  'following',
  'ahead',
  'than',
  'for',
  'to',
  'through',
]);
/** Nouns and adverbs between an expression and what it dates: "at the end of the day Saturday", "earlier Friday". */
const TIME_WORDS = new Set([
  'earlier',
  'early',
  'late',
  'later',
  'end',
  'start',
  'beginning',
  'day',
  'morning',
  'afternoon',
  'evening',
  'night',
  'time',
  'a.m.',
  'p.m.',
  'hours',
  'just',
  'only',
  'back',
]);
/** Verbs whose date is that of the noun they carry: "launched the attack on Wednesday". */
const LIGHT_VERBS = new Set([
  'make',
  'launch',
  'hold',
  'conduct',
  'carry',
  'stage',
  'issue',
  'mount',
  'open',
  'begin',
  'start',
  'sign',
  'take',
  'give',
  'have',
  'announce',
  'release',
  'deliver',
  'send',
  'pay',
  'occur',
  'happen',
  'come',
  'take',
  'kill',
  'wound',
  'injure',
  'leave',
  'follow',
  'advance',
  'impose',
]);
/** Prepositions of a noun that tells how its verb came about: "killed in an attack on Monday". */
const MEANS = new Set(['in', 'during', 'by', 'with', 'at']);
/** What is put out with its content: "released the statement Friday that pushed back". */
const UTTERANCES = new Set([
  'statement',
  'letter',
  'message',
  'report',
  'resolution',
  'decree',
  'order',
  'ruling',
  'decision',
  'memo',
  'tweet',
  'post',
  'declaration',
  'note',
  'warning',
  'law',
  'bill',
  'speech',
]);
const FUTURE_AUX = new Set(['will', 'shall', "'ll", '’ll', 'wo']);

/**
 * The date of the event whose trigger's head is `trigger` (document index), or null where the text gives none.
 * `times` is what `findTimes` gave for this document; `future` says that the claim speaks of what is to come.
 */
export function dateOf(
  doc: Named,
  times: readonly TimeExpression[],
  trigger: number,
  future: boolean,
): DateValue | null {
  const sentence = sentenceAt(doc, trigger);
  const near = times.slice(firstFrom(times, sentence?.start ?? 0), firstFrom(times, sentence?.end ?? 0));
  if (near.length === 0) return null;
  const children = childrenOf(doc, sentence);
  const found = timeOn(doc, near, trigger, children, new Set());
  return found ? dateValue(doc, times, found, future || saysFuture(doc, trigger, children)) : null;
}

/** The value of one expression. */
export function dateValue(
  doc: Named,
  times: readonly TimeExpression[],
  time: TimeExpression,
  future: boolean,
): DateValue | null {
  const published = parseDay(doc.article.published);
  const moment = momentOf(time.when, published, future, anchorOf(doc, times, time));
  return moment ? { ...moment, source: 'text', span: textSpan(doc, time) } : null;
}

function textSpan(doc: Parsed, time: TimeExpression): TextSpan {
  return { start: doc.tokens[time.start]?.start ?? 0, end: doc.tokens[time.end - 1]?.end ?? 0 };
}

/** The last day named before, for "two days later": of the same paragraph or the one before. */
function anchorOf(doc: Named, times: readonly TimeExpression[], time: TimeExpression): Moment | null {
  if (time.when.kind !== 'after') return null;
  const published = parseDay(doc.article.published);
  const paragraph = paragraphOf(doc, time.start);
  for (let at = firstFrom(times, time.start) - 1; at >= 0; at--) {
    const before = times[at];
    if (!before) return null;
    if (paragraph - paragraphOf(doc, before.start) > 1) return null;
    if (before.when.kind === 'after') continue;
    const moment = momentOf(before.when, published, false, null);
    if (moment?.granularity === 'day') return moment;
  }
  return null;
}

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

/** Children of each token of the sentence. */
function childrenOf(doc: Parsed, sentence: Sentence | undefined): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (let i = sentence?.start ?? 0; i < (sentence?.end ?? 0); i++) {
    const head = doc.heads[i] ?? -1;
    children.set(head, [...(children.get(head) ?? []), i]);
  }
  return children;
}

type Children = ReadonlyMap<number, readonly number[]>;

const lower = (doc: Parsed, i: number) => doc.tokens[i]?.text.toLowerCase() ?? '';
const relation = (doc: Parsed, i: number) => (doc.deprels[i] ?? '').split(':')[0] ?? '';
const isVerb = (doc: Parsed, i: number) => doc.upos[i] === 'VERB' || doc.upos[i] === 'AUX';

function caseOf(doc: Parsed, i: number, children: Children): string {
  const marker = (children.get(i) ?? []).find(
    (c) => c < i && (relation(doc, c) === 'case' || relation(doc, c) === 'mark'),
  );
  return marker === undefined ? '' : lower(doc, marker);
}

/** The token that the expression dates: up through words of time ("at the end of the day Saturday"). */
function governorOf(doc: Parsed, time: TimeExpression): number {
  let at = doc.heads[time.head] ?? -1;
  for (let steps = 0; steps < 5 && at >= 0 && !isVerb(doc, at); steps++) {
    // a name has no date ("backed by the council in May"), nor has a noun that only tells a kind ("Monday phone call")
    const head = doc.heads[at] ?? -1;
    const name =
      doc.upos[at] === 'PROPN' && head >= 0 && /^(?:obl|obj|nsubj|nmod|flat|compound|conj)$/.test(relation(doc, at));
    if (!TIME_WORDS.has(lower(doc, at)) && !name && !(relation(doc, at) === 'compound' && head >= 0)) break;
    at = head;
  }
  return at;
}

/** Expressions that date `token` itself, the most precise first, then the first in the text. */
function directTimes(
  doc: Parsed,
  times: readonly TimeExpression[],
  token: number,
  children: Children,
): TimeExpression[] {
  const precision = (t: TimeExpression) =>
    t.when.kind === 'date'
      ? t.when.day !== null
        ? 0
        : t.when.month !== null
          ? 2
          : 3
      : t.when.kind === 'weekday' || (t.when.kind === 'shift' && t.when.unit === 'day')
        ? 1
        : 2;
  return times
    .filter(
      (t) =>
        governorOf(doc, t) === token && !BOUNDS.has(caseOf(doc, t.head, children)) && relation(doc, t.head) !== 'conj',
    )
    .sort((a, b) => precision(a) - precision(b) || a.start - b.start);
}

function timeOn(
  doc: Parsed,
  times: readonly TimeExpression[],
  token: number,
  children: Children,
  seen: Set<number>,
): TimeExpression | null {
  if (token < 0 || seen.has(token)) return null;
  seen.add(token);
  const direct = directTimes(doc, times, token, children)[0];
  if (direct) return direct;
  const on = (other: number) => timeOn(doc, times, other, children, seen);
  const head = doc.heads[token] ?? -1;
  const role = relation(doc, token);
  const own = children.get(token) ?? [];
  const has = (name: string) => own.some((c) => relation(doc, c) === name);
  if (role === 'cop') return on(head);
  if (isVerb(doc, token)) {
    // "Friday's strike killed ten": the subject's date, where it is no person
    // ("The council on Friday rebuffed": parsers hang the day on the subject)
    const subject = own.find(
      (c) => relation(doc, c) === 'nsubj' && (doc.upos[c] === 'NOUN' || doc.upos[c] === 'PROPN'),
    );
    const subjectTime = subject === undefined ? undefined : directTimes(doc, times, subject, children)[0];
    if (subjectTime) return subjectTime;
    // "voted Sunday to expel", "attacked on Monday, killing six", "had a car that ... "
    if (role === 'xcomp') return on(head);
    const marks = own.filter((c) => relation(doc, c) === 'mark');
    if (role === 'advcl' && !has('nsubj') && marks.every((c) => lower(doc, c) === 'to')) return on(head);
    if (role === 'conj' && !has('nsubj')) return on(head);
    // "Yesterday Chad beat Mali, and Togo lost": what opens the sentence dates all its clauses
    if (role === 'conj' || role === 'parataxis') return openingTime(doc, times, head, children);
    if (role === 'acl') {
      const noun = directTimes(doc, times, head, children)[0];
      if (noun) return noun;
      if (UTTERANCES.has(doc.lemmas[head] ?? '') && relation(doc, head) === 'obj') return on(doc.heads[head] ?? -1);
      return null;
    }
    // "killed three people and wounded five on Monday"
    const last = own.filter((c) => relation(doc, c) === 'conj' && isVerb(doc, c)).at(-1);
    if (last !== undefined && !(children.get(last) ?? []).some((c) => relation(doc, c) === 'nsubj')) {
      return directTimes(doc, times, last, children)[0] ?? null;
    }
    return null;
  }
  if (role === 'conj' || role === 'compound' || role === 'cop') return on(head);
  // "A delegation was at the ministry on Friday"
  const predicate = role === 'nsubj' && (children.get(head) ?? []).some((c) => relation(doc, c) === 'cop');
  if (predicate) return on(head);
  const verb = isVerb(doc, head);
  const carried = verb && LIGHT_VERBS.has(doc.lemmas[head] ?? '') && (role === 'obj' || role === 'nsubj');
  const means = verb && role === 'obl' && MEANS.has(caseOf(doc, token, children));
  return carried || means ? on(head) : null;
}

/** Verbs and adjectives whose complement is still to come: "plans to", "is due to", "are to". */
const AHEAD = new Set([
  'plan',
  'intend',
  'expect',
  'schedule',
  'go',
  'be',
  'set',
  'due',
  'slate',
  'hope',
  'aim',
  'prepare',
  'want',
]);

/** The time at the head of the sentence, where it dates the clause that this one is joined to. */
function openingTime(
  doc: Parsed,
  times: readonly TimeExpression[],
  head: number,
  children: Children,
): TimeExpression | null {
  const found = directTimes(doc, times, head, children)[0];
  return found && found.start - (sentenceAt(doc, head)?.start ?? 0) <= 1 ? found : null;
}

function saysFuture(doc: Parsed, trigger: number, children: Children): boolean {
  for (let at = trigger, steps = 0; at >= 0 && steps < 4; steps++) {
    const own = children.get(at) ?? [];
    const auxiliaries = own.filter((c) => relation(doc, c) === 'aux' || relation(doc, c) === 'cop');
    if (auxiliaries.some((c) => FUTURE_AUX.has(lower(doc, c)))) return true;
    const infinitive = own.some(
      (c) => lower(doc, c) === 'to' && (doc.upos[c] === 'PART' || relation(doc, c) === 'mark'),
    );
    // "is to begin", "are to travel"
    if (infinitive && auxiliaries.some((c) => /^(?:is|are|'s|'re)$/.test(lower(doc, c)))) return true;
    const role = relation(doc, at);
    if (role !== 'xcomp' && role !== 'obj' && role !== 'conj' && role !== 'obl') return false;
    const head = doc.heads[at] ?? -1;
    if (role === 'xcomp' && infinitive && AHEAD.has(doc.lemmas[head] ?? '') && !/ed$/.test(lower(doc, head)))
      return true;
    if (role === 'xcomp' && infinitive && /^(?:expected|scheduled|slated|set|due)$/.test(lower(doc, head))) return true;
    at = head;
  }
  return false;
}
