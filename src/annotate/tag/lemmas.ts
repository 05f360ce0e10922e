/**
 * Lemmas: what to cut off and to put on, chosen by the XPOS tag and the longest known ending; words that their
 * ending misleads have a rule of their own. A rule is "L2y" (lower case, cut 2, add "y": "studies" -> "study") or,
 * for names, "K0" (keep the case). Verbs that the treebanks do not have follow the letters (irregular.ts, regular.ts).
 */
import { readContainer } from '../../learn/container';
import { irregularBase } from './irregular';
import { regularBase } from './regular';

export interface LemmaRules {
  /** For each XPOS: ending -> rule; '' is every word's ending. */
  readonly endings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** For each XPOS: lower-case word -> rule. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const LONGEST_ENDING = 5;

export function readLemmas(file: Uint8Array): LemmaRules {
  return JSON.parse(Buffer.from(readContainer(file).section('rules')).toString('utf8')) as LemmaRules;
}

export function applyRule(rule: string, form: string): string {
  const base = rule.startsWith('L') ? form.toLowerCase() : form;
  const cut = rule.charCodeAt(1) - ZERO;
  return base.slice(0, Math.max(0, base.length - cut)) + rule.slice(2);
}

/** Numbers of letters are written as one character from "0" on. */
export const ZERO = 48;

const MAX_CACHED_FORMS = 65_536;

/** `isWord`: whether a form in lower case is known to be a word; it decides where the ending alone does not. */
export function createLemmatiser(
  rules: LemmaRules,
  isWord: (form: string) => boolean,
): (form: string, xpos: string) => string {
  const words = maps(rules.words);
  const endings = maps(rules.endings);
  const known = new Map<string, string>();
  return (form, xpos) => {
    const key = `${xpos} ${form}`;
    let lemma = known.get(key);
    if (lemma === undefined) {
      const lower = form.toLowerCase();
      const own = words.get(xpos)?.get(lower);
      const guess = applyRule(own ?? ruleOfEnding(endings.get(xpos), lower), form) || form;
      lemma = verbOf(lower, xpos, own !== undefined, guess, isWord) ?? guess;
      if (known.size >= MAX_CACHED_FORMS) known.clear();
      known.set(key, lemma);
    }
    return lemma;
  };
}

/** "ties" of "tie", "axes" of "axe": other endings tell nothing of these. */
const SHORT_TIES = /^(?:(?:un|be|under|out)?[dltv]ies|axes)$/u;

/** The verb of a past, a participle or an "-ing" form; else null. What the treebanks say of a word counts before its letters. */
function verbOf(
  lower: string,
  xpos: string,
  own: boolean,
  guess: string,
  isWord: (form: string) => boolean,
): string | null {
  if (xpos === 'VBZ') return SHORT_TIES.test(lower) ? lower.slice(0, -1) : null;
  const ending = xpos === 'VBG' ? 'ing' : xpos === 'VBD' || xpos === 'VBN' ? 'ed' : null;
  if (ending === null) return null;
  const irregular = ending === 'ed' ? irregularBase(lower) : null;
  if (irregular !== null) return irregular;
  return (own && !lower.endsWith('eed')) || !lower.endsWith(ending) ? null : regularBase(lower, ending, guess, isWord);
}

/** Maps, because a word may be called "constructor". */
function maps(table: Readonly<Record<string, Readonly<Record<string, string>>>>): Map<string, Map<string, string>> {
  return new Map(Object.entries(table).map(([xpos, rules]) => [xpos, new Map(Object.entries(rules))]));
}

/** The rule of the longest ending that has one. */
export function ruleOfEnding(endings: ReadonlyMap<string, string> | undefined, lower: string): string {
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const rule = endings?.get(lower.slice(lower.length - length));
    if (rule !== undefined) return rule;
  }
  return 'L0';
}
