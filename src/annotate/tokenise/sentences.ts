/** Where sentences end, among the tokens of one paragraph. */
import type { Token, TokenSpan } from '../../document';
import { NEVER_LAST, STARTERS } from './abbreviations';

/** A longer sentence is cut: the tree decoder is cubic in its length. */
export const MAX_SENTENCE_TOKENS = 200;

const END = /^(?:[.?!]+|….?|\.{2,}[?!]*|[。！？؟۔।])$/u;
const ELLIPSIS = /^(?:\.{2,}|…+\.?)$/u;
const CLOSING = /^(?:["”’'»]|''|’’|[)\]}])$/u;
/** Addresses one after the other are a list. */
const ADDRESS = /^https?:/;
const LETTER_CLOSE = /^(?:thanks|thank|you|regards|best|kind|warm|cheers|sincerely|yours|love|wishes)$/i;
const SAYS =
  /^(?:said|says|asked|asks|told|added|adds|replied|wrote|writes|shouted|cried|wondered|exclaimed|tweeted|recalled|answered|explained|declared|joked)$/;

/** Where the rules end a sentence: ends[i] is 1 after token `start + i`. `tokens` from `start` to `end` are a paragraph. */
export function ruledEnds(tokens: readonly Token[], start: number, end: number): Uint8Array {
  const ends = new Uint8Array(end - start);
  let from = start;
  for (let i = start; i < end; i++) {
    let after = i + 1;
    if (!closesLetter(tokens, from, i, end)) {
      if (!endsSentence(tokens, i, end) || numbersItem(tokens, from, i)) continue;
      while (after < end && closes(tokens, after, end)) after++;
      after = afterNotes(tokens, after, end);
      if (after < end && !beginsSentence(tokens, i, after, end)) continue;
    }
    ends[after - 1 - start] = 1;
    from = after;
    i = after - 1;
  }
  if (end > start) ends[end - start - 1] = 1;
  return ends;
}

/** The sentences of a paragraph whose ends are marked, the longest of them cut. */
export function spansOf(tokens: readonly Token[], start: number, ends: Uint8Array): TokenSpan[] {
  const spans: TokenSpan[] = [];
  let from = start;
  ends.forEach((marked, i) => {
    if (marked === 0) return;
    cutLong(tokens, from, start + i + 1, spans);
    from = start + i + 1;
  });
  return spans;
}

/** "1. Talks": the number of an item, with its period. */
function numbersItem(tokens: readonly Token[], from: number, i: number): boolean {
  return i === from + 1 && tokens[i]!.text === '.' && /^\d{1,2}$/.test(tokens[from]!.text);
}

/** Past reference marks ("[12] [13]") and smileys, which belong to the sentence before them. */
function afterNotes(tokens: readonly Token[], at: number, end: number): number {
  let after = at;
  while (after < end) {
    const text = tokens[after]!.text;
    if (/^[:;=]['-]?[)(DPp]$/.test(text)) after++;
    else if (
      text === '[' &&
      after + 2 < end &&
      /^\d+$/.test(tokens[after + 1]!.text) &&
      tokens[after + 2]!.text === ']'
    )
      after += 3;
    else break;
  }
  return after;
}

/** A closing quote or bracket that hangs on what is before it, or stands alone between spaces after it. */
function closes(tokens: readonly Token[], i: number, end: number): boolean {
  const token = tokens[i]!;
  if (!CLOSING.test(token.text)) return false;
  const glued = tokens[i - 1]!.end === token.start;
  const next = tokens[i + 1];
  const opens = i + 1 < end && next !== undefined && next.start === token.end;
  return glued ? !opens || /^[)\]}”»]$/.test(token.text) || CLOSING.test(next!.text) : /^[)\]}”»]$/.test(token.text);
}

