/** Subjects that the parser hung elsewhere, found again by the order of the words. */
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isPassive,
  isVerb,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
  uposOf,
  xposOf,
} from './tree';

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
export function straySubject(tree: Tree, verb: number, left: number): number {
  let end = verb - 1;
  while (end > left && BETWEEN.has(uposOf(tree, end))) end--;
  // "the convenor in the province, Ana Prieto, advised"
  if (end > left && textOf(tree, end) === ',' && uposOf(tree, end - 1) === 'PROPN') end--;
  if (end <= left || !NAMES.has(uposOf(tree, end)) || isTemporal(tree, end)) return -1;
  let node = end;
  for (let head = headOf(tree, node); head > left && head < verb; head = headOf(tree, node)) {
    if (!UPWARD.has(relationOf(tree, node)) || isVerb(tree, head)) break;
    node = head;
  }
  // "said in Paris promised": what stands behind a preposition is no subject, but "after a judge ordered" has a conjunction
  if (prepositionsOf(tree, node).some((p) => !CONJUNCTIONS.has(p))) return -1;
  return NAMES.has(uposOf(tree, node)) ? node : end;
}

/** Words that begin a clause as well as a phrase. */
const CONJUNCTIONS = new Set(['after', 'before', 'since', 'until', 'till', 'as', 'than', 'that', 'while', 'for']);
const isTemporal = (tree: Tree, token: number): boolean =>
  relationOf(tree, token) === 'obl:unmarked' || relationOf(tree, token) === 'obl:tmod';

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
  if (xposOf(tree, participle) !== 'VBG' || textOf(tree, participle - 1) !== ',') return -1;
  if (childrenOf(tree, participle).some((c) => c < participle - 1)) return -1;
  let node = headOf(tree, participle);
  for (let steps = 0; node >= 0 && steps < 8; steps++) {
    if (isVerb(tree, node) && node < participle && childBy(tree, node, 'nsubj', 'nsubj:pass') >= 0) return node;
    node = headOf(tree, node);
  }
  return -1;
}
