/** Direct speech: where it stands, who speaks, and the word that says so. */
import type { Quotation } from '../../document';
import type { Candidate } from './mentions';
import { type Reading, relationOf } from './tree';

const OPEN = new Set(['"', '“', '``', '«', '„']);
const CLOSE = new Set(['"', '”', "''", '»', '“']);
/** Verbs of saying, as lemmas. */
const SAY = new Set(
  'say tell ask add reply write declare announce state note explain argue claim warn insist stress recall admit tweet post comment continue conclude remark respond shout cry acknowledge assert affirm observe suggest exclaim whisper joke confirm reveal urge read quote'.split(
    ' ',
  ),
);
/** A quotation that never closes ends with its paragraph. */
const MAX_TOKENS = 400;

export interface QuotedSpan {
  /** Token indices of the opening mark and past the closing one. */
  readonly start: number;
  readonly end: number;
  readonly speaker: number;
  readonly cue: number;
  /** Indices of the mentions that stand wholly within, ascending. */
  readonly mentions: readonly number[];
}

export function findQuotations(reading: Reading, mentions: readonly Candidate[]): QuotedSpan[] {
  const spans = quotedSpans(reading);
  const byHead = new Map(mentions.map((mention, i) => [mention.head, i]));
  const found: QuotedSpan[] = [];
  for (const span of spans) {
    const cue = cueOf(reading, span.start, span.end);
    const speaker = cue < 0 ? -1 : speakerOf(reading, cue, span, byHead);
    found.push({ ...span, cue, speaker, mentions: within(span, mentions) });
  }
  return carryOn(reading, found);
}

/** Mentions are sorted by start. */
function within(
  { start, end }: { readonly start: number; readonly end: number },
  mentions: readonly Candidate[],
): number[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start >= start) high = middle;
    else low = middle + 1;
  }
  const found: number[] = [];
  for (let i = low; i < mentions.length && mentions[i]!.start < end; i++) if (mentions[i]!.end <= end) found.push(i);
  return found;
}

export function asQuotation({ document }: Reading, span: QuotedSpan): Quotation {
  return {
    start: document.tokens[span.start]!.start,
    end: document.tokens[span.end - 1]!.end,
    speaker: span.speaker,
    cue: span.cue,
  };
}

function quotedSpans({ document, sentenceOf }: Reading): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const paragraph = (i: number) => document.sentences[sentenceOf[i]!]!.paragraph;
  let open = -1;
  for (let i = 0; i < document.tokens.length; i++) {
    const text = document.tokens[i]!.text;
    if (open >= 0 && (paragraph(i) !== paragraph(open) || i - open > MAX_TOKENS)) {
      spans.push({ start: open, end: i });
      open = -1;
    }
    if (open >= 0 && CLOSE.has(text) && !(text === '“' && document.tokens[open]!.text === '“')) {
      spans.push({ start: open, end: i + 1 });
      open = -1;
    } else if (open < 0 && OPEN.has(text)) open = i;
  }
  if (open >= 0) spans.push({ start: open, end: document.tokens.length });
  return spans;
}

/** The verb of saying in the quotation's sentences, outside it: the head's own first, else the nearest. */
function cueOf({ document, sentenceOf }: Reading, start: number, end: number): number {
  const first = document.sentences[sentenceOf[start]!]!;
  const last = document.sentences[sentenceOf[end - 1]!]!;
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let i = first.start; i < last.end; i++) {
    if (i >= start && i < end) continue;
    if (!SAY.has(document.lemmas[i]!) || document.upos[i] !== 'VERB') continue;
    const distance = i < start ? start - i : i - end;
    if (distance < bestDistance) [best, bestDistance] = [i, distance];
  }
  return best;
}

function speakerOf(
  { document, children }: Reading,
  cue: number,
  span: { readonly start: number; readonly end: number },
  byHead: ReadonlyMap<number, number>,
): number {
  const subject = children[cue]!.find(
    (child) =>
      relationOf(document, child) === 'nsubj' && (child < span.start || child >= span.end) && byHead.has(child),
  );
  return subject === undefined ? -1 : byHead.get(subject)!;
}

/** A quotation without a cue goes on for the speaker of the one before it in its paragraph, or in the one before. */
function carryOn({ document, sentenceOf }: Reading, spans: readonly QuotedSpan[]): QuotedSpan[] {
  const carried: QuotedSpan[] = [];
  for (const span of spans) {
    const before = carried.at(-1);
    const long = span.end - span.start > 6;
    if (span.speaker >= 0 || before === undefined || before.speaker < 0 || !long) {
      carried.push(span);
      continue;
    }
    const gap = sentenceOf[span.start]! - sentenceOf[before.end - 1]!;
    const near =
      document.sentences[sentenceOf[span.start]!]!.paragraph -
      document.sentences[sentenceOf[before.end - 1]!]!.paragraph;
    carried.push(gap <= 1 && near <= 1 ? { ...span, speaker: before.speaker } : span);
  }
  return carried;
}
