/** Days told from the day of the text, or from one named before: "yesterday", "last year", "two days later". */
import {
  DAY_PARTS,
  DIRECTIONS,
  type Found,
  HOLIDAYS,
  MONTH_OF,
  NEAR,
  NUMBERS,
  SEASON_END,
  SINGULAR,
  TENS,
  UNITS,
  type Words,
} from './time-vocabulary';

/** Words that go on behind an adverb. */
const BEHIND = /^(?:and|but|in|on|at|by|near|after|as|when|while|with|to|from|into|against)$/;

/** "today", "last night", "yesterday morning". */
export function namedDay(word: Words): Found | null {
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
  if (first === 'overnight' && (!/^[\p{L}]/u.test(word(near + 1)) || BEHIND.test(word(near + 1)))) return shift(1, 0);
  if (first === 'this' && DAY_PARTS.has(word(near + 1))) return shift(2, 0);
  return null;
}

/** "later in the day", "that evening", "the next morning", "the day before": counted from the day told before. */
export function sameDay(word: Words): Found | null {
  const after = (length: number, by: number): Found => ({ length, when: { kind: 'after', unit: 'day', by } });
  const part = (k: number) => word(k) === 'day' || DAY_PARTS.has(word(k));
  if (/^(?:earlier|later)$/.test(word(0)) && word(1) === 'in' && word(2) === 'the' && part(3)) return after(4, 0);
  if (word(0) === 'that' && DAY_PARTS.has(word(1)) && word(1) !== 'noon') return after(2, 0);
  if (word(0) !== 'the') return null;
  if (word(1) === 'same' && DAY_PARTS.has(word(2))) return after(3, 0);
  if (/^(?:next|following)$/.test(word(1)) && DAY_PARTS.has(word(2))) return after(3, 1);
  if (word(1) === 'previous' && DAY_PARTS.has(word(2))) return after(3, -1);
  // "the day before the vote" is told by the vote
  if (word(1) !== 'day' || /^[\p{L}"“‘]/u.test(word(3))) return null;
  return word(2) === 'before' ? after(3, -1) : word(2) === 'after' ? after(3, 1) : null;
}

/** "on Christmas Day", "New Year's Eve". */
export function holiday(word: Words): Found | null {
  for (const [names, month, day] of HOLIDAYS) {
    if (!names.every((name, k) => word(k) === name || (name === "'s" && word(k) === '’s'))) continue;
    const at = names.length;
    const year = /^(?:19|20)\d\d$/.test(word(at)) ? Number(word(at)) : null;
    return { length: at + (year === null ? 0 : 1), when: { kind: 'date', year, month, day } };
  }
  return null;
}

/** "last year", "earlier this month", "next March", "last summer", "the next day", "the previous year". */
export function directed(word: Words): Found | null {
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
  // "this coming Friday", "this past weekend"
  const turned = name === 'this' && /^(?:coming|past|last|next)$/.test(word(k + 1)) ? 1 : 0;
  const direction = DIRECTIONS.get(word(k + turned));
  if (!direction || (name === 'past' && turned === 0)) return null;
  k += turned;
  const by = direction === 'last' ? -1 : direction === 'next' ? 1 : 0;
  k++;
  // "the last week of July" is told by July; "last week of the campaign" by none
  if (direction === 'last' && word(k + 1) === 'of') return null;
  const span = UNITS.get(word(k));
  const singular = span && !word(k).endsWith('s');
  if (span && singular) return { length: k + 1, when: { kind: 'shift', unit: span, by } };
  if (word(k) === 'weekend') return { length: k + 1, when: { kind: 'weekend', direction } };
  const month = MONTH_OF.get(word(k));
  if (month) return { length: k + 1, when: { kind: 'month', month, direction } };
  const season = SEASON_END.get(word(k));
  return season ? { length: k + 1, when: { kind: 'season', endMonth: season, direction } } : null;
}

/** "two years ago", "three days later", "a day earlier", "two days after" without its event. */
export function distance(word: Words): Found | null {
  const plain = NUMBERS.get(word(0)) ?? TENS.get(word(0)) ?? (/^\d{1,3}$/.test(word(0)) ? Number(word(0)) : undefined);
  // "twenty-three years ago", read from its last word
  const tens = word(-1) === '-' ? TENS.get(word(-2)) : undefined;
  const count = plain === undefined ? undefined : plain + (tens ?? 0);
  const unit = UNITS.get(word(1));
  if (count === undefined || !unit) return null;
  const side = word(2);
  if (side === 'ago') return { length: 3, when: { kind: 'shift', unit, by: -count } };
  if (side === 'later') return { length: 3, when: { kind: 'after', unit, by: count } };
  if (side === 'earlier' || side === 'before' || side === 'after') {
    // "two days before the vote" is told by the vote, whose day is not known here
    const bare = side === 'earlier' || !/^[a-z]/.test(word(3));
    return bare ? { length: 3, when: { kind: 'after', unit, by: side === 'after' ? count : -count } } : null;
  }
  return null;
}
