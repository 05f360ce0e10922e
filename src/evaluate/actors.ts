/**
 * Does the actor that we found stand for the one that a coder marked? By its words, or by its CAMEO code.
 * Strict: the same words but for articles and the like; relaxed: one within the other, half of the words, or a shared name.
 */

/** What a coder marked: the words, or a code with the names that bear it. */
export interface GoldActor {
  readonly text?: string;
  readonly code?: string;
  readonly sector?: string;
  readonly names?: readonly string[];
}

export interface GuessActor {
  /** The words of the first mention. */
  readonly text: string;
  /** The entity's name. */
  readonly name: string;
  /** Name, aliases and the words of all mentions. */
  readonly forms: readonly string[];
}

export const NO_MATCH = 0;
export const RELAXED = 1;
export const STRICT = 2;

const LIGHT_WORDS = new Set(
  "the a an 's of in on at for to and his her its their this that some several many other former top senior".split(' '),
);

/** Lower case, without accents, dots of initialisms, possessives and punctuation. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/\b((?:[a-z]\.){2,})/g, (initials) => initials.replace(/\./g, ''))
    .replace(/'s\b|s'(?=\s|$)/g, (ending) => (ending[0] === 's' ? 's' : ''))
    .replace(/\.\.\./g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
}

function heavyWords(words: readonly string[]): readonly string[] {
  const heavy = words.filter((word) => !LIGHT_WORDS.has(word));
  return heavy.length > 0 ? heavy : words;
}

/** True where the words of `part` stand in `whole` side by side. */
function contains(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0) return false;
  return whole.some((_, i) => part.every((word, k) => whole[i + k] === word));
}

function capitalisedWords(text: string): Set<string> {
  const words = text.replace(/[’']s\b/g, '').split(/[^A-Za-z0-9.-]+/);
  const names = words.filter((word) => /^[A-Z]/.test(word) && !LIGHT_WORDS.has(word.toLowerCase()));
  return new Set(names.map((word) => word.replace(/\./g, '').toLowerCase()));
}

function sharedWords(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  return a.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

function matchWords(gold: string, guess: string): number {
  const a = heavyWords(wordsOf(gold));
  const b = heavyWords(wordsOf(guess));
  if (a.length === 0 || b.length === 0) return NO_MATCH;
  if (a.join(' ') === b.join(' ')) return STRICT;
  if (contains(b, a) || contains(a, b)) return RELAXED;
  if ((2 * sharedWords(a, b)) / (a.length + b.length) >= 0.5) return RELAXED;
  const names = capitalisedWords(guess);
  return [...capitalisedWords(gold)].some((name) => names.has(name)) ? RELAXED : NO_MATCH;
}

/** "the United States" among the names that the code USA bears. */
function matchNames(names: readonly string[], guess: string): number {
  const words = wordsOf(guess);
  const found = names.some((name) => contains(words, wordsOf(name)) || contains(words, heavyWords(wordsOf(name))));
  if (!found) return NO_MATCH;
  return words.length <= 12 ? STRICT : RELAXED;
}

/** CAMEO actor codes are blocks of three letters: country or kind of body, then roles. "USAGOVMIL" */
const ACTOR_CODE = /^(?:[A-Z]{3}|---)(?:[A-Z]{3})*[A-Z]{0,3}$/;
const NO_COUNTRY = /^(?:IGO|NGO|MNC|IMG|---)/;

function matchCodes(gold: GoldActor, guess: string): number {
  const code = gold.code ?? '';
  if (!ACTOR_CODE.test(code) || !ACTOR_CODE.test(guess)) return NO_MATCH;
  const sameCountry = guess.slice(0, 3) === code.slice(0, 3);
  if (guess === code) return STRICT;
  if (sameCountry && code.length === 3 && (!gold.sector || guess.includes(gold.sector))) return STRICT;
  if (!code.startsWith('---') && sameCountry && !/^(?:IGO|NGO|MNC|IMG)/.test(guess)) return RELAXED;
  return NO_COUNTRY.test(code) && guess.slice(0, 6) === code.slice(0, 6) ? RELAXED : NO_MATCH;
}

/** An actor that the coder left open is matched by anything. */
export function matchActor(gold: GoldActor | null | undefined, guess: GuessActor | null): number {
  if (!gold) return STRICT;
  if (!guess) return NO_MATCH;
  const byForm = [guess.text, guess.name, ...guess.forms]
    .filter((form) => form !== '')
    .map((form) => {
      const words = gold.text ? matchWords(gold.text, form) : NO_MATCH;
      return Math.max(words, gold.names && gold.names.length > 0 ? matchNames(gold.names, form) : NO_MATCH);
    });
  return Math.max(NO_MATCH, matchCodes(gold, guess.name), ...byForm);
}
