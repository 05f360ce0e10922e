/** The day of publication in a line that says little else: above the story, behind a byline, or at its end. */
import { DATE_PATTERN, isoDate } from './dates';

/** "Published", "Last updated on", "Publication date:". */
const LABEL =
  '(?:(?:(?:First|Originally|Last) )?(?:Published|Updated|Posted|Modified|Issued|Date|Update|Publi(?:sh|cation|shing) date|Date published)(?: on| at)?:? *)?';
/** "14:35", "2.35 p.m. EDT", "14:35:00Z", "10:00 +0200". */
const CLOCK =
  '\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?:Z| *(?:[ap]\\.?m\\.?)?(?: \\(?[A-Z]{2,5}\\)?)?(?: ?[+-]\\d{2}:?\\d{2})?)';
/** "| Updated: June 13, 2019, 10:00", "/ CBS News", "- 3 min read": what may stand behind the day. */
const MORE =
  '(?: *[|/·•–-] *(?:(?:Last )?(?:Updated|Modified)\\b.{0,60}|\\d{1,2} min(?:ute)?s?(?: read)?|[A-Z]\\w+(?: \\w+){0,2}))?';

const DATE_LINE = new RegExp(
  `^[[(]?${LABEL}(?:${CLOCK},? *(?:on |[|·-] ?)?)?(${DATE_PATTERN})(?:(?:T|,?(?: at| [-–|/·•])? *)${CLOCK})?${MORE}[\\])]?\\.?$`,
  'i',
);

/** The day of a line like "Published: 12 June 2019 | 14:35 GMT", or null. */
export function dayOfLine(text: string): string | null {
  const match = text.length > 120 ? null : DATE_LINE.exec(text);
  return match === null ? null : isoDate(match[1]!);
}

const BEHIND = new RegExp(`[,|·•/–-]? *${LABEL}(${DATE_PATTERN})(?:,?(?: at| [-–|/·•])? *${CLOCK})?\\.?$`, 'i');

/** "By Jane Doe | June 12, 2019, 14:35": where the day begins, and which it is. */
export function dayBehindByline(text: string): { readonly start: number; readonly day: string } | null {
  const match = BEHIND.exec(text);
  const day = match === null ? null : isoDate(match[1]!);
  return match === null || day === null ? null : { start: match.index, day };
}

const END_LINE = new RegExp(
  '^[([]?(?:This (?:article|story|report|piece|item) )?(?:was |has been )?(?:(?:first|originally|last) )?' +
    '(?:published|posted|updated|modified|issued)(?: (?:in|by) [^,;]{2,60}?,?)?(?: on| at)?:? +' +
    `(${DATE_PATTERN})(?:,?(?: at| [-–|/·•])? *${CLOCK})?[)\\]]?\\.?$`,
  'i',
);

/** The day of a last line like "Published in The Morning Star, June 12th, 2019", or null. */
export function dayOfEnd(text: string): string | null {
  const match = text.length > 160 ? null : END_LINE.exec(text);
  return match === null ? null : isoDate(match[1]!);
}
