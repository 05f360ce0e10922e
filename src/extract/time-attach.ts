/** Which expression of time dates a word of the sentence: found over the tree, up and down from the word. */
import type { Parsed, Sentence } from '../document';
import type { TimeExpression } from './time-grammar';
import {
  AHEAD,
  BOUNDS,
  FUTURE_AUX,
  HAPPENINGS,
  LIGHT_VERBS,
  MEANS,
  SCHEDULES,
  TIME_WORDS,
  UTTERANCES,
} from './time-words';

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

const lower = (s: Scene, i: number) => s.doc.tokens[i]?.text.toLowerCase() ?? '';
const lemma = (s: Scene, i: number) => s.doc.lemmas[i] ?? '';
const headOf = (s: Scene, i: number) => s.doc.heads[i] ?? -1;
const relation = (s: Scene, i: number) => (s.doc.deprels[i] ?? '').split(':')[0] ?? '';
const isVerb = (s: Scene, i: number) => s.doc.upos[i] === 'VERB' || s.doc.upos[i] === 'AUX';
const childrenOf = (s: Scene, i: number) => s.children.get(i) ?? [];
const has = (s: Scene, i: number, name: string) => childrenOf(s, i).some((c) => relation(s, c) === name);

/** "the attack", "a ceremony": a noun that may have a date of its own. */
function isAct(s: Scene, i: number): boolean {
  if (s.doc.upos[i] !== 'NOUN' || s.nouns.isActor(i)) return false;
  return s.nouns.acts.has(lemma(s, i)) || HAPPENINGS.has(lemma(s, i)) || /(?:tion|sion|ment|ing)s?$/.test(lower(s, i));
}

function caseOf(s: Scene, i: number): string {
  const marker = childrenOf(s, i).find((c) => c < i && (relation(s, c) === 'case' || relation(s, c) === 'mark'));
  return marker === undefined ? '' : lower(s, marker);
}

const isDay = (t: TimeExpression) =>
  t.when.kind === 'weekday' ||
  (t.when.kind === 'shift' && t.when.unit === 'day') ||
  (t.when.kind === 'date' && t.when.day !== null);

/** The token that the expression dates: up through words of time ("at the end of the day Saturday"). */
function governorOf(s: Scene, time: TimeExpression): number {
  let at = headOf(s, time.head);
  for (let steps = 0; steps < 6 && at >= 0 && !isVerb(s, at); steps++) {
    const head = headOf(s, at);
    // a name has no date ("backed by the council in May"), nor has a noun that only tells a kind ("Monday phone call")
    const name =
      s.doc.upos[at] === 'PROPN' && head >= 0 && /^(?:obl|obj|nsubj|nmod|flat|compound|conj)$/.test(relation(s, at));
    const kind = relation(s, at) === 'compound' && head >= 0;
    if (!TIME_WORDS.has(lower(s, at)) && !name && !kind && !isThing(s, at, time)) break;
    at = head;
  }
  return at;
}

/** "named Ms. Lee adviser Friday", "sent the letter on Monday", "passed a law in May": the day behind a person or a thing is that of the verb. */
function isThing(s: Scene, at: number, time: TimeExpression): boolean {
  const role = relation(s, at);
  if (headOf(s, at) < 0 || time.start < at || !/^(?:obl|obj|nmod|iobj|conj)$/.test(role)) return false;
  const marker = caseOf(s, time.head);
  if (marker !== '' && marker !== 'on' && marker !== 'in') return false;
  if (s.nouns.isActor(at)) return true;
  if (s.doc.upos[at] !== 'NOUN' || isAct(s, at)) return false;
  return role === 'obj' || (marker !== 'in' && isDay(time) && !UTTERANCES.has(lemma(s, at)));
}

