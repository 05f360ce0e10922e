/** Which expression of time dates a word of the sentence: found over the tree, up and down from the word. */
import { governorOf } from './time-governor';
import type { TimeExpression } from './time-grammar';
import {
  caseOf,
  childrenOf,
  has,
  headOf,
  isAct,
  isDay,
  isVerb,
  lemma,
  lower,
  relation,
  type Scene,
} from './time-scene';
import {
  AFTERWARDS,
  BOUNDS,
  GATHERINGS,
  LIGHT_VERBS,
  MEANS,
  SCHEDULES,
  TELLING,
  UTTERANCES,
  WISH_NOUNS,
  WISHES,
} from './time-words';

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
  const night = saidOfTheNight(s, nodes);
  if (night) return night;
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

/** "killed two in an overnight raid, officials said yesterday": the night before is told by the day of the telling. */
function saidOfTheNight(s: Scene, nodes: readonly number[]): TimeExpression | null {
  const own = nodes.flatMap((node) => [node, ...childrenOf(s, node).filter((c) => relation(s, c) === 'obl')]);
  if (!own.some((node) => childrenOf(s, node).some((c) => lower(s, c) === 'overnight'))) return null;
  return s.times.find((t) => isDay(t) && TELLING.has(lemma(s, governorOf(s, t)))) ?? null;
}

/** "president since 2013", "the minister from 2005 to 2009": what hangs on the noun behind it; a day is that of its verb. */
export function termOf(s: Scene, noun: number): TimeExpression | null {
  // "served as mayor from 1999 to 2003": what hangs on the verb
  const served = caseOf(s, noun) === 'as' && relation(s, noun) === 'obl' && isVerb(s, headOf(s, noun));
  const times = [...directTimes(s, noun), ...(served ? directTimes(s, headOf(s, noun)) : [])];
  const own = times.filter((t) => t.start > noun && /^(?:since|from|in|between|during)$/.test(caseOf(s, t.head)));
  return own.find((t) => /^(?:since|from)$/.test(caseOf(s, t.head)) || !isDay(t)) ?? null;
}

function timeOn(s: Scene, token: number, seen: Set<number>): TimeExpression | null {
  if (token < 0 || seen.has(token)) return null;
  seen.add(token);
  const direct = directTimes(s, token)[0];
  if (direct) return direct;
  if (isVerb(s, token)) return belowVerb(s, token) ?? aboveVerb(s, token, seen);
  // "the deal with the rebels, signed in 2016"
  const inner = childrenOf(s, token).filter((c) => relation(s, c) === 'nmod');
  const made = [token, ...inner]
    .flatMap((noun) => childrenOf(s, noun))
    .find((c) => s.doc.deprels[c] === 'acl' && s.doc.xpos[c] === 'VBN' && MADE.has(lemma(s, c)));
  const when = made === undefined ? undefined : directTimes(s, made)[0];
  if (when) return when;
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
    // ("during a meeting at a summit in Lyon on Monday")
    first(
      own
        .filter((c) => isMeans(s, c, 'obl'))
        .flatMap((c) => [c, ...childrenOf(s, c).filter((d) => isMeans(s, d, 'nmod'))]),
    ) ??
    // "killed his uncle after a 1979 coup": of the same year
    first(own.filter((c) => relation(s, c) === 'obl' && isAct(s, c) && hasYearBefore(s, c))) ??
    // "told reporters after a meeting in Lyon on Monday"
    gatheringBefore(s, own) ??
    // "When he visited Chad in 2019, he met the king", "shot as he was leaving the church on Sunday"
    first(own.filter((c) => isWhen(s, c) || isMeanwhile(s, c))) ??
    // "arrived seeking refuge in May", "helped them build it in May"
    first(own.filter((c) => isOneWith(s, c)));
  if (found) return found;
  // "killed three people and wounded five on Monday"
  // (", said Ms. Lee on Friday" is no deed beside the others)
  const last = own.filter((c) => relation(s, c) === 'conj' && isVerb(s, c) && !isTelling(s, c)).at(-1);
  return last === undefined || has(s, last, 'nsubj') ? null : (directTimes(s, last)[0] ?? null);
}

