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
  const looks = tokens.map(lookOf);
  const begins = sentenceStarts(looks, starts);
  const forms = markCasing(looks, begins, set);
  markHeadlines(looks, set);
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

/** How a form is written: it tells the same wherever it stands. */
interface Look {
  readonly lower: string;
  readonly isLower: boolean;
  readonly capital: boolean;
  readonly allCapitals: boolean;
  readonly digit: boolean;
  /** Begins with a letter, and is long enough to be capitalised in headlines. */
  readonly word: boolean;
  /** "." or the like; a mark that may stand before the first word of a sentence. */
  readonly stop: boolean;
  readonly opening: boolean;
}

const MAX_LOOKS = 65_536;
const looks = new Map<string, Look>();

function lookOf(token: string): Look {
  let look = looks.get(token);
  if (look === undefined) {
    const lower = token.toLowerCase();
    look = {
      lower,
      isLower: token === lower,
      capital: /^\p{Lu}/u.test(token),
      allCapitals: token.length > 1 && token === token.toUpperCase(),
      digit: /\p{Nd}/u.test(token),
      word: token.length > 3 && /^\p{L}/u.test(token),
      stop: /^[.?!]+$/.test(token),
      opening: /^["“”'‘’«]+$|^[-–—•*]$|^``$/.test(token),
    };
    if (looks.size >= MAX_LOOKS) looks.clear();
    looks.set(token, look);
  }
  return look;
}

/** Also after a full stop: paragraphs are not always split into sentences. */
function sentenceStarts(looks: readonly Look[], starts: readonly number[]): Uint8Array {
  const begins = new Uint8Array(looks.length);
  for (const start of starts) if (start < looks.length) begins[start] = 1;
  for (let i = 1; i < looks.length; i++) {
    const before = looks[i - 1]!;
    if (before.stop || (before.opening && (begins[i - 1] === 1 || i === 1))) begins[i] = 1;
  }
  if (looks.length > 0) begins[0] = 1;
  return begins;
}

interface FormCount {
  /** Capitalised within sentences, in lower case, not in lower case anywhere. */
  capital: number;
  lower: number;
  raised: number;
  id: number;
}

function markCasing(looks: readonly Look[], begins: Uint8Array, set: Mark): Int32Array {
  const counts = new Map<string, FormCount>();
  const countOf = looks.map(({ lower, isLower, digit }, i) => {
    let count = counts.get(lower);
    if (count === undefined) {
      count = { capital: 0, lower: 0, raised: 0, id: counts.size };
      counts.set(lower, count);
    }
    if (isLower) count.lower++;
    else {
      count.raised++;
      if (begins[i] === 0) count.capital++;
    }
    if (begins[i] === 1) set(i, SENTENCE_START);
    if (digit) set(i, DIGIT);
    return count;
  });
  return Int32Array.from(looks, (look, i) => {
    if (look.isLower) return -1;
    const count = countOf[i]!;
    if (look.capital) set(i, CAPITAL);
    if (look.allCapitals) set(i, ALL_CAPITALS);
    if (count.lower > 0) set(i, LOWER_ELSEWHERE);
    if (count.capital > (begins[i] === 0 ? 1 : 0)) set(i, CAPITAL_ELSEWHERE);
    if (count.raised < 2) return -1;
    set(i, REPEATED);
    return count.id;
  });
}

const HEADLINE_WINDOW = 5;
const HEADLINE_PART = 0.7;

/** Where most longer words around are capitalised, capitals tell nothing. */
function markHeadlines(looks: readonly Look[], set: Mark): void {
  const words = Int8Array.from(looks, (look) => (look.word ? 1 : 0));
  const capitals = Int8Array.from(looks, (look) => (look.word && look.capital ? 1 : 0));
  let [word, capital] = [0, 0];
  for (let i = -HEADLINE_WINDOW; i < looks.length; i++) {
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
