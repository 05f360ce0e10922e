/**
 * Subjects and objects that the parser hung elsewhere: each by a sign that leaves no other reading.
 */
import {
  baseRelation,
  childrenOf,
  headOf,
  isNominal,
  isVerb,
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
const CONJUNCTIONS = new Set(['after', 'before', 'since', 'until', 'as', 'because']);

const isTime = (tree: Tree, token: number): boolean =>
  TIMES.has(textOf(tree, token)) || TIMES.has((tree.doc.lemmas[token] ?? '').toLowerCase());

const hasCase = (tree: Tree, token: number): boolean =>
  childrenOf(tree, token).some((c) => relationOf(tree, c) === 'case');

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
      c < verb &&
      relationOf(tree, c) === 'obl:unmarked' &&
      !hasCase(tree, c) &&
      !isTime(tree, c) &&
      endOf(tree, c) === verb - 1,
  );
  if (bare !== undefined) return bare;
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