const isMeans = (s: Scene, noun: number, role: string): boolean =>
  relation(s, noun) === role && MEANS.has(caseOf(s, noun)) && (isAct(s, noun) || UTTERANCES.has(lemma(s, noun)));

const isTelling = (s: Scene, verb: number): boolean =>
  lower(s, verb - 1) === ',' && TELLING.has(lemma(s, verb)) && !has(s, verb, 'cc');

const hasYearBefore = (s: Scene, act: number) =>
  directTimes(s, act).some(
    (t) => t.start < act && t.when.kind === 'date' && t.when.month === null && t.when.year !== null,
  );

/** What is done with an agreement or an act, never with a party to it. */
const MADE = new Set(['sign', 'reach', 'conclude', 'launch', 'stage', 'hold', 'mount', 'conduct', 'issue']);

const saysWhen = (s: Scene, clause: number) => childrenOf(s, clause).some((c) => lower(s, c) === 'when');
const isWhen = (s: Scene, clause: number) => relation(s, clause) === 'advcl' && saysWhen(s, clause);

/** "as he was leaving", "while crossing the river", "Speaking in Lyon on Monday, he urged" */
function isMeanwhile(s: Scene, clause: number): boolean {
  if (relation(s, clause) !== 'advcl') return false;
  const marks = childrenOf(s, clause).filter((c) => relation(s, c) === 'mark');
  // "stabbed while at his shop on Sunday"
  if (!isVerb(s, clause)) return marks.some((c) => /^(?:while|when)$/.test(lower(s, c)));
  if (s.doc.xpos[clause] !== 'VBG') return false;
  if (marks.length === 0) return clause < headOf(s, clause) && !has(s, clause, 'nsubj') && !has(s, clause, 'aux');
  return marks.some((c) => /^(?:as|while)$/.test(lower(s, c)));
}

/** What is done in doing it: "arrived seeking refuge", "helped her leave". */
function isOneWith(s: Scene, clause: number): boolean {
  const helps = /^(?:help|let|make|force|allow)$/.test(lemma(s, headOf(s, clause)));
  if (helps) return /^(?:xcomp|ccomp)$/.test(relation(s, clause)) && isVerb(s, clause);
  const bare = !has(s, clause, 'mark') && !has(s, clause, 'nsubj') && lower(s, clause - 1) !== ',';
  return relation(s, clause) === 'advcl' && s.doc.xpos[clause] === 'VBG' && clause > headOf(s, clause) && bare;
}

/** People speak on the day of the meeting that they come from. */
function gatheringBefore(s: Scene, own: readonly number[]): TimeExpression | undefined {
  return own
    .filter((c) => relation(s, c) === 'obl' && AFTERWARDS.has(caseOf(s, c)) && GATHERINGS.has(lemma(s, c)))
    .flatMap((c) => directTimes(s, c))
    .find(isDay);
}

/** "in 2013, when they left": the expression right before the clause. */
function timeBeforeWhen(s: Scene, verb: number): TimeExpression | undefined {
  const when = childrenOf(s, verb).find((c) => c < verb && lower(s, c) === 'when');
  if (when === undefined) return undefined;
  const end = lower(s, when - 1) === ',' ? when - 1 : when;
  return s.times.find((t) => t.end === end);
}

