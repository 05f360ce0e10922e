/**
 * What the judge of sentence ends sees at a boundary between two tokens of a paragraph: hashed features of the words
 * around it, of the gaps, of what is open, and of what the rules say.
 */
import type { Token } from '../../document';

export const TABLE_BITS = 18;
const MASK = (1 << TABLE_BITS) - 1;

/** Sorts of tokens; beyond the paragraph's edges there are none. */
const SORTS = [
  'none',
  'lower',
  'capital',
  'capitals',
  'letter',
  'mixed',
  'number',
  'digits',
  'dotted',
  'address',
  'stop',
  'query',
  'dots',
  'comma',
  'semicolon',
  'colon',
  'dash',
  'opening',
  'closing',
  'quote',
  'openquote',
  'closequote',
  'bullet',
  'symbol',
  'other',
] as const;
type Sort = (typeof SORTS)[number];

const MARKS: ReadonlyMap<string, Sort> = new Map<string, Sort>([
  ['.', 'stop'],
  ['。', 'stop'],
  ['।', 'stop'],
  ['۔', 'stop'],
  [',', 'comma'],
  [';', 'semicolon'],
  [':', 'colon'],
  ['-', 'dash'],
  ['--', 'dash'],
  ['---', 'dash'],
  ['–', 'dash'],
  ['—', 'dash'],
  ['|', 'dash'],
  ['(', 'opening'],
  ['[', 'opening'],
  ['{', 'opening'],
  [')', 'closing'],
  [']', 'closing'],
  ['}', 'closing'],
  ['"', 'quote'],
  ["'", 'quote'],
  ['“', 'openquote'],
  ['‘', 'openquote'],
  ['``', 'openquote'],
  ['”', 'closequote'],
  ['’', 'closequote'],
  ["''", 'closequote'],
  ['*', 'bullet'],
  ['•', 'bullet'],
  ['·', 'bullet'],
  ['>', 'bullet'],
  ['+', 'bullet'],
  ['#', 'bullet'],
]);

function sortOf(text: string): Sort {
  const mark = MARKS.get(text);
  if (mark !== undefined) return mark;
  if (/^[?!？؟]/u.test(text)) return 'query';
  if (/^(?:\.{2,}|…)/u.test(text)) return 'dots';
  if (/^(?:https?:|www\.)|^\S{1,60}@\S/iu.test(text)) return 'address';
  if (/^\d/u.test(text)) return /^[\d.,]+$/u.test(text) ? 'number' : 'digits';
  if (/^\p{Lu}/u.test(text)) {
    if (text.length === 1) return 'letter';
    if (text.endsWith('.')) return 'dotted';
    if (/^\P{Ll}+$/u.test(text)) return 'capitals';
    return /^.\P{Lu}*$/u.test(text) ? 'capital' : 'mixed';
  }
  if (/^\p{L}/u.test(text)) return text.endsWith('.') ? 'dotted' : 'lower';
  return /^[\p{P}\p{S}]/u.test(text) ? 'symbol' : 'other';
}

const NUMBER_OF = new Map(SORTS.map((sort, i) => [sort, i]));
const NONE = 0;
const FINAL = new Set(['stop', 'query', 'dots'].map((sort) => NUMBER_OF.get(sort as Sort)!));
const LOWER = NUMBER_OF.get('lower')!;
const DASH = NUMBER_OF.get('dash')!;
const ADDRESS = NUMBER_OF.get('address')!;
const WORDY = new Set(
  ['lower', 'capital', 'capitals', 'letter', 'mixed', 'number', 'digits', 'dotted', 'address'].map(
    (sort) => NUMBER_OF.get(sort as Sort)!,
  ),
);
const [QUOTE, OPENQUOTE, CLOSEQUOTE] = ['quote', 'openquote', 'closequote'].map((sort) => NUMBER_OF.get(sort as Sort)!);
const [OPENING, CLOSING] = ['opening', 'closing'].map((sort) => NUMBER_OF.get(sort as Sort)!);

/** A paragraph as the judge reads it; index 0 is its first token. */
export interface Sight {
  readonly length: number;
  readonly sorts: Uint8Array;
  /** Of the form in lower case. */
  readonly hashes: Int32Array;
  /** 1 where space stands before the token. */
  readonly gaps: Uint8Array;
  /** What is open after the token: 1 a quotation, 2 a bracket, 3 both. */
  readonly open: Uint8Array;
  /** Where the rules end a sentence after the token. */
  readonly ruled: Uint8Array;
  /** Tokens to the next end by the rules. */
  readonly ahead: Int32Array;
  /** Of the paragraph: whether it ends with a final mark, how long it is, how many of its words are capitalised. */
  readonly manner: number;
}

const MAX_HASHED = 24;

