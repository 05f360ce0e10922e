/**
 * The wire's furniture told apart from the story: datelines, bylines, dates, section and credit lines.
 * Each rule looks at one line in its place (the top, the end, anywhere) and says which part of it is furniture.
 */
import type { Contributor, Furniture, FurnitureKind, TextSpan } from '../document';
import { DATE_PATTERN, DAY_PATTERN, isoDate } from './dates';
import { bylineNames, creditedPeople, looksLikeName } from './people';

export interface Found {
  furniture: Furniture[];
  title: string | null;
  dates: string[];
  dateline: string | null;
  section: string | null;
  byline: string[];
  contributors: Contributor[];
}

/** A line without the white space around it; never empty. */
interface Line extends TextSpan {
  readonly text: string;
  /** A blank line, or the end of the text, follows. */
  readonly last: boolean;
}

/** Lines from the top, and from the end, in which furniture is looked for. */
const TOP_LINES = 8;
const END_LINES = 6;
/** A title is no longer, in characters. */
const MAX_TITLE = 160;

export function findFurniture(text: string, knownTitle: string | null): Found {
  const found: Found = {
    furniture: [],
    title: null,
    dates: [],
    dateline: null,
    section: null,
    byline: [],
    contributors: [],
  };
  const lines = linesOf(text);
  const end = Math.max(lines.length - END_LINES, readTop(lines, found, knownTitle));
  for (const line of lines.slice(end)) readEnd(line, found);
  for (const line of lines) readCaption(line, found);
  found.furniture = disjoint(found.furniture);
  return found;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const pattern = /[^\r\n\u2028\u2029]+/g;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const body = match[0].trim();
    if (body === '') continue;
    const start = match.index + match[0].indexOf(body);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
    lines.push({
      start,
      end: start + body.length,
      text: body,
      last: /^(?:\s*$|(?:\r\n|[\r\n])\s*(?:\r\n|[\r\n]))/.test(after),
    });
  }
  return lines;
}

function add(found: Found, kind: FurnitureKind, line: Line, from = 0, to = line.text.length): void {
  found.furniture.push({ kind, start: line.start + from, end: line.start + to });
}

/** Title, bylines, dates, then the dateline of the first line of the story, whose index is returned. */
function readTop(lines: readonly Line[], found: Found, knownTitle: string | null): number {
  let at = 0;
  for (; at < Math.min(TOP_LINES, lines.length); at++) {
    const line = lines[at]!;
    if (readByline(line, found) || readBareName(line, lines[at + 1], found, knownTitle) || readDateLine(line, found))
      continue;
    if (found.title === null && isTitle(line, lines[at + 1], knownTitle)) {
      found.title = line.text;
      add(found, 'title', line);
      continue;
    }
    readOpening(line, found);
    break;
  }
  return at;
}

/** "By JANE DOE and JOHN ROE, The Daily Post"; "Written by Mira Patel | Mumbai |". */
function readByline(line: Line, found: Found): boolean {
  const match = /^(?:(?:Written|Reported|Story|Report|Text|Words) )?by:? +/i.exec(line.text);
  if (match === null || line.text.length > 160) return false;
  const names = bylineNames(line.text.slice(match[0].length).replace(/[.|]+\s*$/, ''));
  if (names.length === 0) return false;
  found.byline.push(...names);
  add(found, 'byline', line);
  return true;
}

/** "SIYABONGA SITHOLE" above the story; in mixed case only where the record gives another title. */
function readBareName(line: Line, next: Line | undefined, found: Found, knownTitle: string | null): boolean {
  if (next === undefined || next.text.length < 120 || line.text.split(' ').length > 3 || !looksLikeName(line.text))
    return false;
  if (/\p{Ll}/u.test(line.text) && (knownTitle === null || knownTitle.includes(line.text))) return false;
  found.byline.push(line.text);
  add(found, 'byline', line);
  return true;
}

const DATE_LINE = new RegExp(
  `^(?:(?:Published|Updated|Posted|First published|Last updated|Date|Issued)(?: on| at)?:? *)?(${DATE_PATTERN})` +
    '(?:,?(?: at| -| \\|)? *\\d{1,2}[:.]\\d{2}(?::\\d{2})? *(?:[ap]\\.?m\\.?)?(?: [A-Z]{2,5})?)?\\.?$',
  'i',
);

function readDateLine(line: Line, found: Found): boolean {
  const match = DATE_LINE.exec(line.text);
  const date = match === null ? null : isoDate(match[1]!);
  if (date === null) return false;
  found.dates.push(date);
  add(found, 'date', line);
  return true;
}

/** A short first line that is no sentence, or the title that the record gives. */
function isTitle(line: Line, next: Line | undefined, knownTitle: string | null): boolean {
  const squeeze = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  if (knownTitle !== null && knownTitle.trim() !== '') return squeeze(line.text) === squeeze(knownTitle);
  if (next === undefined || line.text.length > MAX_TITLE || line.text.split(/\s+/).length > 28) return false;
  if (
    /[.:;,]["'”’]?$|[.!?]["”’)]? +\p{Lu}/u.test(
      line.text.replace(/\b(?:[A-Z]\.)+|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|vs)\./g, ''),
    )
  )
    return false;
  if (!/\p{L}/u.test(line.text) || !/^[^\p{Ll}]/u.test(line.text)) return false;
  return line.last ? true : !/^\p{Ll}/u.test(next.text) && next.text.length > 120;
}

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
    example: 'Doha: As per',
    pattern: new RegExp(`^(?<place>${PROPER.replace('{0,3}', '{0,1}')}): (?=["“‘]?\\p{Lu}[\\p{L}’']* )`, 'u'),
  },
];

/** A story's first line is longer than a title, in characters. */
const MIN_STORY = 60;

