/**
 * The wire's furniture told apart from the story: datelines, bylines, dates, section and credit lines.
 * Each rule looks at one line in its place (the top, the end, anywhere) and says which part of it is furniture.
 */
import type { Furniture } from '../document';
import { dayBehindByline, dayOfLine } from './date-lines';
import { readCaption, readEnd } from './endings';
import { add, type Found, type Line, linesOf } from './lines';
import { readOpening } from './opening';
import { bylineNames, looksLikeName } from './people';

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
  const dated = dayBehindByline(line.text);
  const people = line.text.slice(match[0].length, dated?.start);
  const names = bylineNames(people.replace(/[.|]+\s*$/, '').trim());
  if (names.length === 0) return false;
  if (dated !== null) found.dates.push(dated.day);
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

function readDateLine(line: Line, found: Found): boolean {
  const date = dayOfLine(line.text);
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

/** Sorted; of two that overlap the earlier stands. */
function disjoint(furniture: readonly Furniture[]): Furniture[] {
  const sorted = [...furniture].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter((piece, i) => sorted.slice(0, i).every((other) => other.end <= piece.start));
}
