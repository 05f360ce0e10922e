/** One sentence with its expressions of time, and lookups over its tree. */
import type { Parsed, Sentence } from '../document';
import type { TimeExpression } from './time-grammar';
import { HAPPENINGS, NO_ACTS } from './time-words';

/** What is known of the nouns of a document beyond their tags. */
export interface Nouns {
  /** Heads a mention of somebody or some place: it has no date of its own. */
  readonly isActor: (token: number) => boolean;
  /** Lemmas of nouns that name an act ("attack"). */
  readonly acts: ReadonlySet<string>;
}

export const UNKNOWN_NOUNS: Nouns = { isActor: () => false, acts: new Set() };

/** One sentence with its expressions of time, and who hangs on whom. */
export interface Scene {
  readonly doc: Parsed;
  readonly sentence: Sentence;
  readonly times: readonly TimeExpression[];
  readonly children: ReadonlyMap<number, readonly number[]>;
  readonly nouns: Nouns;
}

export function createScene(doc: Parsed, sentence: Sentence, times: readonly TimeExpression[], nouns: Nouns): Scene {
  const children = new Map<number, number[]>();
  for (let i = sentence.start; i < sentence.end; i++) {
    const head = doc.heads[i] ?? -1;
    children.set(head, [...(children.get(head) ?? []), i]);
  }
  return { doc, sentence, times, children, nouns };
}

export const lower = (s: Scene, i: number) => s.doc.tokens[i]?.text.toLowerCase() ?? '';
export const lemma = (s: Scene, i: number) => s.doc.lemmas[i] ?? '';
export const headOf = (s: Scene, i: number) => s.doc.heads[i] ?? -1;
export const relation = (s: Scene, i: number) => (s.doc.deprels[i] ?? '').split(':')[0] ?? '';
export const isVerb = (s: Scene, i: number) => s.doc.upos[i] === 'VERB' || s.doc.upos[i] === 'AUX';
export const childrenOf = (s: Scene, i: number) => s.children.get(i) ?? [];
export const has = (s: Scene, i: number, name: string) => childrenOf(s, i).some((c) => relation(s, c) === name);

/** "the attack", "a ceremony": a noun that may have a date of its own. */
export function isAct(s: Scene, i: number): boolean {
  if (s.doc.upos[i] !== 'NOUN' || s.nouns.isActor(i)) return false;
  if (s.nouns.acts.has(lemma(s, i)) || HAPPENINGS.has(lemma(s, i))) return true;
  return /(?:tion|sion|ment|ing)s?$/.test(lower(s, i)) && !NO_ACTS.has(lemma(s, i));
}

export function caseOf(s: Scene, i: number): string {
  const marker = childrenOf(s, i).find((c) => c < i && (relation(s, c) === 'case' || relation(s, c) === 'mark'));
  return marker === undefined ? '' : lower(s, marker);
}

export const isDay = (t: TimeExpression) =>
  t.when.kind === 'weekday' ||
  ((t.when.kind === 'shift' || t.when.kind === 'after') && t.when.unit === 'day') ||
  (t.when.kind === 'date' && t.when.day !== null);
