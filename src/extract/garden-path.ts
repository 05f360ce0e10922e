/**
 * Subjects and objects that the parser hung elsewhere: each by a sign that leaves no other reading.
 */
import type { EventLexicon } from './lexicon';
import { isPhrasal } from './phrasal';
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isNominal,
  isPassive,
  isVerb,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
  uposOf,
  xposOf,
} from './tree';

const TIMES = new Set(
  `second minute hour day night week weekend month year decade century morning afternoon evening today yesterday tomorrow
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december spring summer autumn fall winter time moment percent mile kilometer kilometre metre meter`.split(
    /\s+/,
  ),
);
const BARE = new Set(['obl:unmarked', 'obl']);
const CONJUNCTIONS = new Set(['after', 'before', 'since', 'until', 'as', 'because']);

/** A day, a month, a measure of time or way. */
export const isTime = (tree: Tree, token: number): boolean =>
  TIMES.has(textOf(tree, token)) || TIMES.has((tree.doc.lemmas[token] ?? '').toLowerCase());

/** "arrested a young man Friday": the noun before the day, which the parser made its head. */
export function beforeDay(tree: Tree, object: number): number {
  if (uposOf(tree, object) !== 'PROPN' || !isTime(tree, object) || headOf(tree, object - 1) !== object) return object;
  return uposOf(tree, object - 1) === 'NOUN' ? object - 1 : object;
}

const hasCase = (tree: Tree, token: number): boolean =>
  childrenOf(tree, token).some((c) => relationOf(tree, c) === 'case');

/** The first token of the phrase that the nominal heads. */
const firstOf = (tree: Tree, nominal: number): number => Math.min(nominal, ...childrenOf(tree, nominal));

/** The last token of the phrase that the nominal heads, without what hangs on it behind a comma. */
function endOf(tree: Tree, nominal: number): number {
  let end = nominal;
  for (const c of childrenOf(tree, nominal))
    if (c > nominal && ['flat', 'nmod'].includes(baseRelation(tree, c))) end = Math.max(end, endOf(tree, c));
  return end;
}

/**
 * "On May 4 the Regional Court convicted the bank" (a bare phrase right before the verb),
 * "it came after the government released them" (the conjunction taken for a preposition); -1 where there is none.
 */
export function straySubject(tree: Tree, verb: number): number {
  if (!['VBD', 'VBZ', 'VBP', 'VBN'].includes(xposOf(tree, verb))) return -1;
  if (childrenOf(tree, verb).some((c) => relationOf(tree, c) === 'mark' || relationOf(tree, c).startsWith('aux')))
    return -1;
  const bare = childrenOf(tree, verb).find(
    (c) =>
      c < verb && BARE.has(relationOf(tree, c)) && !hasCase(tree, c) && !isTime(tree, c) && endOf(tree, c) === verb - 1,
  );
  if (bare !== undefined) return bare;
  // "after investors in the fund and its rival filed complaints"
  const left = childrenOf(tree, verb).filter((c) => c < verb && isNominal(tree, c) && !isTime(tree, c));
  const nearest = left[left.length - 1];
  if (
    nearest !== undefined &&
    relationOf(tree, nearest) === 'obl' &&
    textOf(tree, verb - 1) !== ',' &&
    childrenOf(tree, nearest).some((p) => relationOf(tree, p) === 'case' && CONJUNCTIONS.has(textOf(tree, p)))
  )
    return nearest;
  if (relationOf(tree, verb) !== 'advcl') return -1;
  const sibling = childrenOf(tree, headOf(tree, verb)).find(
    (c) =>
      c < verb &&
      relationOf(tree, c) === 'obl' &&
      isNominal(tree, c) &&
      !isTime(tree, c) &&
      endOf(tree, c) === verb - 1 &&
      childrenOf(tree, c).some((p) => relationOf(tree, p) === 'case' && CONJUNCTIONS.has(textOf(tree, p))),
  );
  return sibling ?? -1;
}

/** "is holding more than 100,000 civilians": a counted phrase without a preposition right behind a verb without object; -1 where there is none. */
export function strayObject(tree: Tree, verb: number): number {
  if (childrenOf(tree, verb).some((c) => ['obj', 'ccomp', 'xcomp'].includes(baseRelation(tree, c)))) return -1;
  // "handed over their weapons": the particle taken for a preposition
  if (isPhrasal(tree, verb)) {
    const thing = childrenOf(tree, verb).find(
      (c) => baseRelation(tree, c) === 'obl' && childrenOf(tree, c).includes(verb + 1),
    );
    if (thing !== undefined) return thing;
  }
  // "picked up Ruiz at the airport": bare, right behind the particle
  const particle = childBy(tree, verb, 'compound:prt');
  if (particle === verb + 1) {
    const bare = childrenOf(tree, verb).find(
      (c) =>
        c > particle &&
        baseRelation(tree, c) === 'obl' &&
        isNominal(tree, c) &&
        !hasCase(tree, c) &&
        !isTime(tree, c) &&
        firstOf(tree, c) === particle + 1,
    );
    if (bare !== undefined) return bare;
  }
  return (
    childrenOf(tree, verb).find(
      (c) =>
        c > verb &&
        baseRelation(tree, c) === 'obl' &&
        uposOf(tree, c) === 'NOUN' &&
        !hasCase(tree, c) &&
        !isTime(tree, c) &&
        childrenOf(tree, c).some((n) => relationOf(tree, n) === 'nummod'),
    ) ?? -1
  );
}

