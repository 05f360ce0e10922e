/** Days told from the day of the text, or from one named before: "yesterday", "last year", "two days later". */
import {
  DAY_PARTS,
  DIRECTIONS,
  type Found,
  MONTH_OF,
  NEAR,
  NUMBERS,
  SEASON_END,
  SINGULAR,
  TENS,
  UNITS,
  type Words,
} from './time-vocabulary';

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
  if (first === 'overnight' && !/^[\p{L}]/u.test(word(near + 1))) return shift(1, 0);
  if (first === 'this' && DAY_PARTS.has(word(near + 1))) return shift(2, 0);
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
  if (side === 'earlier' || side === 'before') {
    // "two days before the vote" is told by the vote, whose day is not known here
    const bare = side === 'earlier' || !/^[a-z]/.test(word(3));
    return bare ? { length: 3, when: { kind: 'after', unit, by: -count } } : null;
  }
  return null;
}
