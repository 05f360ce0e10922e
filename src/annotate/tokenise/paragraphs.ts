/** The story's paragraphs: the text without furniture, parted by blank lines, or by line ends that are no wrapping. */
import type { Article, TextSpan } from '../../document';

export interface Paragraph extends TextSpan {
  readonly title: boolean;
}

/** Text wrapped by machine is rarely wider, in characters. */
const WIDEST_WRAP = 120;

export function paragraphsOf(article: Article): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let at = 0;
  for (const piece of article.furniture) {
    story(article.text, at, piece.start, paragraphs);
    if (piece.kind === 'title') paragraphs.push({ start: piece.start, end: piece.end, title: true });
    at = piece.end;
  }
  story(article.text, at, article.text.length, paragraphs);
  return paragraphs;
}

function story(text: string, start: number, end: number, paragraphs: Paragraph[]): void {
  const lines = linesOf(text, start, end);
  let from: number | null = null;
  let to = start;
  const close = () => {
    if (from !== null) paragraphs.push({ start: from, end: to, title: false });
    from = null;
  };
  let block: TextSpan[] = [];
  const closeBlock = () => {
    const width = Math.max(0, ...block.map(lengthOf).filter((n) => n <= WIDEST_WRAP));
    block.forEach((line, i) => {
      from ??= line.start;
      to = line.end;
      const next = block[i + 1];
      if (next === undefined || breaks(text, line, next, width)) close();
    });
    block = [];
  };
  for (const line of lines) {
    if (line.start === line.end) closeBlock();
    else block.push(line);
  }
  closeBlock();
}

function lengthOf(span: TextSpan): number {
  return span.end - span.start;
}

/** Lines without the white space around them. */
function linesOf(text: string, start: number, end: number): TextSpan[] {
  const lines: TextSpan[] = [];
  const lineEnd = /\r\n?|[\n\u2028\u2029\u0085]/g;
  lineEnd.lastIndex = start;
  let at = start;
  while (at <= end) {
    const found = lineEnd.exec(text);
    const stop = found === null || found.index >= end ? end : found.index;
    lines.push(trimmed(text, at, stop));
    if (stop === end) break;
    at = lineEnd.lastIndex;
  }
  return lines;
}

function trimmed(text: string, start: number, end: number): TextSpan {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

/** Whether the line end between two lines is meant: where it is not, the next word would not have fitted, or goes on. */
function breaks(text: string, line: TextSpan, next: TextSpan, width: number): boolean {
  const opening = text.slice(next.start, next.start + 80);
  const stops = /[.?!:;"”’')\]…]$/.test(text.slice(line.end - 1, line.end));
  if (/^["'“‘(]*\p{Ll}/u.test(opening) && !/^[•*·-]\s/.test(opening)) return stops && lengthOf(line) > WIDEST_WRAP;
  const firstWord = /^\S+/.exec(opening)?.[0].length ?? 0;
  const wouldFit = lengthOf(line) > WIDEST_WRAP || lengthOf(line) + 1 + firstWord < width;
  return wouldFit && (stops || lengthOf(line) < 0.6 * width || lengthOf(line) > WIDEST_WRAP);
}