/** What the verb's clause hangs on and happened with. */
function aboveVerb(s: Scene, verb: number, seen: Set<number>): TimeExpression | null {
  const head = headOf(s, verb);
  const role = relation(s, verb);
  const on = (other: number) => timeOn(s, other, seen);
  // "in 2017, when they arrived"
  const named = s.times.find((t) => t.start <= head && head < t.end);
  // ("until 2017, when they arrived": that year all the same)
  const exact = named !== undefined && (saysWhen(s, verb) || !BOUNDS.has(caseOf(s, named.head)));
  if (named && (role === 'acl' || role === 'advcl')) return exact ? named : null;
  // "voted Sunday to expel", "attacked on Monday, killing six", "had a car that ... "
  const marks = childrenOf(s, verb).filter((c) => relation(s, c) === 'mark');
  // "urged on Monday to leave", "convicted on Monday of belonging to": not done that day
  if (isWish(s, verb, marks)) return null;
  if (marks.some((c) => /^(?:of|for|about|from|with)$/.test(lower(s, c)))) return null;
  if (role === 'cop' || role === 'xcomp') return on(head);
  if (role === 'advcl' && !has(s, verb, 'nsubj') && marks.every((c) => lower(s, c) === 'to')) return on(head);
  const before = timeBeforeWhen(s, verb);
  if (before) return before;
  // "he claims when the king retired in 2000, the duke invited him": the parser hangs both on the claim
  if (role === 'ccomp') {
    const when = childrenOf(s, head).find((c) => c > head && c < verb && isVerb(s, c) && saysWhen(s, c));
    return when === undefined ? null : (directTimes(s, when)[0] ?? null);
  }
  const where = childrenOf(s, verb).some((c) => lower(s, c) === 'where');
  // "arrives in Lyon on Monday, where he will meet"
  if (role === 'advcl' && where) return directTimes(s, head)[0] ?? null;
  // "won the war in 1999 after driving them out": of the same year
  if (role === 'advcl' && !has(s, verb, 'nsubj') && marks.some((c) => lower(s, c) === 'after'))
    return directTimes(s, head).find((t) => !isDay(t)) ?? null;
  // "play resumes on Wednesday when Chad meet Mali"
  if (isWhen(s, verb)) return directTimes(s, head)[0] ?? null;
  // "killed on Monday as troops shelled the town"
  if (role === 'advcl' && s.doc.xpos[verb] === 'VBD' && marks.some((c) => /^(?:as|while)$/.test(lower(s, c))))
    return directTimes(s, head).find((t) => isDay(t) && t.start < verb) ?? null;
  if (role === 'conj' && !has(s, verb, 'nsubj')) return on(head);
  // "Yesterday Chad beat Mali, and Togo lost": what opens the sentence dates all its clauses
  if (role === 'conj' || role === 'parataxis') return openingTime(s, head);
  if (role !== 'acl') return null;
  const noun = directTimes(s, head)[0];
  if (noun) return noun;
  if (UTTERANCES.has(lemma(s, head)) && relation(s, head) === 'obj') return on(headOf(s, head));
  // "put up posters in January opposing the plan": what is done by the thing that was put up
  if (relation(s, head) === 'obj' && s.doc.xpos[verb] === 'VBG' && s.doc.deprels[verb] === 'acl')
    return on(headOf(s, head));
  // "opened on Monday at a ceremony attended by the king"
  if (isAct(s, head)) return on(head);
  return where && isVerb(s, headOf(s, head)) ? (directTimes(s, headOf(s, head))[0] ?? null) : null;
}

const isDayWord = (s: Scene, token: number): boolean => s.times.some((t) => t.start <= token && token < t.end);

/** An infinitive that somebody wishes or says: "vowed to leave", "the call to leave". */
function isWish(s: Scene, verb: number, marks: readonly number[]): boolean {
  const head = headOf(s, verb);
  if (!/^(?:xcomp|ccomp|advcl|acl)$/.test(relation(s, verb)) || !marks.some((c) => lower(s, c) === 'to')) return false;
  if (!isVerb(s, head)) return WISH_NOUNS.has(lemma(s, head));
  // "called him on Monday to congratulate him" wishes nothing
  const phoned =
    lemma(s, head) === 'call' &&
    !childrenOf(s, head).some((c) => /^(?:on|for)$/.test(caseOf(s, c)) && !isDayWord(s, c));
  return WISHES.has(lemma(s, head)) && !phoned;
}

/** The time at the head of the sentence, where it dates the clause that this one is joined to. */
function openingTime(s: Scene, head: number): TimeExpression | null {
  const found = directTimes(s, head)[0];
  return found && found.start - s.sentence.start <= 1 ? found : null;
}
