/**
 * Words of time in a sentence: weekdays, months, years, "yesterday", "last year", "two days later".
 * A pattern is tried at each token; the longest wins. It reads words, not the tree: times are written in few ways.
 */
import type { Named, TokenSpan } from '../document';
import type { Direction, TimeUnit, When } from './time-calendar';

export interface TimeExpression extends TokenSpan {
  /** Document index of the token whose head lies outside the expression. */
  readonly head: number;
  readonly when: When;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  ['january', 'jan', 'jan.'],
  ['february', 'feb', 'feb.'],
  ['march', 'mar.'],
  ['april', 'apr', 'apr.'],
  ['may'],
  ['june', 'jun', 'jun.'],
  ['july', 'jul', 'jul.'],
  ['august', 'aug', 'aug.'],
  ['september', 'sept', 'sept.', 'sep', 'sep.'],
  ['october', 'oct', 'oct.'],
  ['november', 'nov', 'nov.'],
  ['december', 'dec', 'dec.'],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const WEEKDAY_OF = new Map(WEEKDAYS.map((name, i) => [name, i] as const));
const SEASON_END = new Map([
  ['spring', 5],
  ['summer', 8],
  ['autumn', 11],
  ['fall', 11],
  ['winter', 2],
]);
const UNITS = new Map<string, TimeUnit>([
  ['day', 'day'],
  ['days', 'day'],
  ['night', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
]);
const NUMBERS = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
    .map((word, i) => [word, i + 1] as const)
    .concat([
      ['a', 1],
      ['an', 1],
    ]),
);
const TENS = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map(
    (word, i) => [word, 10 * (i + 2)] as const,
  ),
);
const SINGULAR = new Set(['day', 'night', 'month', 'year']);
const DAY_PARTS = new Set(['night', 'morning', 'afternoon', 'evening', 'noon']);
const NEAR = new Set(['early', 'late', 'earlier', 'later', 'mid', 'end', 'beginning']);
const DIRECTIONS = new Map<string, Exclude<Direction, null>>([
  ['last', 'last'],
  ['past', 'last'],
  ['next', 'next'],
  ['this', 'this'],
  ['coming', 'next'],
]);
/** Words after which "May" or "March" is the month. */
const BEFORE_MONTH = new Set([
  'in',
  'since',
  'of',
  'on',
  'until',
  'by',
  'from',
  'through',
  'to',
  'between',
  'during',
  'early',
  'late',
  'mid',
  'last',
  'next',
  'this',
  'before',
  'after',
  '-',
  ',',
]);
/** Plural nouns that a year may stand before ("the 2016 elections"); before others a number counts ("1990 people"). */
const DATED_PLURALS = new Set([
  'elections',
  'games',
  'olympics',
  'protests',
  'talks',
  'attacks',
  'riots',
  'bombings',
  'killings',
  'polls',
  'primaries',
  'championships',
  'finals',
  'murders',
  'accords',
  'negotiations',
  'sanctions',
]);

/** Words of time that give none. */
const NO_DATE: When = { kind: 'date', year: null, month: null, day: null };

interface Found {
  /** Tokens taken. */
  readonly length: number;
  readonly when: When;
}

/** All expressions of the document, in order, not overlapping. */
export function findTimes(doc: Named): TimeExpression[] {
  const named = new Set(doc.names.flatMap((n) => (n.type === 'MISC' ? [] : range(n))));
  const times: TimeExpression[] = [];
  for (const sentence of doc.sentences) {
    for (let i = sentence.start; i < sentence.end; ) {
      // "The Sunday Times": a day inside a name is no day
      const found = named.has(i) ? null : timeAt(doc, i, sentence.end);
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

function timeAt(doc: Named, i: number, end: number): Found | null {
  const word = (k: number) => (i + k < end && i + k >= 0 ? (doc.tokens[i + k]?.text.toLowerCase() ?? '') : '');
  const found =
    calendarDate(doc, i, word) ??
    weekday(word) ??
    namedDay(word) ??
    directed(word) ??
    distance(word) ??
    month(doc, i, word) ??
    year(doc, i, word);
  return found && withPeriod(found, word);
}

/** "July last year", "May 5 of this year", "Monday last week". */
function withPeriod(found: Found, word: Words): Found {
  const { when } = found;
  const at = found.length + (word(found.length) === 'of' ? 1 : 0);
  const by = ['last', 'this', 'next'].indexOf(word(at)) - 1;
  if (by < -1) return found;
  if (when.kind === 'date' && when.year === null && when.month !== null && word(at + 1) === 'year')
    return { length: at + 2, when: { ...when, yearBy: by } };
  if (when.kind === 'weekday' && when.direction === null && word(at + 1) === 'week')
    return { length: at + 2, when: { ...when, weekBy: by } };
  return found;
}

type Words = (offset: number) => string;

const dayNumber = (word: string): number | null => {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const n = found ? Number(found[1]) : 0;
  return n >= 1 && n <= 31 ? n : null;
};
const yearNumber = (word: string): number | null => (/^(?:1[6-9]|20)\d\d$/.test(word) ? Number(word) : null);

/** "July 8, 2015", "8 July 2015", "July 8", "the 8th of July", "2015-07-08". */
function calendarDate(doc: Named, i: number, word: Words): Found | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word(0));
  if (iso)
    return { length: 1, when: { kind: 'date', year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) } };
  const capital = (k: number) => /^\p{Lu}/u.test(doc.tokens[i + k]?.text ?? '');
  const monthFirst = MONTH_OF.get(word(0));
  if (monthFirst && capital(0)) {
    const day = dayNumber(word(1)) ?? rangeStart(word(1));
    if (day === null) return null;
    return withYear(word, 2 + rangeLength(word, 2), monthFirst, day);
  }
  const day = dayNumber(word(0)) ?? rangeStart(word(0));
  if (day === null) return null;
  const range = rangeLength(word, 1);
  const of = 1 + range + (word(1 + range) === 'of' ? 1 : 0);
  const monthAfter = MONTH_OF.get(word(of));
  return monthAfter && capital(of) ? withYear(word, of + 1, monthAfter, day) : null;
}

