/** What a noun does to the event in a clause that hangs on it, and whose word it is. */
import type { ActorFinder } from './actors';
import { isInfinitive } from './clause';
import { PLATFORMS } from './context-cues';
import { apply } from './context-effects';
import { effectOfNoun, isNone } from './context-nouns';
import { isOpen, isSaidAct, negate, settle, type Walk } from './context-walk';
import type { EventLexicon } from './lexicon';
import {
  baseRelation,
  childrenBy,
  headOf,
  isVerb,
  lemmaOf,
  relationOf,
  subtreeSpan,
  type Tree,
  textOf,
  uposOf,
} from './tree';

/** A clause that hangs on a noun: "a report that they left", "the plan to leave", "the troops fighting the rebels". */
export function climbAdnominal(
  finder: ActorFinder,
  lexicon: EventLexicon,
  node: number,
  head: number,
  marks: readonly string[],
  walk: Walk,
): void {
  const { tree } = finder;
  const relation = relationOf(tree, node);
  if (PROOFS.has(lemmaOf(tree, head)) && isNone(tree, head)) negate(walk);
  else if ((relation === 'acl' || marks.includes('that')) && climbNoun(finder, lexicon, node, head, marks, walk))
    return;
  settle(walk);
  // "said that the troops fighting the rebels had left": the writer tells that they fight
  if (!isInfinitive(tree, node) && !isAside(tree, node, head)) walk.own = walk.attributedTo < 0;
}

/** A clause that hangs on a noun; true where the noun's own clause goes on telling of the event ("made a request to"). */
function climbNoun(
  finder: ActorFinder,
  lexicon: EventLexicon,
  node: number,
  head: number,
  marks: readonly string[],
  walk: Walk,
): boolean {
  const { tree } = finder;
  const effect = effectOfNoun(tree, lexicon, head);
  if (isInfinitive(tree, node)) {
    if (walk.settled) return false;
    const said = isSaidAct(walk) && PLATFORMS.has(lemmaOf(tree, head));
    // "the second minister to be dismissed": dismissed already
    const counted = effect === undefined && childrenBy(tree, head, 'amod').some((a) => COUNTED.has(textOf(tree, a)));
    const own = effect === 'said' ? undefined : effect;
    apply(finder, lexicon, own ?? (said || counted ? 'actual' : 'planned'), head, walk);
    if (counted) settle(walk);
    return true;
  }
  const noun = objectAbove(tree, head);
  const verb = headOf(tree, noun);
  const above = isVerb(tree, verb) ? lexicon.embedding.get(lemmaOf(tree, verb)) : undefined;
  const object = /^i?obj$/.test(baseRelation(tree, noun));
  if (marks.includes('that')) {
    // "told Mali that ...", where the parser hangs the clause on Mali
    if (effect === undefined && object && above?.effect === 'said') apply(finder, lexicon, 'said', verb, walk);
    else if (effect === 'said') report(finder, lexicon, head, walk);
    else if (effect !== undefined) apply(finder, lexicon, effect, head, walk);
    else return false;
    return true;
  }
  if (marks.some((m) => m === 'of' || m === 'for')) {
    // "accused the mayor of stealing", where the parser hangs the clause on the mayor
    if (effect === 'said') report(finder, lexicon, head, walk);
    else if (effect !== undefined) apply(finder, lexicon, effect, head, walk);
    else if (object && above?.control === 'obj' && above.effect === 'said') apply(finder, lexicon, 'said', verb, walk);
    else return false;
    return true;
  }
  return false;
}

/** "a report that they left", "rejected the claim that they left": somebody's word, or the denial of it. */
function report(finder: ActorFinder, lexicon: EventLexicon, noun: number, walk: Walk): void {
  const { tree } = finder;
  const verb = headOf(tree, noun);
  const denies = /^(?:obj|nsubj:pass)$/.test(relationOf(tree, noun)) && DENYING.has(lemmaOf(tree, verb));
  if (denies && isOpen(walk)) apply(finder, lexicon, 'denied', verb, walk);
  else apply(finder, lexicon, 'said', noun, walk);
}
const DENYING = new Set(
  'deny reject dismiss refute rebut dispute refuse rubbish contradict disprove debunk repudiate'.split(' '),
);

/** The noun, or the object that it stands in apposition to ("accused Ana Ruiz, a former baker, of"). */
function objectAbove(tree: Tree, noun: number): number {
  let node = noun;
  for (let steps = 0; /^(?:appos|flat|nmod:unmarked)$/.test(relationOf(tree, node)) && steps < 3; steps++)
    node = headOf(tree, node);
  return node;
}

/** "Mr. Lee, who had attacked them": what is added behind a comma or a name is part of what is said. */
function isAside(tree: Tree, clause: number, noun: number): boolean {
  if (relationOf(tree, clause) !== 'acl:relcl') return false;
  const { start } = subtreeSpan(tree, clause);
  return uposOf(tree, noun) === 'PROPN' || textOf(tree, start) === ',' || textOf(tree, start - 1) === ',';
}

const COUNTED = new Set('first second third fourth fifth sixth seventh eighth ninth tenth last latest only'.split(' '));

/** "There is no evidence that they attacked". */
const PROOFS = new Set(['evidence', 'proof', 'indication', 'sign', 'suggestion', 'truth', 'trace', 'record']);
