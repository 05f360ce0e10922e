/**
 * Characters to tokens, by the conventions of EWT and GUM: clitics part from their words ("do n't", "Iraq 's"),
 * hyphens and slashes are tokens ("so - called"), abbreviations keep their period ("U.S.", "Gen."),
 * web addresses, e-mails, numbers, times, dates, emoji and runs of one mark are single tokens.
 *
 * One pass from left to right; each pattern is sticky and bounded, so that time is linear in the text's length.
 */
import type { Token } from '../../document';
import { BEFORE_NUMBER, MAY_BE_LAST, NEVER_LAST, PREFIXES, STARTERS, STATES } from './abbreviations';
import { splitClitics } from './clitics';

/** White space, control characters, marks of direction, byte order marks: never part of a token. */
const GAP = /[\s\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/uy;

const TLD =
  'com|org|net|gov|edu|mil|info|biz|tv|fm|co\\.uk|org\\.uk|ac\\.uk|gov\\.uk|co\\.[a-z]{2}|com\\.[a-z]{2}|org\\.[a-z]{2}|gov\\.[a-z]{2}|uk|de|fr|ru|cn|jp|eu|ca|nl|io';
const FILE = 'doc|docx|xls|xlsx|pdf|ppt|txt|html?|jpe?g|png|gif|zip|exe|mp3|mp4|url|csv|xml|js|py';

/** In order: the first that matches wins. */
const PATTERNS: readonly RegExp[] = [
  // 2020-01-11, 11/28/2000, 9/11, 7:30, 11:30:05, 1:56.38
  /\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}-])|\d{1,2}\/\d{1,2}\/\d{2,4}(?![\p{L}\p{N}/])|\d{1,2}-\d{1,2}-\d{4}(?![\p{L}\p{N}-])|\d{1,2}\/\d{1,2}(?![\p{L}\p{N}/])|\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,2})?(?!\d)/uy,
  // telephone numbers: 713-853-3989, 1-800-991-9019, 713.853.3989, 345-9945
  /(?:1[-.])?\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|\d{3}\/\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?![\d-])/uy,
  // [...], ((, runs of marks
  /\[(?:\.{3}|…)\]|\.{2,}|\.[?!]+|…+\.?|[!?]{2,}[!?.]*|-{2,}|\*{2,}|={2,}|_{2,}|~{2,}|\+{2,}|#{2,}|<<+|>>+|->|<-|''|``|’’|‘‘/uy,
  // :-) ;) :D ^_^
  /[:;=]['-]?[)(\]](?![\p{L}\p{N}])|[:;=]-?[DPp](?![\p{L}\p{N}])|\^_?\^|<3(?!\d)/uy,
  // US$, C$
  /(?:US|NZ|HK|[ACSRU])\$(?=\s?\d)/uy,
  // '72, ’90s
  /['’]\d{2}s?(?![\p{L}\p{N}])/uy,
  // 's, 're apart from their word, 'em
  /['’](?:s|re|ve|ll|d|m|em|til|tis|twas|cause)(?![\p{L}\p{N}'’])/iuy,
  // #hashtag, @name
  /[#@][\p{L}_][\p{L}\p{M}\p{N}_]{0,99}/uy,
  // emoji with their modifiers and joiners; flags
  /\p{Regional_Indicator}{2}|(?!\p{N}|[#*©®™])\p{Extended_Pictographic}(?:\uFE0F|[\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic}){0,12}/uy,
];

const WEB = new RegExp(
  `(?:https?|ftp|file):\\/\\/[^\\s<>"“”]{1,2048}|www\\d?\\.[^\\s<>"“”]{2,2048}|mailto:[^\\s<>"“”]{3,200}` +
    `|[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+%-]{0,63}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,6}` +
    `|[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,3}\\.(?:${TLD})(?![\\p{L}\\p{N}@])(?:\\/[^\\s<>"“”]{0,2048})?` +
    `|[\\p{L}\\p{N}_#&-]{1,63}\\.(?:${FILE})(?![\\p{L}\\p{N}])` +
    '|[a-z]{2,20}(?:\\.[a-z]{2,20}){2,6}(?![\\p{L}\\p{N}])',
  'iuy',
);
/** What a web address does not end with. */
const WEB_TAIL = /[.,;:!?'"’”)\]}>*]+$/u;

/** 5,200; 1,00,000; 3.14; 6.2.1; .265 */
const NUMBER = /\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)*|\d+(?:\.\d+)*|\.\d+/uy;
/** After a number, of its own: "5pm", "10k", "$3bn". Not "1st", "80s", "3D". */
const UNIT =
  /(?:am|pm|k|mm?|bn|b|t|kg|km|kms|cm|lbs?|ft|hz|khz|mhz|ghz|kb|mb|gb|tb|kw|mw|gw|mph|kmh|x|mins?|hrs?|percent)(?![\p{L}\p{N}])/iuy;
const ACRONYM =
  /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}.]))?|\p{Lu}\.\p{Lu}(?![\p{L}\p{N}.])|Ph\.D\.?|[MB]\.(?:Sc|Ed)\.?/uy;