/** "5-8" and "5/8" as one word: a visit of some days is dated by its first. */
function rangeStart(word: string): number | null {
  const found = /^(\d{1,2})[-–/](\d{1,2})$/.exec(word);
  return found && Number(found[1]) < Number(found[2]) ? dayNumber(found[1] ?? '') : null;
}

/** Tokens of "- 8", "to 8", "and 8" behind the first day of a range. */
function rangeLength(word: Words, at: number): number {
  return /^(?:-|–|to|and)$/.test(word(at)) && dayNumber(word(at + 1)) !== null ? 2 : 0;
}

function withYear(word: Words, at: number, month: number, day: number): Found {
  const comma = word(at) === ',' ? 1 : 0;
  const year = yearNumber(word(at + comma));
  return year === null
    ? { length: at, when: { kind: 'date', year: null, month, day } }
    : { length: at + comma + 1, when: { kind: 'date', year, month, day } };
}

/** "Friday", "early Monday", "last Thursday evening"; "Tuesday, March 3, 2015" is the date. */
function weekday(word: Words): Found | null {
  let k = 0;
  if (NEAR.has(word(k))) k++;
  const direction = DIRECTIONS.get(word(k)) ?? null;
  if (direction) k++;
  const day = WEEKDAY_OF.get(word(k).replace(/s$/, ''));
  // "Mondays", "every Monday", "from Monday to Friday": a habit, no day
  if (day === undefined || WEEKDAY_OF.get(word(k)) === undefined) return null;
  if (/^(?:every|each|any)$/.test(word(-1))) return null;
  if (/^(?:to|through|-|–)$/.test(word(k + 1)) && WEEKDAY_OF.get(word(k + 2)) !== undefined)
    return word(-1) === 'from'
      ? { length: k + 3, when: NO_DATE }
      : { length: k + 3, when: { kind: 'weekday', weekday: day, direction } };
  k++;
  if (DAY_PARTS.has(word(k))) k++;
  const comma = word(k) === ',' ? 1 : 0;
  const month = MONTH_OF.get(word(k + comma));
  const number = month ? dayNumber(word(k + comma + 1)) : null;
  if (month && number !== null) return withYear(word, k + comma + 2, month, number);
  // "Friday 22 July"
  const monthAfter = MONTH_OF.get(word(k + comma + 1));
  const numberBefore = monthAfter ? dayNumber(word(k + comma)) : null;
  if (monthAfter && numberBefore !== null) return withYear(word, k + comma + 2, monthAfter, numberBefore);
  return { length: k, when: { kind: 'weekday', weekday: day, direction } };
}

/** "today", "last night", "yesterday morning". */
function namedDay(word: Words): Found | null {
  const near = NEAR.has(word(0)) ? 1 : 0;
  const shift = (length: number, by: number): Found => ({
    length: near + length + (DAY_PARTS.has(word(near + length)) ? 1 : 0),
    when: { kind: 'shift', unit: 'day', by },
  });
  const first = word(near);
  if (first === 'today' || first === 'tonight') return shift(1, 0);
  if (first === 'yesterday') return shift(1, -1);
  if (first === 'tomorrow') return shift(1, 1);
  if (first === 'last' && word(near + 1) === 'night') return shift(2, -1);
  // "overnight" as an adverb; "an overnight stay" has no day
  if (first === 'overnight' && !/^[\p{L}]/u.test(word(near + 1))) return shift(1, 0);
  if (first === 'this' && DAY_PARTS.has(word(near + 1))) return shift(2, 0);
  return null;
}

