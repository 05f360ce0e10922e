/**
 * Calendar arithmetic on plain numbers, and how a relative date is counted from the day of publication.
 * Months 1 to 12, weekdays 0 (Sunday) to 6; everything in UTC, so no time zone can change a day.
 */

export type TimeUnit = 'day' | 'week' | 'month' | 'year';
export type Granularity = 'day' | 'month' | 'year';

/** What the words say, before it is known when they were written. */
export type When =
  /** "July 8, 2015", "in 2005", "in January": what is null was not said. */
  | {
      readonly kind: 'date';
      readonly year: number | null;
      readonly month: number | null;
      readonly day: number | null;
      /** "July last year": -1. */
      readonly yearBy?: number;
      /** "July 8 of the same year": that of the last day named before. */
      readonly sameYear?: boolean;
    }
  /** "Friday", "last Friday"; "Friday last week" is of week -1, counted from that of the text. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly direction: Direction; readonly weekBy?: number }
  /** "last March", "next March". */
  | { readonly kind: 'month'; readonly month: number; readonly direction: Direction }
  /** Counted from the day of publication: "yesterday" is -1 day, "next year" +1 year. */
  | { readonly kind: 'shift'; readonly unit: TimeUnit; readonly by: number }
  /** Counted from the last day that the text named before: "two days later", "a day earlier". */
  | { readonly kind: 'after'; readonly unit: TimeUnit; readonly by: number }
  /** "last summer": the month in which the season ends. */
  | { readonly kind: 'season'; readonly endMonth: number; readonly direction: Direction }
  /** "over the weekend": the month of its Saturday. */
  | { readonly kind: 'weekend'; readonly direction: Direction };

export type Direction = 'last' | 'next' | 'this' | null;

export interface Moment {
  readonly value: string;
  readonly granularity: Granularity;
}

const DAY_MS = 86_400_000;

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function parseDay(iso: string | null): Day | null {
  const found = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) } : null;
}

const instant = (d: Day) => Date.UTC(d.year, d.month - 1, d.day);

