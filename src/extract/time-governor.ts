/** The word that an expression of time dates: found upwards over the tree, through what has no date of its own. */
import type { TimeExpression } from './time-grammar';
import { caseOf, childrenOf, headOf, isAct, isDay, isVerb, lemma, lower, relation, type Scene } from './time-scene';
import { TELLING, TIME_WORDS, UTTERANCES, WISHES } from './time-words';

/** The token that the expression dates: up through words of time ("at the end of the day Saturday"). */
export function governorOf(s: Scene, time: TimeExpression): number {
  let at = headOf(s, time.head);
  for (let steps = 0; steps < 8 && at >= 0 && headOf(s, at) >= 0 && hasNoDate(s, at, time); steps++) at = headOf(s, at);
  return (
    sayingRightBefore(s, time, at) ??
    outsideQuote(s, time, at) ??
    wishBefore(s, time, at) ??
    firstOfTwo(s, time) ??
    setOff(s, time, at) ??
    sayingBefore(s, time, at) ??
    clauseBefore(s, time, at) ??
    at
  );
}

/** '"to arm, for the territory" on Wednesday': behind a quotation the day is that of whoever said it. */
function outsideQuote(s: Scene, time: TimeExpression, at: number): number | undefined {
  const before = caseOf(s, time.head) === 'on' ? time.start - 2 : time.start - 1;
  if (!/^["”]$/.test(lower(s, before))) return undefined;
  let open = before - 1;
  while (open > s.sentence.start && !/^["“]$/.test(lower(s, open))) open--;
  let top = at;
  while (top > open && headOf(s, top) >= 0) top = headOf(s, top);
  return top >= s.sentence.start && top < open ? top : undefined;
}

/** "invited her to play three years ago": what is past is the day of the wish. */
function wishBefore(s: Scene, { when }: TimeExpression, at: number): number | undefined {
  const past =
    (when.kind === 'shift' && when.by < 0) ||
    ((when.kind === 'month' || when.kind === 'season') && when.direction === 'last');
  const head = at < 0 ? -1 : headOf(s, at);
  if (!past || head < 0 || !/^(?:xcomp|ccomp|advcl)$/.test(relation(s, at)) || !WISHES.has(lemma(s, head)))
    return undefined;
  return childrenOf(s, at).some((c) => relation(s, c) === 'mark' && lower(s, c) === 'to') ? head : undefined;
}

/** "the murder of X in 2020 and the return of Y in 2019", where the parser joins the second act to the first year. */
function firstOfTwo(s: Scene, time: TimeExpression): number | undefined {
  if (!childrenOf(s, time.head).some((c) => relation(s, c) === 'conj' && isAct(s, c))) return undefined;
  for (let at = time.start - 1; at >= Math.max(s.sentence.start, time.start - 12); at--) if (isAct(s, at)) return at;
  return undefined;
}

/** Names, kinds, qualities and things have no date of their own: what hangs on them dates what they hang on. */
function hasNoDate(s: Scene, at: number, time: TimeExpression): boolean {
  const role = relation(s, at);
  // "will on Tuesday lead"
  if (s.doc.upos[at] === 'AUX' && /^(?:aux|cop)$/.test(role)) return true;
  if (isVerb(s, at)) return isGerund(s, at) && isCharge(s, at);
  // "around 2 p.m. on Monday", "killed six on Monday"
  if (s.doc.upos[at] === 'NUM') return true;
  // "at the end of the day Saturday", "in the fall of 1990"
  if (TIME_WORDS.has(lower(s, at))) return true;
  // "forces loyal to the general in Lyon on Monday"
  if (/^(?:ADJ|ADV)$/.test(s.doc.upos[at] ?? '') && /^(?:amod|advmod)$/.test(role)) return true;
  // a name has no date ("backed by the council in May"), nor has a noun that only tells a kind ("Monday phone call")
  if (s.doc.upos[at] === 'PROPN' && /^(?:obl|obj|nsubj|nmod|flat|compound|conj|appos|list|dep)$/.test(role))
    return true;
  return role === 'compound' || isThing(s, at, time);
}

/** "said Saturday they will release him": what stands right behind a verb of saying is its day. */
function sayingRightBefore(s: Scene, time: TimeExpression, at: number): number | undefined {
  const before = caseOf(s, time.head) === 'on' ? time.start - 2 : time.start - 1;
  return at > time.start && before >= s.sentence.start && isVerb(s, before) && TELLING.has(lemma(s, before))
    ? before
    : undefined;
}

/** ", the previous day." at the end of the sentence, behind a clause with a verb of its own: the day of the main verb. */
function setOff(s: Scene, time: TimeExpression, at: number): number | undefined {
  if (lower(s, time.start - 1) !== ',' || caseOf(s, time.head) !== '' || !isDay(time)) return undefined;
  if (time.end < s.sentence.end - 1 || (time.end === s.sentence.end - 1 && lower(s, time.end) !== '.'))
    return undefined;
  let top = at;
  for (let steps = 0; steps < 8 && top >= 0 && headOf(s, top) >= 0; steps++) {
    if (/^(?:ccomp|parataxis)$/.test(relation(s, top))) return undefined;
    top = headOf(s, top);
  }
  return top >= 0 && isVerb(s, top) ? top : undefined;
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
  if (isCharge(s, at)) return true;
  return role === 'obj' || ((bare || (marker !== 'in' && isDay(time))) && !UTTERANCES.has(lemma(s, at)));
}

/** "money laundering", which the parser takes for a verb. */
const isGerund = (s: Scene, at: number): boolean =>
  s.doc.xpos[at] === 'VBG' && /^(?:conj|nmod|obl)$/.test(relation(s, at)) && s.doc.upos[headOf(s, at)] === 'NOUN';

/** "held for murder at a house in Lyon on Monday", "jailed on charges of fraud in 2010": what somebody is held for has no day there. */
function isCharge(s: Scene, act: number): boolean {
  if (relation(s, act) === 'conj' && caseOf(s, act) === '') return isCharge(s, headOf(s, act));
  // "for bribery and other charges", where the parser hangs the "for" on the last of them
  const last = childrenOf(s, act).find((c) => relation(s, c) === 'conj' && caseOf(s, c) !== '');
  const marker = caseOf(s, act) || (last === undefined ? '' : caseOf(s, last));
  if (!/^(?:for|of|with|on)$/.test(marker)) return false;
  const plain = !childrenOf(s, act).some((c) => c < act && /^(?:det|nmod|compound)$/.test(relation(s, c)));
  return plain && (s.doc.xpos[act] === 'NN' || lemma(s, act) === 'charge');
}
