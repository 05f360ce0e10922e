/** A stretch of text with a mark; marks may overlap and nest. */
export interface Mark<K> {
  readonly start: number;
  readonly end: number;
  readonly kind: K;
}

export interface Segment<K> {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The marks that cover it, outermost first. */
  readonly marks: readonly Mark<K>[];
}

/** Cuts text[start, end) where a mark begins or ends; the pieces join back to the text. */
export function cutText<K>(text: string, start: number, end: number, marks: readonly Mark<K>[]): Segment<K>[] {
  const inside = marks
    .filter((mark) => mark.start < end && mark.end > start && mark.end > mark.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const segments: Segment<K>[] = [];
  for (let i = 0; i + 1 < places.length; i++) {
    const from = places[i]!;
    const to = places[i + 1]!;
    const covering = inside.filter((mark) => mark.start <= from && mark.end >= to);
    segments.push({ text: text.slice(from, to), start: from, end: to, marks: covering });
  }
  return segments;
}

/** Paragraphs of a text as [start, end), without the blank lines between them. */
export function paragraphsOf(text: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const match of text.matchAll(/[^\n\r]+/g)) {
    if (match[0].trim() === '') continue;
    const lead = match[0].length - match[0].trimStart().length;
    const start = match.index + lead;
    found.push([start, start + match[0].trim().length]);
  }
  return found;
}