function endsSentence(tokens: readonly Token[], i: number, end: number): boolean {
  const text = tokens[i]!.text;
  if (END.test(text)) return true;
  if (i + 1 < end && (text === '>>' || startsHeader(tokens, i + 1, end))) return true;
  if (i + 1 < end && ADDRESS.test(text) && ADDRESS.test(tokens[i + 1]!.text)) return true;
  if (text.length < 2 || !text.endsWith('.') || i + 1 >= end) return false;
  // an abbreviation that may be the last word: "in the U.S. The ..."
  const word = text.slice(0, -1).toLowerCase();
  if (NEVER_LAST.has(word) || /^\p{Lu}\.$/u.test(text) || /^\d/.test(text)) return false;
  const next = tokens[i + 1]!.text;
  return STARTERS.has(next.toLowerCase()) && /^\p{Lu}/u.test(next)
    ? true
    : /^["“(]$/.test(next) && tokens[i + 1]!.start > tokens[i]!.end;
}

/** Whether a new sentence begins at `after`, the token `last` having ended one. */
function beginsSentence(tokens: readonly Token[], last: number, after: number, end: number): boolean {
  const mark = tokens[last]!.text;
  let at = after;
  while (at < end && /^(?:["“‘'`([«*-]|``|''|--|—|–|•)$/u.test(tokens[at]!.text)) at++;
  const next = tokens[Math.min(at, end - 1)]!.text;
  if (/^[,;:)\]]$/.test(tokens[after]!.text)) return false;
  if (ADDRESS.test(next)) return true;
  // untidy writers begin with a small letter; after a closing mark the sentence goes on: "Why?" he asked
  if (/^\p{Ll}/u.test(next))
    return (
      after === last + 1 &&
      !ELLIPSIS.test(mark) &&
      mark !== '…' &&
      tokens[after]!.start > tokens[last]!.end &&
      (at === after || tokens[after]!.text === '(')
    );
  if (tokens[after]!.text === '.') return false;
  if (ELLIPSIS.test(mark)) return /^\p{Lu}/u.test(next);
  // "Why?" Pompeo asked.
  if (after > last + 1 && mark !== '.' && saysFollows(tokens, after, end)) return false;
  return true;
}

/** "01/19/2001 09:14 AM": the stamp of a letter that is quoted. */
function startsHeader(tokens: readonly Token[], i: number, end: number): boolean {
  return (
    i + 1 < end && /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(tokens[i]!.text) && /^\d{1,2}:\d{2}$/.test(tokens[i + 1]!.text)
  );
}

/** "Thanks, Anne": the close of a letter. */
function closesLetter(tokens: readonly Token[], from: number, i: number, end: number): boolean {
  if (tokens[i]!.text !== ',' || i - from > 2 || i === from || i + 1 >= end || !/^\p{Lu}/u.test(tokens[i + 1]!.text))
    return false;
  return tokens.slice(from, i).every((token) => LETTER_CLOSE.test(token.text));
}

function saysFollows(tokens: readonly Token[], after: number, end: number): boolean {
  for (let i = after; i < Math.min(after + 5, end); i++) {
    const text = tokens[i]!.text;
    if (SAYS.test(text)) return true;
    if (i > after && !/^\p{Lu}/u.test(text)) return false;
  }
  return false;
}

/** Pushes from..to, in pieces of at most MAX_SENTENCE_TOKENS, cut at semicolons, dashes, commas, in this order. */
function cutLong(tokens: readonly Token[], from: number, to: number, spans: TokenSpan[]): void {
  let start = from;
  while (to - start > MAX_SENTENCE_TOKENS) {
    const cut = cutPlace(tokens, start, start + MAX_SENTENCE_TOKENS);
    spans.push({ start, end: cut });
    start = cut;
  }
  spans.push({ start, end: to });
}

function cutPlace(tokens: readonly Token[], from: number, to: number): number {
  const earliest = from + Math.floor((to - from) / 4);
  for (const mark of [/^;$/, /^(?:[:•]|--|[—–|])$/, /^,$/]) {
    for (let i = to - 1; i >= earliest; i--) if (mark.test(tokens[i]!.text)) return i + 1;
  }
  return to;
}
