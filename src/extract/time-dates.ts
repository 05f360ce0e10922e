/** Days, months and years by their names and numbers: "July 8, 2015", "early Monday", "mid-March", "the 2016 election". */
import type { Named } from '../document';
import type { When } from './time-calendar';
import {
  BEFORE_MONTH,
  DATED_PLURALS,
  DAY_PARTS,
  DIRECTIONS,
  type Found,
  MONTH_OF,
  NEAR,
  WEEKDAY_OF,
  type Words,
} from './time-vocabulary';

/** Words of time that give none. */
const NO_DATE: When = { kind: 'date', year: null, month: null, day: null };

const dayNumber = (word: string): number | null => {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const n = found ? Number(found[1]) : 0;
  return n >= 1 && n <= 31 ? n : null;
};
const yearNumber = (word: string): number | null => (/^(?:1[6-9]|20)\d\d$/.test(word) ? Number(word) : null);

/** "25/06/2019", "6/25/2019", "5.6.2019"; where it does not say itself which is the month there is only a year. */
function inNumbers(word: string): When | null {
  const found = /^(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)$/.exec(word);
  if (!found) return null;
  const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  if (first > 12 || found[2] === '.') return { kind: 'date', year, month: second, day: first };
  return second > 12
    ? { kind: 'date', year, month: first, day: second }
    : { kind: 'date', year, month: null, day: null };
}

/** "July 8, 2015", "8 July 2015", "July 8", "the 8th of July", "2015-07-08", "8July". */
export function calendarDate(doc: Named, i: number, word: Words): Found | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word(0));
  if (iso)
    return { length: 1, when: { kind: 'date', year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) } };
  const numbers = inNumbers(word(0));
  if (numbers) return { length: 1, when: numbers };
  const joined = /^(\d{1,2})(?:st|nd|rd|th)?(\p{L}{3,})$/u.exec(word(0));
  const joinedMonth = MONTH_OF.get(joined?.[2] ?? '');
  if (joinedMonth) return withYear(word, 1, joinedMonth, Number(joined?.[1]));
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
    ? untilYear(word, at, { kind: 'date', year: null, month, day })
    : { length: at + comma + 1, when: { kind: 'date', year, month, day } };
}

/** "13 May to 15 May 2016": the year stands behind the last day. */
function untilYear(word: Words, at: number, when: When & { readonly kind: 'date' }): Found {
  const joined = /^(?:to|through|until|and|-|–)$/.test(word(at));
  const [first, second] = [word(at + 1), word(at + 2)];
  const last = (MONTH_OF.has(first) && dayNumber(second)) || (dayNumber(first) && MONTH_OF.has(second));
  const comma = word(at + 3) === ',' ? 1 : 0;
  const year = joined && last ? yearNumber(word(at + 3 + comma)) : null;
  return year === null ? { length: at, when } : { length: at + 4 + comma, when: { ...when, year } };
}

/** "Friday", "early Monday", "last Thursday evening"; "Tuesday, March 3, 2015" is the date. */
export function weekday(doc: Named, i: number, word: Words): Found | null {
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
  // "the following Monday" is counted from a day that was told before
  if (/^(?:following|previous|preceding)$/.test(word(-1))) return { length: k + 1, when: NO_DATE };
  k++;
  if (DAY_PARTS.has(word(k))) k++;
  const date = dateBehind(doc, i, word, k);
  if (date) return date;
  return { length: k, when: { kind: 'weekday', weekday: day, direction } };
}

/** The date behind a weekday: "Friday, 22 July", "Monday (July 4)", "Sunday the 26 June, 2022", "(Friday) the 5th of May". */
function dateBehind(doc: Named, i: number, word: Words, from: number): Found | null {
  let at = from;
  while (at - from < 3 && /^(?:,|\(|\)|the)$/.test(word(at))) at++;
  const found = calendarDate(doc, i + at, (k) => word(at + k));
  if (!found) return null;
  const open = word(from) === '(' && word(at + found.length) === ')' ? 1 : 0;
  return { length: at + found.length + open, when: found.when };
}

/** "on the 15th": of the month of the text, or the one before or after. */
export function dayOfMonth(doc: Named, i: number, word: Words): Found | null {
  const day = word(0) === 'the' && /^\d+(?:st|nd|rd|th)$/.test(word(1)) ? dayNumber(word(1)) : null;
  if (day === null || !/^(?:on|from|since|until|by)$/.test(word(-1))) return null;
  const next = doc.upos[i + 2] ?? 'PUNCT';
  if (word(2) !== '' && !/^(?:PUNCT|ADP|CCONJ|SCONJ|VERB|AUX|PRON)$/.test(next)) return null;
  // "the 15th of Ramadan", "the 5th and 6th floors"
  return word(2) === 'of' || word(2) === 'and'
    ? null
    : { length: 2, when: { kind: 'date', year: null, month: null, day } };
}

/** "January 2020", "in January", "early March". */
export function month(doc: Named, i: number, word: Words): Found | null {
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

const NAMED_BY_YEAR = /^(?:Act|Acts|Regulations?|Code|Rules?|Ordinance|Law|Bill|Order|Vision|Agenda|Constitution)$/;

/** "2005", "early 2019", "the 2016 election"; not "1990 people", not "2014-15". */
export function year(doc: Named, i: number, word: Words): Found | null {
  const near = NEAR.has(word(0)) ? (word(1) === '-' ? 2 : 1) : 0;
  const found = yearNumber(word(near));
  if (found === null) return null;
  const token = i + near;
  if (near === 0 && word(-1) === '$') return null;
  // "the Registration Act 1990", "Vision 2030": the name of a law or a plan
  if (near === 0 && NAMED_BY_YEAR.test(doc.tokens[i - 1]?.text ?? '')) return null;
  const governor = doc.heads[token] ?? -1;
  const counts =
    doc.deprels[token] === 'nummod' &&
    governor > token &&
    /Number=Plur/.test(doc.feats[governor] ?? '') &&
    !DATED_PLURALS.has(doc.tokens[governor]?.text.toLowerCase() ?? '');
  if (counts) return null;
  return { length: near + 1, when: { kind: 'date', year: found, month: null, day: null } };
}
