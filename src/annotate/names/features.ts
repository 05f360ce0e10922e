/** What the net is told of a token besides its form: the gazetteer's word on it, and how the article writes it. */
import { CONVENTIONS, type Convention } from '../../learn/corpus/name-types';
import { CLASSES, type Gazetteers, isTitle } from './gazetteers';

/** Words that end (or begin) a body's name: "Ministry of ...", "... Party". */
const BODY_WORDS = new Set(
  (
    'Academy Administration Agency Airlines Airways Alliance Army Assembly Associates Association Associations Authority ' +
    'Bank Bar Battalion Board Brigade Brigades Broadcasting Brothers Bureau Cabinet Cartel Center Centre Chamber Channel ' +
    'Church Club Co Co. Coalition College Command Commission Commissioner Committee Company Confederation Conference ' +
    'Congress Consortium Corp Corp. Corporation Council Court Daily Delegation Department Directorate Division Duma ' +
    'Embassy Enterprises Exchange Executive FC Faction Faculty Federation Fellowship Film Firm Force Forces Forum ' +
    'Foundation Front Fund Gazette Government Group Groups Guard Guards Herald Holdings Hospital House Inc Inc. ' +
    'Industries Initiative Institute Institution International Journal Judiciary Labs Laboratories Laboratory League ' +
    'Legislature Library Limited LLC Ltd Ltd. Magazine Media Ministry Mission Mobile Monitor Motors Movement Museum ' +
    'Network News Newspaper Observatory Office Orchestra Organisation Organization PLC Parliament Partners Partnership ' +
    'Party Police Post Press Programme Project Prosecutor Radio Railways Red Register Regiment Registry Resistance ' +
    'School Secretariat Securities Senate Service Services Shipping Society Squadron Studios Syndicate Systems Tribunal ' +
    'Team Technologies Telecom Television Temple Theater Theatre Times Treasury Tribune TV Union Unions United Unit ' +
    'University Watch Wing Yuan Telegraph'
  ).split(' '),
);

const COLUMNS = [
  ...CLASSES,
  'entryBegins',
  'entryGoesOn',
  'bodyWord',
  'sentenceStart',
  'allCapitals',
  'capital',
  'digit',
  'lowerElsewhere',
  'capitalElsewhere',
  'headline',
  'acronym',
  'spelledOut',
  'repeated',
  'afterTitle',
  ...CONVENTIONS,
] as const;

/** A multiple of 8, as the layers want. */
export const EXTRA_COLUMNS = Math.ceil(COLUMNS.length / 8) * 8;

const columnOf = (name: (typeof COLUMNS)[number]) => COLUMNS.indexOf(name);
const ENTRY_BEGINS = columnOf('entryBegins');
const ENTRY_GOES_ON = columnOf('entryGoesOn');
const BODY_WORD = columnOf('bodyWord');
const SENTENCE_START = columnOf('sentenceStart');
const ALL_CAPITALS = columnOf('allCapitals');
const CAPITAL = columnOf('capital');
const DIGIT = columnOf('digit');
const LOWER_ELSEWHERE = columnOf('lowerElsewhere');
const CAPITAL_ELSEWHERE = columnOf('capitalElsewhere');
const HEADLINE = columnOf('headline');
const ACRONYM = columnOf('acronym');
const SPELLED_OUT = columnOf('spelledOut');
const REPEATED = columnOf('repeated');
const AFTER_TITLE = columnOf('afterTitle');

export interface ArticleFeatures {
  /** EXTRA_COLUMNS numbers a token. */
  readonly extra: Float32Array;
  /** Tokens of one form in the article bear one number; -1: nothing to remember (no capital, or the only one). */
  readonly forms: Int32Array;
}

/** `starts`: indices where a sentence or paragraph begins, in order. */
export function articleFeatures(
  tokens: readonly string[],
  starts: readonly number[],
  gazetteers: Gazetteers,
): ArticleFeatures {
  const extra = new Float32Array(tokens.length * EXTRA_COLUMNS);
  const set = (i: number, column: number) => {
    extra[i * EXTRA_COLUMNS + column] = 1;
  };
  markGazetteers(tokens, gazetteers, set);
  const begins = sentenceStarts(tokens, starts);
  const forms = markCasing(tokens, begins, set);
  markHeadlines(tokens, set);
  markAcronyms(tokens, set);
  return { extra, forms };
}

/** Tells the net by whose lines to draw: in training the corpus's. */
export function markConvention(features: ArticleFeatures, convention: Convention): void {
  const column = columnOf(convention);
  for (let at = column; at < features.extra.length; at += EXTRA_COLUMNS) features.extra[at] = 1;
}

type Mark = (i: number, column: number) => void;

function markGazetteers(tokens: readonly string[], gazetteers: Gazetteers, set: Mark): void {
  for (let i = 0; i < tokens.length; i++) {
    if (BODY_WORDS.has(tokens[i]!)) set(i, BODY_WORD);
    const match = gazetteers.match(tokens, i);
    if (match === null) continue;
    const title = isTitle(match.classes);
    for (let j = i; j < match.end; j++) {
      for (let c = 0; c < CLASSES.length; c++) if ((match.classes >> c) & 1) set(j, c);
      if (!title) set(j, j === i ? ENTRY_BEGINS : ENTRY_GOES_ON);
      if (j > i && BODY_WORDS.has(tokens[j]!)) set(j, BODY_WORD);
    }
    if (title && match.end < tokens.length) set(match.end, AFTER_TITLE);
    i = match.end - 1;
  }
}