function fromInstant(ms: number): Day {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const weekdayOf = (d: Day): number => new Date(instant(d)).getUTCDay();

const two = (n: number) => String(n).padStart(2, '0');
const dayValue = (d: Day): Moment => ({ value: `${d.year}-${two(d.month)}-${two(d.day)}`, granularity: 'day' });
const monthValue = (year: number, month: number): Moment => ({ value: `${year}-${two(month)}`, granularity: 'month' });
const yearValue = (year: number): Moment => ({ value: String(year), granularity: 'year' });

function valid(d: Day): boolean {
  const back = fromInstant(instant(d));
  return back.month === d.month && back.day === d.day;
}

/**
 * The moment that the words mean in a text of that day, or null where they need a day that is not known.
 * `future`: the clause speaks of what is to come, so "Friday" is the next one; else the last one before or on the day.
 * `anchor`: the last day named before in the text, for "two days later".
 */
export function momentOf(when: When, published: Day | null, future: boolean, anchor: Moment | null): Moment | null {
  if (when.kind === 'date') {
    if (!when.sameYear) return dateMoment(when, published, future);
    return anchor ? dateMoment({ ...when, year: Number(anchor.value.slice(0, 4)) }, published, future) : null;
  }
  if (when.kind === 'after') {
    const from = anchorDay(anchor, when.unit);
    return from ? shifted(from, when.unit, when.by) : null;
  }
  if (!published) return null;
  if (when.kind === 'shift') return shifted(published, when.unit, when.by);
  const ahead = when.direction === 'next' || (when.direction !== 'last' && future);
  if (when.kind === 'weekday') {
    if (when.weekBy === undefined) return weekdayMoment(when.weekday, when.direction, published, ahead);
    // weeks begin on Monday
    const days = ((when.weekday + 6) % 7) - ((weekdayOf(published) + 6) % 7) + 7 * when.weekBy;
    return shifted(published, 'day', days);
  }
  if (when.kind === 'weekend') {
    const saturday = parseDay(weekdayMoment(6, null, published, ahead).value) ?? published;
    return shifted(saturday, 'week', when.direction === 'last' && weekdayOf(published) % 6 === 0 ? -1 : 0);
  }
  if (when.kind === 'month') {
    // "last March" said in March is the year before; "this March" the year of the text
    const past = when.direction === 'last' ? when.month < published.month : when.month <= published.month;
    const year =
      published.year + (ahead ? (when.month < published.month ? 1 : 0) : past || when.direction === 'this' ? 0 : -1);
    return monthValue(year, when.month);
  }
  const ended = when.endMonth < published.month;
  return yearValue(published.year + (when.direction === 'this' ? 0 : ahead ? (ended ? 1 : 0) : ended ? 0 : -1));
}

/** "Two days later" is counted from a day; "a year later" from whatever has a year. */
function anchorDay(anchor: Moment | null, unit: TimeUnit): Day | null {
  if (anchor === null) return null;
  if (anchor.granularity === 'day') return parseDay(anchor.value);
  if (unit === 'year') return { year: Number(anchor.value.slice(0, 4)), month: 1, day: 1 };
  return unit === 'month' && anchor.granularity === 'month' ? parseDay(`${anchor.value}-01`) : null;
}

function dateMoment(when: When & { kind: 'date' }, published: Day | null, future: boolean): Moment | null {
  const { month, day } = when;
  let year = when.year;
  if (month === null && day !== null) return published && nearestDay(day, published, future);
  if (month === null) return year === null ? null : yearValue(year);
  if (year === null) {
    if (!published) return null;
    if (when.yearBy !== undefined) {
      year = published.year + when.yearBy;
      const said = { year, month, day: day ?? 1 };
      return day === null ? monthValue(year, month) : valid(said) ? dayValue(said) : null;
    }
    year = published.year + yearStep(month, day, published, future);
  }
  if (day === null) return monthValue(year, month);
  const date = { year, month, day };
  return valid(date) ? dayValue(date) : null;
}

/** A day without its year is near, whatever the tense of its clause: "the talks of July 8" said on July 5. */
const NEAR_DAYS = 21;

/** "July 8" is the last one, a plan's the next one: which year it is, counted from that of the text. */
function yearStep(month: number, day: number | null, published: Day, future: boolean): number {
  if (day === null) {
    const [wanted, now] = [month, published.month];
    return future ? (wanted < now ? 1 : 0) : wanted > now ? -1 : 0;
  }
  const days = (instant({ year: published.year, month, day }) - instant(published)) / DAY_MS;
  return future ? (days < -NEAR_DAYS ? 1 : 0) : days > NEAR_DAYS ? -1 : 0;
}

/** "The 15th": of this month, or of the one before or after where it lies the other way. */
function nearestDay(day: number, published: Day, future: boolean): Moment | null {
  const step = future ? (day < published.day ? 1 : 0) : day > published.day ? -1 : 0;
  const month = published.year * 12 + published.month - 1 + step;
  const found = { year: Math.floor(month / 12), month: (month % 12) + 1, day };
  return valid(found) ? dayValue(found) : null;
}

function weekdayMoment(weekday: number, direction: Direction, published: Day, ahead: boolean): Moment {
  const today = weekdayOf(published);
  const back = (today - weekday + 7) % 7;
  const on = (days: number) => dayValue(fromInstant(instant(published) + days * DAY_MS));
  // "will meet on Monday" said on a Monday is today; "next Monday" is not
  if (ahead) return on(back === 0 ? (direction === 'next' ? 7 : 0) : 7 - back);
  // "last Friday" said on a Friday is a week ago
  return on(direction === 'last' && back === 0 ? -7 : -back);
}

function shifted(from: Day, unit: TimeUnit, by: number): Moment {
  if (unit === 'day') return dayValue(fromInstant(instant(from) + by * DAY_MS));
  if (unit === 'week') {
    // a week is no granularity of ours: its month is as precise as the words are
    const day = fromInstant(instant(from) + by * 7 * DAY_MS);
    return monthValue(day.year, day.month);
  }
  if (unit === 'year') return yearValue(from.year + by);
  const months = from.year * 12 + (from.month - 1) + by;
  return monthValue(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
}