/** Who "called for" something there: the noun that the whole sentence was hung on, or the one the participle hangs on. */
export function activeSubject(tree: Tree, verb: number): number {
  let node = headOf(tree, verb);
  for (let above = headOf(tree, node); above >= 0 && !isVerb(tree, above); above = headOf(tree, node)) {
    if (!['appos', 'nmod'].includes(baseRelation(tree, node))) break;
    node = above;
  }
  return node;
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP']);

/** "said", "will say", "has said": a clause that has a subject of its own in any English sentence. */
export function isFiniteClause(tree: Tree, verb: number): boolean {
  if (!isVerb(tree, verb) || childrenOf(tree, verb).some((c) => textOf(tree, c) === 'to' && c < verb)) return false;
  const auxiliaries = childrenBy(tree, verb, 'aux', 'aux:pass');
  if (auxiliaries.some((a) => xposOf(tree, a) === 'MD' || FINITE.has(xposOf(tree, a)))) return true;
  return auxiliaries.length === 0 && FINITE.has(xposOf(tree, verb)) && !isPassive(tree, verb);
}

/** Words that may stand between a subject and its verb. */
const BETWEEN = new Set(['AUX', 'ADV', 'PART']);
const NAMES = new Set(['NOUN', 'PROPN', 'PRON']);
const UPWARD = new Set(['flat', 'compound', 'nmod', 'appos', 'conj', 'nmod:desc', 'nmod:unmarked', 'amod', 'list']);

/**
 * "claimed the president ordered the guard to": a clause whose subject the parser hung on the verb above it.
 * The noun phrase right before the verb, after `left`; -1 where none stands there.
 */
export function lostSubject(tree: Tree, verb: number, left: number): number {
  let end = verb - 1;
  while (end > left && BETWEEN.has(uposOf(tree, end))) end--;
  // "the convenor in the province, Ana Prieto, advised"
  if (end > left && textOf(tree, end) === ',' && uposOf(tree, end - 1) === 'PROPN') end--;
  if (end <= left || !NAMES.has(uposOf(tree, end)) || isTime(tree, end)) return -1;
  let node = end;
  for (let head = headOf(tree, node); head > left && head < verb; head = headOf(tree, node)) {
    if (!UPWARD.has(relationOf(tree, node)) || isVerb(tree, head)) break;
    node = head;
  }
  // "said in Paris promised": what stands behind a preposition is no subject, but "after a judge ordered" has a conjunction
  if (prepositionsOf(tree, node).some((p) => !CLAUSE_WORDS.has(p))) return -1;
  return NAMES.has(uposOf(tree, node)) ? node : end;
}

/** Words that begin a clause as well as a phrase. */
const CLAUSE_WORDS = new Set(['after', 'before', 'since', 'until', 'till', 'as', 'than', 'that', 'while', 'for']);

/** "was designated a terrorist in 2005 by the ministry": the by-phrase hung on a noun behind the verb. */
export function strayAgent(tree: Tree, verb: number): number {
  let layer = childrenOf(tree, verb).filter(
    (c) => c > verb && ['obj', 'obl', 'nmod', 'xcomp'].includes(baseRelation(tree, c)) && !isVerb(tree, c),
  );
  for (let depth = 0; depth < 2; depth++) {
    const next: number[] = [];
    for (const node of layer) {
      for (const c of childrenOf(tree, node)) {
        if (c < node || isVerb(tree, c) || !['nmod', 'obl'].includes(baseRelation(tree, c))) continue;
        if (prepositionsOf(tree, c).includes('by')) return c;
        next.push(c);
      }
    }
    layer = next;
  }
  return -1;
}

/**
 * "Galla raised the matter of the custody of children, calling for": a participle behind a comma tells what the subject
 * of the sentence does, whatever noun the parser hangs it on. The verb above, or -1.
 */
export function verbBeforeComma(tree: Tree, participle: number): number {
  let first = participle;
  while (uposOf(tree, first - 1) === 'ADV' && headOf(tree, first - 1) === participle) first--;
  if (xposOf(tree, participle) !== 'VBG' || textOf(tree, first - 1) !== ',') return -1;
  if (childrenOf(tree, participle).some((c) => c < first - 1)) return -1;
  let node = headOf(tree, participle);
  for (let steps = 0; node >= 0 && steps < 8; steps++) {
    if (isVerb(tree, node) && node < participle && childBy(tree, node, 'nsubj', 'nsubj:pass') >= 0) return node;
    node = headOf(tree, node);
  }
  return -1;
}

/** "During the meeting, held at the palace, the king said", "at a meeting held there": held was the meeting. The noun right before, or -1. */
export function nounSetOff(tree: Tree, participle: number): number {
  const noun = textOf(tree, participle - 1) === ',' ? participle - 2 : participle - 1;
  if (uposOf(tree, noun) !== 'NOUN' || xposOf(tree, participle) !== 'VBN') return -1;
  if (childrenOf(tree, participle).some((c) => c <= noun)) return -1;
  return relationOf(tree, noun) === 'obl' && headOf(tree, noun) === headOf(tree, participle) ? noun : -1;
}

/** The noun right before "at V-ing" or "of V-ing", or -1 where another phrase stands between. */
export function nounOfGerund(tree: Tree, verb: number, head: number): number {
  if (xposOf(tree, verb) !== 'VBG') return -1;
  const mark = childrenBy(tree, verb, 'mark', 'case').find((m) => ['at', 'of'].includes(textOf(tree, m)));
  const noun = mark === undefined ? -1 : mark - 1;
  return noun > head && uposOf(tree, noun) === 'NOUN' && headOf(tree, noun) === head ? noun : -1;
}

/** The noun before "in V-ing", "of V-ing"; -1 where there is none. */
export function wordBeforeMark(tree: Tree, verb: number): number {
  if (xposOf(tree, verb) !== 'VBG') return -1;
  const mark = childrenBy(tree, verb, 'mark', 'case').find((m) => ['in', 'of', 'at'].includes(textOf(tree, m)));
  return mark !== undefined && mark === verb - 1 && uposOf(tree, mark - 1) === 'NOUN' ? mark - 1 : -1;
}

/** "signed a petition for the owner to close": who stands between "for" and "to". */
export function forPhrase(tree: Tree, verb: number): number {
  const to = childrenOf(tree, verb).find((c) => relationOf(tree, c) === 'mark' && textOf(tree, c) === 'to');
  if (to === undefined) return -1;
  let node = to - 1;
  while (
    ['flat', 'compound', 'appos'].includes(relationOf(tree, node)) &&
    headOf(tree, node) >= 0 &&
    headOf(tree, node) < to
  )
    node = headOf(tree, node);
  return ['NOUN', 'PROPN', 'PRON'].includes(uposOf(tree, node)) && prepositionsOf(tree, node).includes('for')
    ? node
    : -1;
}

/** "gave the premier, Ana Prieto, a mandate": what is given hung on the receiver as if in a list, without an "and". */
export function strayReceivers(tree: Tree, verb: number, words: readonly number[]): number[] {
  return words
    .filter((word) => relationOf(tree, word) === 'conj' && childBy(tree, word, 'cc') < 0)
    .map((word) => headOf(tree, word))
    .filter((object) => headOf(tree, object) === verb && relationOf(tree, object) === 'obj' && object > verb);
}

/** "urged the mayor to investigate", which the parser hangs on the mayor: who is told to act. */
export function isToldTo(tree: Tree, lexicon: EventLexicon, noun: number): boolean {
  const verb = headOf(tree, noun);
  if (verb < 0 || !/^i?obj$/.test(relationOf(tree, noun)) || noun < verb) return false;
  if (lexicon.embedding.get(lemmaOf(tree, verb))?.control !== 'obj') return false;
  return !lexicon.embedding.has(`${lemmaOf(tree, noun)}#n`) && !lexicon.actNouns.has(lemmaOf(tree, noun));
}

/** '"He has lied," denounced the union': behind a quotation the noun after such a verb is who says it, whatever the parser calls it. */
export function speakerBehind(tree: Tree, verb: number): number {
  if (!SPEAKING.has(lemmaOf(tree, verb)) || !CLOSING.has(textOf(tree, verb - 1))) return -1;
  if (childBy(tree, verb, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass') >= 0) return -1;
  return childrenBy(tree, verb, 'obj').find((o) => o > verb) ?? -1;
}
/** What ends a quotation. */
export const CLOSING = new Set(['”', '"', '’', "''", '»']);
const SPEAKING = new Set([
  'accuse',
  'charge',
  'condemn',
  'complain',
  'concede',
  'criticise',
  'criticize',
  'declare',
  'decry',
  'demand',
  'denounce',
  'insist',
  'lament',
  'plead',
  'protest',
  'stress',
  'underline',
  'urge',
  'warn',
]);
