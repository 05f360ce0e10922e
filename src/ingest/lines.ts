/** A text as lines, and the furniture that has been found in it. */
import type { Contributor, Furniture, FurnitureKind, TextSpan } from '../document';

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
export interface Line extends TextSpan {
  readonly text: string;
  /** A blank line, or the end of the text, follows. */
  readonly last: boolean;
}

export function linesOf(text: string): Line[] {
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

/** Marks a line, or a part of it, as furniture. */
export function add(found: Found, kind: FurnitureKind, line: Line, from = 0, to = line.text.length): void {
  found.furniture.push({ kind, start: line.start + from, end: line.start + to });
}
