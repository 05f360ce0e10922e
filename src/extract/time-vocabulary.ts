/** The words of time that a dictionary would list, and what they stand for. */
import type { Direction, TimeUnit, When } from './time-calendar';

/** A pattern that fits. */
export interface Found {
  /** Tokens taken. */
  readonly length: number;
  readonly when: When;
}

/** The word so far from the first, in small letters; empty outside the sentence. */
export type Words = (offset: number) => string;

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const MONTHS = [
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
export const MONTH_OF = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
export const WEEKDAY_OF = new Map(WEEKDAYS.map((name, i) => [name, i] as const));
export const SEASON_END = new Map([
  ['spring', 5],
  ['summer', 8],
  ['autumn', 11],
  ['fall', 11],
  ['winter', 2],
]);
export const UNITS = new Map<string, TimeUnit>([
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
export const NUMBERS = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
    .map((word, i) => [word, i + 1] as const)
    .concat([
      ['a', 1],
      ['an', 1],
    ]),
);
export const TENS = new Map(
  ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map(
    (word, i) => [word, 10 * (i + 2)] as const,
  ),
);
export const SINGULAR = new Set(['day', 'night', 'month', 'year']);
export const DAY_PARTS = new Set(['night', 'morning', 'afternoon', 'evening', 'noon']);
export const NEAR = new Set(['early', 'late', 'earlier', 'later', 'mid', 'end', 'beginning']);
export const DIRECTIONS = new Map<string, Exclude<Direction, null>>([
  ['last', 'last'],
  ['past', 'last'],
  ['next', 'next'],
  ['this', 'this'],
  ['coming', 'next'],
]);
/** Words after which "May" or "March" is the month. */
export const BEFORE_MONTH = new Set([
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
export const DATED_PLURALS = new Set([
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
/** Days that are called by a name everywhere: its words, the month, the day. */
export const HOLIDAYS: readonly (readonly [readonly string[], number, number])[] = [
  [['christmas', 'eve'], 12, 24],
  [['christmas', 'day'], 12, 25],
  [['boxing', 'day'], 12, 26],
  [['new', 'year', "'s", 'eve'], 12, 31],
  [['new', 'year', "'s", 'day'], 1, 1],
  [['valentine', "'s", 'day'], 2, 14],
  [['may', 'day'], 5, 1],
];