const WORD =
  /[\p{L}\p{M}\p{N}_\u00AD\u200C\u200D]+(?:(?:['’`](?=\p{L})|&(?=\p{Lu}(?![\p{Ll}])))[\p{L}\p{M}\p{N}_\u00AD\u200C\u200D]+)*/uy;
/** BA.5, PM2.5, RM7.8, Dh1.2: capitals or letters with digits, and a fraction. */
const VERSION = /(?:\p{Lu}{2,4}|\p{L}{1,4}\d{1,6}(?:,\d{3}){0,3})(?:\.\d{1,4}){1,3}(?![\p{L}\p{N}]|\.\p{L})/uy;
const PREFIX = new RegExp(`(?:${PREFIXES.join('|')})-(?=\\p{L}{2})`, 'iuy');
/** One character with its combining marks and variation selectors. */
const ANY = /[\s\S](?:\p{M}|\u200D|\uFE0F){0,20}/uy;

const NEXT_WORD = /[\s\u200E\u200F]{0,20}["'“‘(]{0,3}([\p{L}\p{M}\p{N}]+)/uy;

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Appends the tokens of `text` from `start` to `end`. */
export function lex(text: string, start: number, end: number, tokens: Token[]): void {
  const source = end === text.length ? text : text.slice(0, end);
  const first = tokens.length;
  const push = (from: number, to: number) => tokens.push({ start: from, end: to, text: text.slice(from, to) });
  let at = start;
  while (at < end) {
    const gap = match(GAP, source, at);
    if (gap !== null) {
      at += gap.length;
      continue;
    }
    const before = tokens.length > first ? tokens.at(-1)! : null;
    const glued = before !== null && before.end === at && /[\p{L}\p{N}]$/u.test(before.text);
    const plain = fixedToken(source, at, glued);
    if (plain > 0) {
      push(at, at + plain);
      at += plain;
      continue;
    }
    const number = glued && source[at] === '.' ? null : match(NUMBER, source, at);
    const word = match(WORD, source, at);
    if (
      number !== null &&
      (word === null || word.length <= number.length || match(UNIT, source, at + number.length) !== null)
    ) {
      const dotted = listNumber(source, at + number.length, before === null);
      push(at, at + number.length + dotted);
      at += number.length + dotted;
      const unit = dotted > 0 ? null : match(UNIT, source, at);
      if (unit !== null) {
        push(at, at + unit.length);
        at += unit.length;
      }
      continue;
    }
    if (word === null) {
      const any = match(ANY, source, at) ?? source[at]!;
      push(at, at + any.length);
      at += any.length;
      continue;
    }
    at = pushWord(source, at, word, before, push);
  }
}

/** The length of an address or another pattern at `at`, or 0. */
function fixedToken(text: string, at: number, glued: boolean): number {
  if (!glued) {
    const web = match(WEB, text, at);
    if (web !== null) {
      const length = web.length - webTail(web);
      if (length > 2) return length;
    }
  }
  for (const pattern of PATTERNS) {
    const found = match(pattern, text, at);
    if (found !== null) return found.length;
  }
  return 0;
}

/** A closing bracket stays where the address has its opening one. */
function webTail(web: string): number {
  const tail = WEB_TAIL.exec(web)?.[0] ?? '';
  return tail.startsWith(')') && web.includes('(') ? tail.length - 1 : tail.length;
}

/** "1." at the start of a paragraph is one token. */
function listNumber(text: string, at: number, first: boolean): number {
  return first && text[at] === '.' && /\s/.test(text[at + 1] ?? '') ? 1 : 0;
}

function pushWord(
  text: string,
  at: number,
  word: string,
  before: Token | null,
  push: (from: number, to: number) => void,
): number {
  const acronym = match(ACRONYM, text, at);
  if (acronym !== null && acronym.length > word.length) {
    push(at, at + acronym.length);
    return at + acronym.length;
  }
  const prefix = match(PREFIX, text, at);
  if (prefix !== null) {
    const rest = match(WORD, text, at + prefix.length) ?? '';
    return pushClitics(at, prefix + rest, push);
  }
  const version = match(VERSION, text, at);
  if (version !== null) {
    push(at, at + version.length);
    return at + version.length;
  }
  const end = at + word.length;
  if (text[end] === '.' && text[end + 1] !== '.' && keepsPeriod(word, text, end + 1, before)) {
    push(at, end + 1);
    return end + 1;
  }
  return pushClitics(at, word, push);
}

function pushClitics(at: number, word: string, push: (from: number, to: number) => void): number {
  let from = at;
  for (const length of splitClitics(word)) {
    push(from, from + length);
    from += length;
  }
  return from;
}

const MONTH = /^(?:jan|feb|aug|sept?|oct|nov|dec)$/;

/** Whether the period after `word`, which ends before `at`, belongs to it. */
function keepsPeriod(word: string, text: string, at: number, before: Token | null): boolean {
  const lower = word.toLowerCase();
  NEXT_WORD.lastIndex = at;
  const next = NEXT_WORD.exec(text)?.[1] ?? '';
  const glued = next !== '' && /[\p{L}\p{N}]/u.test(text[at] ?? '');
  if (/^\d/.test(next) && (BEFORE_NUMBER.has(lower) || MONTH.test(lower))) return true;
  if (glued) return /^\p{Lu}$/u.test(word) && /^\p{Lu}\p{Ll}/u.test(next) && isInitial(word, next, before);
  if (NEVER_LAST.has(lower)) return next !== '';
  if (lower === 'etc') return next !== '' && !/^\p{Lu}/u.test(next);
  if (MAY_BE_LAST.has(lower)) return true;
  if (STATES.has(lower)) return before?.text === ',' && /^\p{Lu}/u.test(word);
  return /^\p{Lu}$/u.test(word) && isInitial(word, next, before);
}

/** "George W. Bush", "J. Smith"; not "vitamin C. The". */
function isInitial(word: string, next: string, before: Token | null): boolean {
  if (!/^\p{Lu}/u.test(next) || STARTERS.has(next.toLowerCase())) return false;
  return word !== 'I' || (before !== null && /^\p{Lu}/u.test(before.text));
}