/** "has worked with them since 2013", never "in power since 1959" nor "was shouting since 1959". */
function mayBeSince(s: Scene, token: number): boolean {
  return (
    !isVerb(s, token) || childrenOf(s, token).some((c) => /^(?:has|have|had|having|'ve|’ve|is|are)$/.test(lower(s, c)))
  );
}

/** Expressions that date `token` itself, the most precise first, then the first in the text. */
function directTimes(s: Scene, token: number): TimeExpression[] {
  const precision = (t: TimeExpression) =>
    t.when.kind === 'date'
      ? t.when.day !== null
        ? 0
        : t.when.month !== null
          ? 2
          : 3
      : t.when.kind === 'weekday' || (t.when.kind === 'shift' && t.when.unit === 'day')
        ? 1
        : 2;
  const dates = (t: TimeExpression): boolean => {
    if (governorOf(s, t) !== token || relation(s, t.head) === 'conj') return false;
    const marker = caseOf(s, t.head);
    if (marker === 'since') return mayBeSince(s, token);
    return !BOUNDS.has(marker) || (marker === 'for' && SCHEDULES.has(lemma(s, token)));
  };
  return s.times.filter(dates).sort((a, b) => precision(a) - precision(b) || a.start - b.start);
}

/**
 * The expression that dates the event told by `nodes` (its trigger's head first, then the phrase's other words):
 * one that hangs on them, else one of the clause that they share.
 */
export function timeOf(s: Scene, nodes: readonly number[]): TimeExpression | null {
  for (const node of nodes) {
    const direct = directTimes(s, node)[0];
    if (direct) return direct;
  }
  for (const node of nodes) {
    const shared = timeOn(s, node, new Set());
    if (shared) return shared;
  }
  return null;
}

/** "president since 2013", "the minister from 2005 to 2009": what hangs on the noun behind it; a day is that of its verb. */
export function termOf(s: Scene, noun: number): TimeExpression | null {
  const own = directTimes(s, noun).filter(
    (t) => t.start > noun && /^(?:since|from|in|between|during)$/.test(caseOf(s, t.head)),
  );
  return own.find((t) => caseOf(s, t.head) === 'since' || !isDay(t)) ?? null;
}

function timeOn(s: Scene, token: number, seen: Set<number>): TimeExpression | null {
  if (token < 0 || seen.has(token)) return null;
  seen.add(token);
  const direct = directTimes(s, token)[0];
  if (direct) return direct;
  if (isVerb(s, token)) return belowVerb(s, token) ?? aboveVerb(s, token, seen);
  const on = (other: number) => timeOn(s, other, seen);
  const head = headOf(s, token);
  const role = relation(s, token);
  if (role === 'conj' || role === 'compound' || role === 'cop') return on(head);
  // "A delegation was at the ministry on Friday"
  if (role === 'nsubj' && has(s, head, 'cop')) return on(head);
  const verb = isVerb(s, head);
  const carried = verb && LIGHT_VERBS.has(lemma(s, head)) && (role === 'obj' || role === 'nsubj');
  const means = verb && role === 'obl' && MEANS.has(caseOf(s, token));
  if (carried || means) return on(head);
  // "began on a high note on Monday with a win over Chad": what it hangs on has no date of its own
  if (role !== 'nmod' || !MEANS.has(caseOf(s, token))) return null;
  let at = head;
  while (at >= 0 && relation(s, at) === 'nmod' && !isAct(s, at)) at = headOf(s, at);
  return relation(s, at) === 'obl' && !isAct(s, at) && isVerb(s, headOf(s, at)) ? on(headOf(s, at)) : null;
}

/** What hangs on the verb and happened with it. */
function belowVerb(s: Scene, verb: number): TimeExpression | null {
  const own = childrenOf(s, verb);
  const first = (tokens: readonly number[]) => tokens.map((c) => directTimes(s, c)[0]).find((t) => t !== undefined);
  // "Friday's strike killed ten": the subject's date, where it is no person
  // ("The council on Friday rebuffed": parsers hang the day on the subject)
  const subject = own.find(
    (c) => relation(s, c) === 'nsubj' && (s.doc.upos[c] === 'NOUN' || s.doc.upos[c] === 'PROPN'),
  );
  const found =
    (subject === undefined ? undefined : first([subject])) ??
    // "held talks on Friday"
    (LIGHT_VERBS.has(lemma(s, verb)) ? first(own.filter((c) => relation(s, c) === 'obj' && isAct(s, c))) : undefined) ??
    // "killed in a raid on Monday", "criticized the law in a speech on Friday"
    first(
      own.filter(
        (c) => relation(s, c) === 'obl' && MEANS.has(caseOf(s, c)) && (isAct(s, c) || UTTERANCES.has(lemma(s, c))),
      ),
    ) ??
    // "killed his uncle after a 1979 coup": of the same year
    first(own.filter((c) => relation(s, c) === 'obl' && isAct(s, c) && hasYearBefore(s, c))) ??
    // "When he visited Chad in 2019, he met the king"
    first(own.filter((c) => isWhen(s, c)));
  if (found) return found;
  // "killed three people and wounded five on Monday"
  const last = own.filter((c) => relation(s, c) === 'conj' && isVerb(s, c)).at(-1);
  return last === undefined || has(s, last, 'nsubj') ? null : (directTimes(s, last)[0] ?? null);
}

const hasYearBefore = (s: Scene, act: number) =>
  directTimes(s, act).some(
    (t) => t.start < act && t.when.kind === 'date' && t.when.month === null && t.when.year !== null,
  );

const isWhen = (s: Scene, clause: number) =>
  relation(s, clause) === 'advcl' && childrenOf(s, clause).some((c) => lower(s, c) === 'when');

/** What the verb's clause hangs on and happened with. */
function aboveVerb(s: Scene, verb: number, seen: Set<number>): TimeExpression | null {
  const head = headOf(s, verb);
  const role = relation(s, verb);
  const on = (other: number) => timeOn(s, other, seen);
  // "in 2017, when they arrived"
  const named = s.times.find((t) => t.start <= head && head < t.end);
  if (named && (role === 'acl' || role === 'advcl')) return BOUNDS.has(caseOf(s, named.head)) ? null : named;
  // "voted Sunday to expel", "attacked on Monday, killing six", "had a car that ... "
  if (role === 'cop' || role === 'xcomp') return on(head);
  const marks = childrenOf(s, verb).filter((c) => relation(s, c) === 'mark');
  if (role === 'advcl' && !has(s, verb, 'nsubj') && marks.every((c) => lower(s, c) === 'to')) return on(head);
  // "play resumes on Wednesday when Chad meet Mali"
  if (isWhen(s, verb)) return directTimes(s, head)[0] ?? null;
  if (role === 'conj' && !has(s, verb, 'nsubj')) return on(head);
  // "Yesterday Chad beat Mali, and Togo lost": what opens the sentence dates all its clauses
  if (role === 'conj' || role === 'parataxis') return openingTime(s, head);
  if (role !== 'acl') return null;
  const noun = directTimes(s, head)[0];
  if (noun) return noun;
  if (UTTERANCES.has(lemma(s, head)) && relation(s, head) === 'obj') return on(headOf(s, head));
  // "opened on Monday at a ceremony attended by the king"
  if (isAct(s, head)) return on(head);
  // "arrives in Lyon on Monday, where he will meet"
  const where = childrenOf(s, verb).some((c) => lower(s, c) === 'where');
  return where && isVerb(s, headOf(s, head)) ? (directTimes(s, headOf(s, head))[0] ?? null) : null;
}

/** The time at the head of the sentence, where it dates the clause that this one is joined to. */
function openingTime(s: Scene, head: number): TimeExpression | null {
  const found = directTimes(s, head)[0];
  return found && found.start - s.sentence.start <= 1 ? found : null;
}

export function saysFuture(s: Scene, trigger: number): boolean {
  for (let at = trigger, steps = 0; at >= 0 && steps < 4; steps++) {
    const own = childrenOf(s, at);
    const auxiliaries = own.filter((c) => relation(s, c) === 'aux' || relation(s, c) === 'cop');
    if (auxiliaries.some((c) => FUTURE_AUX.has(lower(s, c)))) return true;
    const infinitive = own.some((c) => lower(s, c) === 'to' && (s.doc.upos[c] === 'PART' || relation(s, c) === 'mark'));
    // "is to begin", "are to travel"
    if (infinitive && auxiliaries.some((c) => /^(?:is|are|'s|'re)$/.test(lower(s, c)))) return true;
    const role = relation(s, at);
    // "Minister to visit Lyon Monday": a headline
    if (role === 'root' && infinitive) return true;
    if (role !== 'xcomp' && role !== 'obj' && role !== 'conj' && role !== 'obl') return false;
    const head = headOf(s, at);
    if (role === 'xcomp' && infinitive && AHEAD.has(lemma(s, head)) && !/ed$/.test(lower(s, head))) return true;
    if (role === 'xcomp' && infinitive && /^(?:expected|scheduled|slated|set|due)$/.test(lower(s, head))) return true;
    at = head;
  }
  return false;
}