/** Marks that are one to the judge. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ['“', '"'],
  ['”', '"'],
  ['``', '"'],
  ["''", '"'],
  ['‘', "'"],
  ['’', "'"],
  ['–', '-'],
  ['--', '—'],
  ['…', '...'],
]);

function hashOf(text: string): number {
  const lower = FORMS.get(text) ?? text.slice(0, MAX_HASHED).toLowerCase();
  let h = 0x811c9dc5 | 0;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    h = Math.imul(h ^ (code > 48 && code < 58 ? 48 : code), 0x01000193);
  }
  return h;
}

/** `ruled[i]`: the rules end a sentence after token `start + i`. */
export function sightOf(tokens: readonly Token[], start: number, end: number, ruled: Uint8Array): Sight {
  const n = end - start;
  const [sorts, gaps, open] = [new Uint8Array(n), new Uint8Array(n), new Uint8Array(n)];
  const [hashes, ahead] = [new Int32Array(n), new Int32Array(n)];
  let [quoted, bracketed, words, capitalised] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const { text, start: at } = tokens[start + i]!;
    let sort = NUMBER_OF.get(sortOf(text))!;
    hashes[i] = hashOf(text);
    gaps[i] = i === 0 || tokens[start + i - 1]!.end < at ? 1 : 0;
    // a straight quotation mark opens where it hangs on what follows alone
    if (sort === QUOTE) {
      const after = tokens[start + i + 1];
      const opens = gaps[i] === 1 && i + 1 < n && after !== undefined && after.start === tokens[start + i]!.end;
      sort = opens ? OPENQUOTE! : CLOSEQUOTE!;
    }
    sorts[i] = sort;
    if (sort === OPENQUOTE) quoted = 1;
    else if (sort === CLOSEQUOTE) quoted = 0;
    else if (sort === OPENING) bracketed = 1;
    else if (sort === CLOSING || sort === DASH) bracketed = 0;
    open[i] = quoted + 2 * bracketed;
    if (WORDY.has(sort)) {
      words++;
      if (sort !== LOWER) capitalised++;
    }
  }
  for (let i = n - 1, next = n - 1; i >= 0; i--) {
    if (ruled[i] === 1) next = i;
    ahead[i] = next - i;
  }
  const share = words === 0 ? 0 : Math.floor((3.99 * capitalised) / words);
  const manner = (n > 0 && FINAL.has(sorts[n - 1]!) ? 1 : 0) + 2 * share + 8 * bucket(n);
  return { length: n, sorts, hashes, gaps, open, ruled, ahead, manner };
}

/** A boundary that no mark shows, or only a dash or bracket, in a paragraph that ends with one: its sentences are likely to have theirs. */
export function isBare(sight: Sight, i: number): boolean {
  const sort = sight.sorts[i]!;
  return sight.manner % 2 === 1 && ((WORDY.has(sort) && sort !== ADDRESS) || sort === CLOSING || sort === DASH);
}

/** Whether the judge is asked at all after token i: between two words of which the second is small, no sentence ends. */
export function isCandidate(sight: Sight, i: number): boolean {
  if (i + 1 >= sight.length) return false;
  return sight.ruled[i] === 1 || sight.sorts[i + 1] !== LOWER || !WORDY.has(sight.sorts[i]!);
}

/** 0, 1, 2, 3, 4-5, 6-8, 9-14, 15-24, 25-39, 40 and more. */
function bucket(n: number): number {
  return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 15 ? 6 : n < 25 ? 7 : n < 40 ? 8 : 9;
}

export const FEATURES = 25;

/** Writes the FEATURES features of the boundary after token i, the sentence having begun at `from`. */
export function boundaryFeatures(sight: Sight, i: number, from: number, out: Int32Array): void {
  const { sorts, hashes, gaps, ruled } = sight;
  const n = sight.length;
  const sort = (k: number) => (k < 0 || k >= n ? NONE : sorts[k]!);
  const hash = (k: number) => (k < 0 || k >= n ? 0 : hashes[k]!);
  const gap = (k: number) => (k < 0 || k >= n ? 2 : gaps[k]!);
  let count = 0;
  const add = (name: number, a: number, b = 0, c = 0) => {
    let h = Math.imul(name + 1, 0x9e3779b1) ^ a;
    h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
    h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
    out[count++] = (h ^ (h >>> 15)) & MASK;
  };
  const rule = ruled[i]!;
  const [a, b, p, x] = [sort(i), sort(i + 1), sort(i - 1), sort(i + 2)];
  const [ha, hb, hp, hx] = [hash(i), hash(i + 1), hash(i - 1), hash(i + 2)];
  const gaps3 = gap(i) + 3 * gap(i + 1) + 9 * gap(i + 2);
  const pair = a + 32 * b + 1024 * gaps3;
  const four = p + 32 * a + 1024 * b + 32768 * x;
  const since = bucket(i + 1 - from);
  const ahead = bucket(sight.ahead[i + 1]! + 1);
  const begun = from === 0 ? 1 : 0;
  const open = sight.open[i]!;
  add(0, rule);
  add(1, pair, rule);
  add(2, four);
  add(3, four, gaps3);
  add(4, p + 32 * a, b + 32 * gaps3);
  add(5, a + 32 * b, x + 32 * gaps3);
  add(6, ha);
  add(7, hb);
  add(8, hp);
  add(9, ha, b + 32 * gap(i + 1));
  add(10, hb, a + 32 * gap(i + 1));
  add(11, hp, a + 32 * b);
  add(12, hx, a + 32 * b);
  add(13, pair, since);
  add(14, since, rule, begun);
  add(15, pair, ahead);
  add(16, ahead, rule, since);
  add(17, ha, rule);
  add(18, hb, rule);
  add(19, pair, sight.manner % 8);
  add(20, sight.manner, rule, a + 32 * b);
  add(21, pair, open, sight.open[i + 1]!);
  add(22, pair, begun, since);
  add(23, sort(i - 2) + 32 * p, a + 32 * b);
  add(24, b + 32 * x, sort(i + 3) + 32 * gaps3);
}