/** "last year", "earlier this month", "next March", "last summer", "the next day", "the previous year". */
function directed(word: Words): Found | null {
  let k = NEAR.has(word(0)) ? 1 : 0;
  const article = word(k) === 'the' ? 1 : 0;
  const name = word(k + article);
  const unit = UNITS.get(word(k + article + 1));
  if (article) {
    const step = name === 'next' || name === 'following' ? 1 : name === 'previous' || name === 'preceding' ? -1 : 0;
    if (name === 'weekend') return { length: k + 2, when: { kind: 'weekend', direction: null } };
    // "the same day", "later that year"
    if (name === 'same' && SINGULAR.has(word(k + 2)) && unit)
      return { length: k + 3, when: { kind: 'after', unit, by: 0 } };
    if (step && unit && word(k + 2) !== 'nights') return { length: k + 3, when: { kind: 'after', unit, by: step } };
    // "the past few days", "the last year": a stretch, no date
    return null;
  }
  const thatUnit = name === 'that' && SINGULAR.has(word(k + 1)) ? UNITS.get(word(k + 1)) : undefined;
  if (thatUnit && thatUnit !== 'week') return { length: k + 2, when: { kind: 'after', unit: thatUnit, by: 0 } };
  const direction = DIRECTIONS.get(name);
  if (!direction || name === 'past') return null;
  const by = direction === 'last' ? -1 : direction === 'next' ? 1 : 0;
  k++;
  const singular = unit && !word(k).endsWith('s');
  if (unit && singular) return { length: k + 1, when: { kind: 'shift', unit, by } };
  if (word(k) === 'weekend') return { length: k + 1, when: { kind: 'weekend', direction } };
  const month = MONTH_OF.get(word(k));
  if (month) return { length: k + 1, when: { kind: 'month', month, direction } };
  const season = SEASON_END.get(word(k));
  return season ? { length: k + 1, when: { kind: 'season', endMonth: season, direction } } : null;
}

/** "two years ago", "three days later", "a day earlier", "two days after" without its event. */
function distance(word: Words): Found | null {
  const plain = NUMBERS.get(word(0)) ?? TENS.get(word(0)) ?? (/^\d{1,3}$/.test(word(0)) ? Number(word(0)) : undefined);
  // "twenty-three years ago", read from its last word
  const tens = word(-1) === '-' ? TENS.get(word(-2)) : undefined;
  const count = plain === undefined ? undefined : plain + (tens ?? 0);
  const unit = UNITS.get(word(1));
  if (count === undefined || !unit) return null;
  const side = word(2);
  if (side === 'ago') return { length: 3, when: { kind: 'shift', unit, by: -count } };
  if (side === 'later') return { length: 3, when: { kind: 'after', unit, by: count } };
  if (side === 'earlier' || side === 'before') {
    // "two days before the vote" is told by the vote, whose day is not known here
    const bare = side === 'earlier' || !/^[a-z]/.test(word(3));
    return bare ? { length: 3, when: { kind: 'after', unit, by: -count } } : null;
  }
  return null;
}

/** "January 2020", "in January", "early March". */
function month(doc: Named, i: number, word: Words): Found | null {
  const near = NEAR.has(word(0)) ? (word(1) === '-' ? 2 : 1) : 0;
  const joined = /^(?:early|mid|late|end)-(.+)$/.exec(word(near))?.[1];
  const found = MONTH_OF.get(joined ?? word(near));
  if (!found || (!joined && !/^\p{Lu}/u.test(doc.tokens[i + near]?.text ?? ''))) return null;
  const gap = word(near + 1) === ',' || word(near + 1) === 'of' ? 1 : 0;
  const year = yearNumber(word(near + 1 + gap));
  if (year !== null) return { length: near + 2 + gap, when: { kind: 'date', year, month: found, day: null } };
  const ambiguous = /^(?:may|march|august)$/.test(word(near));
  if (ambiguous && !near && !BEFORE_MONTH.has(word(-1))) return null;
  return { length: near + 1, when: { kind: 'date', year: null, month: found, day: null } };
}

/** "2005", "early 2019", "the 2016 election"; not "1990 people", not "2014-15". */
function year(doc: Named, i: number, word: Words): Found | null {
  const near = NEAR.has(word(0)) ? (word(1) === '-' ? 2 : 1) : 0;
  const found = yearNumber(word(near));
  if (found === null) return null;
  const token = i + near;
  if (near === 0 && word(-1) === '$') return null;
  const governor = doc.heads[token] ?? -1;
  const counts =
    doc.deprels[token] === 'nummod' &&
    governor > token &&
    /Number=Plur/.test(doc.feats[governor] ?? '') &&
    !DATED_PLURALS.has(doc.tokens[governor]?.text.toLowerCase() ?? '');
  if (counts) return null;
  return { length: near + 1, when: { kind: 'date', year: found, month: null, day: null } };
}
