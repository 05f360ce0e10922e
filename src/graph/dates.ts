import type { DateValue } from '../document';

/** First and last day of a date that may be as coarse as a year; ISO, both inclusive. null for what is no date ("2020-02-30"). */
export function daysOf(date: DateValue): { readonly start: string; readonly end: string } | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date.value);
  if (!match) return null;
  const [, year = '', month, day] = match;
  const start = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const lastMonth = month ?? '12';
  const end = day ? start : `${year}-${lastMonth}-${daysInMonth(Number(year), Number(lastMonth))}`;
  return isDay(start) && isDay(end) ? { start, end } : null;
}

/** True for a day of the calendar written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