/** Also after a full stop: paragraphs are not always split into sentences. */
function sentenceStarts(tokens: readonly string[], starts: readonly number[]): Uint8Array {
  const begins = new Uint8Array(tokens.length);
  for (const start of starts) if (start < tokens.length) begins[start] = 1;
  for (let i = 1; i < tokens.length; i++) {
    const before = tokens[i - 1]!;
    if (/^[.?!]+$/.test(before)) begins[i] = 1;
    if (/^["“”'‘’«]+$|^[-–—•*]$|^``$/.test(before) && (begins[i - 1] === 1 || i === 1)) begins[i] = 1;
  }
  if (tokens.length > 0) begins[0] = 1;
  return begins;
}

interface FormCount {
  capital: number;
  lower: number;
  id: number;
}

function markCasing(tokens: readonly string[], begins: Uint8Array, set: Mark): Int32Array {
  const counts = new Map<string, FormCount>();
  const lowers: string[] = [];
  tokens.forEach((token, i) => {
    const lower = token.toLowerCase();
    lowers.push(lower);
    const count = counts.get(lower) ?? { capital: 0, lower: 0, id: counts.size };
    counts.set(lower, count);
    if (token === lower) count.lower++;
    else if (begins[i] === 0) count.capital++;
    if (begins[i] === 1) set(i, SENTENCE_START);
    if (/\p{Nd}/u.test(token)) set(i, DIGIT);
  });
  const occurrences = new Map<string, number>();
  tokens.forEach((token, i) => {
    if (token !== lowers[i]) occurrences.set(lowers[i]!, (occurrences.get(lowers[i]!) ?? 0) + 1);
  });
  return Int32Array.from(tokens, (token, i) => {
    const lower = lowers[i]!;
    if (token === lower) return -1;
    const count = counts.get(lower)!;
    if (/^\p{Lu}/u.test(token)) set(i, CAPITAL);
    if (token.length > 1 && token === token.toUpperCase()) set(i, ALL_CAPITALS);
    if (count.lower > 0) set(i, LOWER_ELSEWHERE);
    if (count.capital > (begins[i] === 0 ? 1 : 0)) set(i, CAPITAL_ELSEWHERE);
    if (occurrences.get(lower)! < 2) return -1;
    set(i, REPEATED);
    return count.id;
  });
}

const HEADLINE_WINDOW = 5;
const HEADLINE_PART = 0.7;

/** Where most longer words around are capitalised, capitals tell nothing. */
function markHeadlines(tokens: readonly string[], set: Mark): void {
  const words = Int8Array.from(tokens, (token) => (token.length > 3 && /^\p{L}/u.test(token) ? 1 : 0));
  const capitals = Int8Array.from(tokens, (token, i) => (words[i] === 1 && /^\p{Lu}/u.test(token) ? 1 : 0));
  let [word, capital] = [0, 0];
  for (let i = -HEADLINE_WINDOW; i < tokens.length; i++) {
    word += (words[i + HEADLINE_WINDOW] ?? 0) - (words[i - HEADLINE_WINDOW - 1] ?? 0);
    capital += (capitals[i + HEADLINE_WINDOW] ?? 0) - (capitals[i - HEADLINE_WINDOW - 1] ?? 0);
    if (i >= 0 && word >= 4 && capital >= HEADLINE_PART * word) set(i, HEADLINE);
  }
}

/** Words that an acronym leaves out. */
const SKIPPED = /^(?:of|the|for|and|in|on|to|&|de|la|-)$/i;

/** "Sexual Minorities Uganda (SMUG)": each SMUG of the article is an acronym, and the words before it are spelled out. */
function markAcronyms(tokens: readonly string[], set: Mark): void {
  const acronyms = new Set<string>();
  for (let i = 2; i + 1 < tokens.length; i++) {
    if (tokens[i - 1] !== '(' || tokens[i + 1] !== ')' || !/^[A-Z][A-Za-z&-]{1,9}$/.test(tokens[i]!)) continue;
    const start = expansionStart(tokens, i - 1, tokens[i]!);
    if (start < 0) continue;
    acronyms.add(tokens[i]!);
    for (let j = start; j < i - 1; j++) set(j, SPELLED_OUT);
  }
  if (acronyms.size > 0) {
    tokens.forEach((token, i) => {
      if (acronyms.has(token)) set(i, ACRONYM);
    });
  }
}

/** Where the words begin whose initials spell the acronym, backwards from `end`; -1 where they do not. */
export function expansionStart(tokens: readonly string[], end: number, acronym: string): number {
  const letters = acronym.replace(/[^A-Z]/g, '');
  if (letters.length < 2) return -1;
  let i = end;
  for (let l = letters.length - 1; l >= 0; l--) {
    i--;
    while (i >= 0 && tokens[i]![0] !== letters[l] && SKIPPED.test(tokens[i]!)) i--;
    if (i < 0 || tokens[i]![0]!.toUpperCase() !== letters[l]) return -1;
  }
  return i;
}
