/** The dateline, with which the first line of a story may open: "CAIRO, July 26 (AP) -- ". */
import { DATE_PATTERN, DAY_PATTERN, isoDate } from './dates';
import { add, type Found, type Line } from './lines';

// WASHINGTON; ANAHEIM, Calif.; SYDNEY and KUALA LUMPUR; YAOUNDÉ
const CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]+(?: \\p{Lu}[\\p{Lu}.'’-]*)*";
const PROPER = "\\p{Lu}[\\p{Ll}.'’-]+(?:[ -](?:de |la |al-|el )?\\p{Lu}[\\p{L}.'’-]*){0,3}";
const REGION = `(?: ?, (?!${DAY_PATTERN})\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){0,2})?`;
const LOUD = `(?<place>${CAPITALS}(?: (?:and|AND) ${CAPITALS})?(?:/${CAPITALS})?${REGION})`;
const QUIET = `(?<place>${PROPER}${REGION})`;
/** The agency in brackets: "(AP)", "(Borneo Bulletin/ANN)". */
const AGENCY = '(?: ?\\([\\p{Lu}][\\p{L}. /&]{1,30}\\))?';
const DAY = `(?:[,.]? (?:\\(|- |– |— )?(?<day>${DATE_PATTERN}|${DAY_PATTERN})\\)?,?(?: \\d{4})?)?`;
/** A hyphen that parts a dateline has a space after it: "LED BY IIT-Madras" is none. */
const DASH = '(?: ?(?:--|[–—]) *| ?-(?= ) *)';

interface OpeningRule {
  /** Example of what it is for. */
  readonly example: string;
  /** With the groups `place` and `day`, or `agency`. */
  readonly pattern: RegExp;
}

const OPENING: readonly OpeningRule[] = [
  {
    example: 'date 2020-01-11 WASHINGTON -- The',
    pattern: new RegExp(`^date (?<day>\\d{4}-\\d{2}-\\d{2})(?: ${LOUD}${AGENCY}${DASH}|\\s+)`, 'u'),
  },
  {
    example: 'CAIRO – 26 July 2022: U.S. Special',
    pattern: new RegExp(`^${LOUD} ?[-–—] ?(?<day>${DATE_PATTERN}|${DAY_PATTERN}): *`, 'u'),
  },
  {
    example: 'KIGALI, Jun 15 2022 (IPS) - A few',
    pattern: new RegExp(`^${LOUD}${DAY}${AGENCY}(?:${DASH}|(?<=\\)): )(?=\\S)`, 'u'),
  },
  {
    example: 'MULTAN: Leader of; SRINAGAR, Mar 03: The',
    pattern: new RegExp(`^${LOUD}${DAY}${AGENCY}: +(?=["“‘'\\p{Lu}\\d])`, 'u'),
  },
  {
    example: 'London, Jun 30 2022 (IPS) - The',
    pattern: new RegExp(`^${QUIET}${DAY}(?: ?\\([\\p{Lu}][\\p{L}. /&]{1,30}\\))${DASH}(?=\\S)`, 'u'),
  },
  {
    example: 'Kolo News, 24 March - After',
    pattern: new RegExp(
      `^(?<agency>\\p{L}{2,}(?: \\p{Lu}[\\p{L}.]*){0,3}),? (?:\\(?(?<day>${DATE_PATTERN}|${DAY_PATTERN})\\)?,?(?: \\d{4})?)${DASH}(?=["“‘']?\\p{Lu}|\\d)`,
      'u',
    ),
  },
  {
    example: 'Sambalpur, India – Nityananda',
    pattern: new RegExp(`^${QUIET}${DAY}(?: -{1,2}|--| ?[–—]) +(?=["“‘']?\\p{Lu}|\\d)`, 'u'),
  },
  {
    example: 'New York (November 25, 2021): The',
    pattern: new RegExp(
      `^${QUIET} ?(?:, |\\()(?<day>${DATE_PATTERN})\\)?(?: ?[:–—]| -(?= )|--) *(?=["“‘']?\\p{Lu}|\\d)`,
      'u',
    ),
  },
  {
    example: '12 June 2019 – The minister',
    pattern: new RegExp(`^(?<day>${DATE_PATTERN})(?: ?[–—:]| -(?= )|--) *(?=["“‘']?\\p{Lu})`, 'u'),
  },
  {
    example: 'Doha: As per',
    pattern: new RegExp(`^(?<place>${PROPER.replace('{0,3}', '{0,1}')}): (?=["“‘]?\\p{Lu}[\\p{L}’']* )`, 'u'),
  },
];

/** A story's first line is longer than a title, in characters. */
const MIN_STORY = 60;

/** Takes the dateline, its day and its agency off the story's first line. */
export function readOpening(line: Line, found: Found): void {
  for (const { pattern } of OPENING) {
    const match = pattern.exec(line.text);
    if (match === null) continue;
    // with its day it is a dateline however short the sentence behind it is
    const shortest = match.groups?.['day'] === undefined ? MIN_STORY : 0;
    if (line.text.length < Math.max(shortest, match[0].length + 20)) continue;
    const place = match.groups?.['place'] ?? null;
    const date = isoDate(match.groups?.['day'] ?? '');
    if (date !== null) found.dates.push(date);
    const agency = match.groups?.['agency'];
    if (place === null && date === null && agency === undefined) continue;
    found.dateline = place;
    add(found, place === null && agency === undefined ? 'date' : 'dateline', line, 0, match[0].trimEnd().length);
    return;
  }
  // Thursday, May 7, 2015 On Tuesday, the ...
  const dated = new RegExp(`^(${DATE_PATTERN}) +(?=["“]?\\p{Lu})`, 'u').exec(line.text);
  const date = dated === null ? null : isoDate(dated[1]!);
  if (dated === null || date === null || !/^\p{Lu}\p{Ll}+day/u.test(dated[1]!)) return;
  found.dates.push(date);
  add(found, 'date', line, 0, dated[1]!.length);
}
