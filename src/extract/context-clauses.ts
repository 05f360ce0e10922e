/** Signs by which a clause tells what is so, what is still to come, and what only might be. */
import { hasModal, isInfinitive } from './clause';
import { MODALS, NEGATIVES, ONCE_IT_IS } from './context-cues';
import { saysSo } from './context-speech';
import type { EventLexicon } from './lexicon';
import { childBy, childrenBy, childrenOf, isPassive, subtreeSpan, type Tree, textOf, uposOf, xposOf } from './tree';

/** "Taught there until he was expelled": it came to it. */
export const isReached = (tree: Tree, clause: number, head: number, marks: readonly string[]): boolean =>
  marks.some((m) => m === 'until' || m === 'till') &&
  (['VBD', 'VBN', 'VBG'].includes(xposOf(tree, head)) ||
    childrenBy(tree, head, 'cop').some((c) => xposOf(tree, c) === 'VBD')) &&
  !hasModal(tree, head) &&
  !isNegated(tree, head) &&
  (xposOf(tree, clause) === 'VBD' ||
    childrenBy(tree, clause, 'aux', 'aux:pass').some((a) => xposOf(tree, a) === 'VBD'));

/** "Said the talks had stopped when Chad left": parsers hang the last clause on the saying, and it is part of what is said. */
export function isPartOfReport(lexicon: EventLexicon, tree: Tree, clause: number, head: number): boolean {
  const told = childBy(tree, head, 'ccomp');
  if (told < head || told > clause || !saysSo(lexicon, tree, head)) return false;
  const { start } = subtreeSpan(tree, clause);
  const first = textOf(tree, start) === ',' ? start + 1 : start;
  const comma = first > start || textOf(tree, start - 1) === ',';
  const word = textOf(tree, first) === 'that' ? textOf(tree, first + 1) : textOf(tree, first);
  return comma ? word === 'when' || word === 'because' : REPORTED_CLAUSES.has(word);
}
const REPORTED_CLAUSES = new Set(['when', 'because', 'after', 'before', 'if', 'once', 'since', 'until', 'while']);

export const isNegated = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'advmod').some((c) => NEGATIVES.has(textOf(tree, c)));

/** "took", "has taken"; not "will take". */
export const isPast = (tree: Tree, verb: number): boolean =>
  ['VBD', 'VBN', 'VBZ'].includes(xposOf(tree, verb)) && !hasModal(tree, verb);

/** "It will be hard once the rebels seize the town", "wonders what she will see when she returns". */
export function isAhead(tree: Tree, clause: number, head: number): boolean {
  const tag = xposOf(tree, clause);
  if (tag !== 'VBZ' && tag !== 'VBP') return false;
  const words = childrenBy(tree, clause, 'mark', 'advmod').map((c) => textOf(tree, c));
  if (!words.some((w) => ONCE_IT_IS.has(w))) return false;
  return words.includes('once') || childrenBy(tree, head, 'aux').some((a) => MODALS[textOf(tree, a)] === 'planned');
}

/** "will attack, and destroyed": the second verb has a tense of its own. */
export const hasFiniteForm = (tree: Tree, node: number, head: number): boolean => {
  const tag = xposOf(tree, node);
  // "to build trade and continue talks": taggers take the second for a present
  if (tag === 'VBP' && isInfinitive(tree, head)) return false;
  return tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || hasModal(tree, node);
};

/** "(glad) that Chad won", "that Chad had won": told as past, whatever the verb above may or will be. */
export function isToldAsPast(tree: Tree, clause: number): boolean {
  if (childBy(tree, clause, 'nsubj', 'nsubj:pass') < 0 || hasModal(tree, clause)) return false;
  const auxiliaries = childrenBy(tree, clause, 'aux', 'aux:pass', 'cop');
  if (auxiliaries.length > 0) return auxiliaries.some((a) => /^(?:had|has|have|was|were|did)$/.test(textOf(tree, a)));
  return xposOf(tree, clause) === 'VBD' && !isPassive(tree, clause);
}

/** "Had the police arrested them, ...", "Should the rebels attack, ...": a condition without a word for it. */
export function isInverted(tree: Tree, clause: number): boolean {
  const subject = childBy(tree, clause, 'nsubj', 'nsubj:pass');
  if (subject < 0) return false;
  const { start, end } = subtreeSpan(tree, clause);
  if (textOf(tree, end - 1) === '?') return false;
  // the parser may hang the auxiliary on the main verb
  const before = subtreeSpan(tree, subject).start - 1;
  const auxiliary = textOf(tree, before);
  if (!INVERTED.has(auxiliary) || subject > clause || before < start - 1) return false;
  return (
    before === (tree.doc.sentences[tree.sentenceOf[clause] ?? -1]?.start ?? -1) || textOf(tree, before - 1) === ','
  );
}
const INVERTED = new Set(['had', 'should', 'were']);

/** "Save him!": asked for, and not yet done. */
export function isImperative(tree: Tree, verb: number): boolean {
  if (xposOf(tree, verb) !== 'VB' || !/^(?:root|ccomp|parataxis)$/.test(tree.doc.deprels[verb] ?? '')) return false;
  return !childrenOf(tree, verb).some((c) => /^(?:nsubj|aux|cop|mark|expl|csubj)/.test(tree.doc.deprels[c] ?? ''));
}

/** "Did Chad attack Mali?": asked, where no word asks for more than yes or no. */
export function isAskedWhether(tree: Tree, clause: number): boolean {
  const sentence = tree.doc.sentences[tree.sentenceOf[clause] ?? -1];
  const subject = childBy(tree, clause, 'nsubj', 'nsubj:pass');
  if (sentence === undefined || subject < 0) return false;
  let end = sentence.end - 1;
  while (end > clause && QUOTES.has(textOf(tree, end))) end--;
  if (textOf(tree, end) !== '?') return false;
  const auxiliary = childrenBy(tree, clause, 'aux', 'aux:pass', 'cop').find((a) => a < subject);
  if (auxiliary === undefined) return false;
  return !childrenOf(tree, clause).some((c) => c < auxiliary && ASKING.has(textOf(tree, c)));
}
const QUOTES = new Set(['"', '”', "''", '’', "'"]);
const ASKING = new Set(['who', 'what', 'why', 'how', 'when', 'where', 'which', 'whom', 'whose']);

/** "they would often raid the valley", "used to raid": a habit of the past, and no wish. */
export function isHabit(tree: Tree, verb: number): boolean {
  const would = childrenBy(tree, verb, 'aux').some((a) => ['would', "'d", '’d', 'will'].includes(textOf(tree, a)));
  return (
    would && childrenBy(tree, verb, 'advmod').some((a) => uposOf(tree, a) === 'ADV' && HABITS.has(textOf(tree, a)))
  );
}
const HABITS = new Set([
  'often',
  'usually',
  'always',
  'sometimes',
  'regularly',
  'routinely',
  'frequently',
  'occasionally',
]);
