/** Lines at the end of a story (section, day, credits), and what a caption says of its picture's maker. */
import type { Contributor } from '../document';
import { dayOfEnd } from './date-lines';
import { DATE_PATTERN, isoDate } from './dates';
import { add, type Found, type Line } from './lines';
import { bylineNames, creditedPeople } from './people';

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

/** A line of the end that is no story. */
export function readEnd(line: Line, found: Found): void {
  const section = SECTION.exec(line.text);
  if (section !== null) {
    found.section = section[1]!;
    const date = isoDate(section[2]!);
    if (date !== null) found.dates.push(date);
    add(found, 'section', line);
    return;
  }
  const day = dayOfEnd(line.text);
  if (day !== null) {
    found.dates.push(day);
    add(found, 'date', line);
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

/** The credit of a picture, wherever its caption stands. */
export function readCaption(line: Line, found: Found): void {
  const match =
    (line.text.length < 600 ? CAPTION_CREDIT.exec(line.text) : null) ?? PHOTO_AGENCY.exec(line.text.slice(-120));
  if (match !== null) add(found, 'caption-credit', line, line.text.length - match[1]!.length);
}
