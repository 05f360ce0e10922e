/** Dates as newspapers print them, to ISO. A date without its year is none: nothing is guessed. */

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? +)?';

/**
 * "2020-01-11", "2020/01/11", "Tuesday, March 3, 2015", "3 March 2015", "Jul 26 2022", "01/11/2020" (month first, where it can
 * be one), "11.01.2020" (day first). No capture groups.
 */
export const DATE_PATTERN = [
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{4}\\/\\d{2}\\/\\d{2}',
  `${WEEKDAY}${MONTH} +\\d{1,2}(?:st|nd|rd|th)?,? +\\d{4}`,
  `${WEEKDAY}(?:the +)?\\d{1,2}(?:st|nd|rd|th)? +(?:of +)?${MONTH},? +\\d{4}`,
  `${WEEKDAY}\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}`,
  '\\d{1,2}-\\d{1,2}-\\d{4}',
]
  .map((pattern) => pattern.replaceAll('(Jan', '(?:Jan'))
  .join('|');

/** "Jan. 10", "10 January": a day without its year. */
export const DAY_PATTERN = `${WEEKDAY}${MONTH} +\\d{1,2}|\\d{1,2} +${MONTH}`.replaceAll('(Jan', '(?:Jan');

/** ISO date of a text that is, or begins with, a full date, or null. */
export function isoDate(text: string): string | null {
  const iso = /^\s*(\d{4})([-/])(\d{2})\2(\d{2})(?!\d)/.exec(text);
  if (iso !== null) return checked(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const numbers = new RegExp(`^\\s*${WEEKDAY}(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})`, 'i').exec(text);
  if (numbers !== null)
    return dayAndMonth(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]), numbers[2] === '/');
  const american = new RegExp(`^\\s*${WEEKDAY}${MONTH} +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})`, 'i').exec(text);
  if (american !== null) return checked(Number(american[3]), monthNumber(american[1]!), Number(american[2]));
  const british = new RegExp(
    `^\\s*${WEEKDAY}(?:the +)?(\\d{1,2})(?:st|nd|rd|th)? +(?:of +)?${MONTH},? +(\\d{4})`,
    'i',
  ).exec(text);
  if (british !== null) return checked(Number(british[3]), monthNumber(british[2]!), Number(british[1]));
  return null;
}

/** "Police today (July 28, 2022) found": what the text calls today is the day of the text. */
export function dayOfToday(text: string): string | null {
  const found = new RegExp(`\\b[Tt]oday,? ?\\(?(${DATE_PATTERN})`).exec(text);
  return found === null ? null : isoDate(found[1]!);
}

/** "06/25/2019" and "25/06/2019" say themselves which is the month; of "06/07/2019" the first, where slashes part them. */
function dayAndMonth(first: number, second: number, year: number, monthFirst: boolean): string | null {
  const swapped = first > 12 || (second <= 12 && !monthFirst);
  return swapped ? checked(year, second, first) : checked(year, first, second);
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1;
}

function checked(year: number, month: number, day: number): string | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (year < 1000 || day < 1 || day > days) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
