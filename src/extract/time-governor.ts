/** The word that an expression of time dates: found upwards over the tree, through what has no date of its own. */
import type { TimeExpression } from './time-grammar';
import { caseOf, childrenOf, headOf, isAct, isDay, isVerb, lemma, lower, relation, type Scene } from './time-scene';
import { TIME_WORDS, UTTERANCES } from './time-words';

/** The token that the expression dates: up through words of time ("at the end of the day Saturday"). */
export function governorOf(s: Scene, time: TimeExpression): number {
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
  return sayingBefore(s, time, at) ?? clauseBefore(s, time, at) ?? at;
}

/** "taught there until he was expelled by Chad in 2019": what stands right behind a clause with its own subject is of that clause. */
function clauseBefore(s: Scene, time: TimeExpression, verb: number): number | undefined {
  const marker = childrenOf(s, time.head).find((c) => c < time.start && relation(s, c) === 'case');
  const start = Math.min(time.start, marker ?? time.start);
  return childrenOf(s, verb).find(
    (c) =>
      relation(s, c) === 'advcl' &&
      isVerb(s, c) &&
      c > verb &&
      c < start &&
      childrenOf(s, c).some((o) => relation(s, o) === 'nsubj') &&
      lastOf(s, c) === start - 1,
  );
}

/** The last token of what hangs on `token`, itself included. */
const lastOf = (s: Scene, token: number): number =>
  Math.max(token, ...childrenOf(s, token).map((c) => (c > token ? lastOf(s, c) : c)));

/** "paid a visit to Lyon, said Ms. Lee on Friday": the day is that of the saying, on whatever verb parsers hang it. */
function sayingBefore(s: Scene, time: TimeExpression, verb: number): number | undefined {
  return childrenOf(s, verb).find(
    (c) => relation(s, c) === 'parataxis' && isVerb(s, c) && c > verb && c < time.start && s.doc.xpos[c] !== 'VBG',
  );
}

/** "named Ms. Lee adviser Friday", "sent the letter on Monday", "passed a law in May": the day behind a person or a thing is that of the verb. */
function isThing(s: Scene, at: number, time: TimeExpression): boolean {
  const role = relation(s, at);
  if (headOf(s, at) < 0 || time.start < at || !/^(?:obl|obj|nmod|iobj|conj)$/.test(role)) return false;
  const marker = caseOf(s, time.head);
  if (marker !== '' && marker !== 'on' && marker !== 'in') return false;
  if (s.nouns.isActor(at)) return true;
  if (s.doc.upos[at] !== 'NOUN' || (isAct(s, at) && !isCharge(s, at))) return false;
  // "sold grain to Chad last year": what stands without a preposition dates no plain thing
  const bare = marker === '' && time.when.kind !== 'date';
  return role === 'obj' || ((bare || (marker !== 'in' && isDay(time))) && !UTTERANCES.has(lemma(s, at)));
}

/** "held for murder at a house in Lyon on Monday": what somebody is held for has no day there. */
const isCharge = (s: Scene, act: number): boolean =>
  s.doc.xpos[act] === 'NN' &&
  /^(?:for|of|with)$/.test(caseOf(s, act)) &&
  !childrenOf(s, act).some((c) => c < act && relation(s, c) !== 'case');