function readOpening(line: Line, found: Found): void {
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

interface CreditRule {
  readonly example: string;
  readonly pattern: RegExp;
  /** The part of the match that names people, with what is known of their outlet. */
  readonly people: (match: RegExpExecArray) => Contributor[];
}

const without = (match: RegExpExecArray) => creditedPeople(match[1]!);

const CREDITS: readonly CreditRule[] = [
  {
    example: 'Information for this article was contributed by Edward Wong of The New York Times; by ...',
    pattern:
      /^\(?(?:Some )?(?:Information|Material|Reporting) (?:for|in) this (?:article|report|story) was (?:also )?(?:contributed|provided) by (.+)$/i,
    people: without,
  },
  {
    example: '(Reporting by Jane Doe in Cairo; Editing by John Roe)',
    pattern:
      /^[([]?(?:Additional )?(?:Reporting|Writing|Compiled|Translated|Edited|Editing)(?: and (?:writing|editing))? by (.+?)[)\]]?\.?$/i,
    people: (match) =>
      creditedPeople(match[1]!.replace(/;?\s*(?:writing|editing|additional reporting|compiled) by /gi, '; ')),
  },
  {
    example: '(This article was written by Ayako Nakada and Ryutaro Abe.)',
    pattern: /^[([]?This (?:article|story|report) was (?:written|reported|compiled|produced) by (.+?)\.?[)\]]?$/i,
    people: without,
  },
  {
    example: 'Associated Press writers Rahim Faiez in Kabul and Jane Doe in Geneva contributed to this report.',
    pattern:
      /^[([]?(?:The )?(.{2,60}?) (?:staff )?(?:writers?|journalists?|reporters?|correspondents?) (.+?) (?:also )?contributed(?: reporting| to this (?:report|article|story))?.{0,30}\.?[)\]]?$/,
    people: (match) =>
      bylineNames(match[2]!.replace(/ in [\p{Lu}][^,]*?(?=,| and |$)/gu, '')).map((name) => ({
        name,
        outlet: match[1]!,
      })),
  },
  {
    example: 'Jane Doe and John Roe contributed reporting. The Associated Press contributed to this report.',
    pattern:
      /^[([]?([^.]{3,120}?) (?:also )?contributed (?:reporting|to this (?:report|article|story)|research).{0,60}$/,
    people: (match) => bylineNames(match[1]!).map((name) => ({ name, outlet: null })),
  },
  {
    example: 'Edward Wong reported from Washington, and Megan Specia from New York.',
    pattern: /^([\p{Lu}][^.]{3,60}?) reported from [^"“”]{3,160}\.$/u,
    people: (match) => bylineNames(match[1]!).map((name) => ({ name, outlet: null })),
  },
  {
    example: '– Roots Online; IPS UN Bureau Report; -- Agencies',
    pattern:
      /^(?:(?:--|[-–—]) ?[\p{Lu}][\p{L} .&/]{1,40}|IPS UN Bureau(?: Report)?|\((?:AP|AFP|Reuters|Xinhua|ANI|PTI)\)|\p{Lu}{2,6}\/\p{Lu}{2,6}(?:\/\p{Lu}{2,6})?)$/u,
    people: () => [],
  },
  {
    example: '*Jane Doe is a writer based in Wales',
    pattern:
      /^[*—–-] ?(?:The (?:author|writer) is .*|([\p{Lu}][\p{L}.'-]+(?: [\p{Lu}][\p{L}.'-]+){1,3}) (?:is|was) an? .{5,200})$/u,
    people: () => [],
  },
  {
    example: 'Print Headline: Troops to stay',
    pattern: /^(?:Print Headline|Copyright|All rights reserved|©).{0,120}$/i,
    people: () => [],
  },
];

const SECTION = new RegExp(
  `^((?:\\p{Lu}[\\p{L}&-]*(?: \\p{Lu}[\\p{L}&-]*){0,3} )?Section(?: \\p{Lu}\\d*)?|Page [A-Z]?\\d+)(?:,? on | on:? |, )(${DATE_PATTERN})\\.?$`,
  'u',
);

function readEnd(line: Line, found: Found): void {
  const section = SECTION.exec(line.text);
  if (section !== null) {
    found.section = section[1]!;
    const date = isoDate(section[2]!);
    if (date !== null) found.dates.push(date);
    add(found, 'section', line);
    return;
  }
  for (const rule of CREDITS) {
    const match = rule.pattern.exec(line.text);
    if (match === null) continue;
    found.contributors.push(...rule.people(match));
    add(found, 'credit', line);
    return;
  }
}

/** "... on October 25, 2022. Image: UK Government." The caption itself is story. */
const CAPTION_CREDIT =
  /(?:^|[\s([])((?:Image|Photo|Photograph|Picture|Photo credit|Image credit|Credit|File photo)s?(?: by)?: ?[^.!?:\n]{2,60}[.)\]]?)$/;
const PHOTO_AGENCY =
  /\s([([](?:(?:AP |AFP |File )?Photo(?:\/| by | courtesy ).{2,60}|.{2,40}\/(?:AP|AFP|Reuters|Getty Images|EPA)|Photo: .{2,60}|Getty Images|File photo)[)\]]\.?)$/;

function readCaption(line: Line, found: Found): void {
  const match =
    (line.text.length < 600 ? CAPTION_CREDIT.exec(line.text) : null) ?? PHOTO_AGENCY.exec(line.text.slice(-120));
  if (match !== null) add(found, 'caption-credit', line, line.text.length - match[1]!.length);
}

/** Sorted; of two that overlap the earlier stands. */
function disjoint(furniture: readonly Furniture[]): Furniture[] {
  const sorted = [...furniture].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((piece, i) => sorted.slice(0, i).every((other) => other.end <= piece.start));
}
