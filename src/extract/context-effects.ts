/** What a word does to the event below it: denies it, plans it, makes it somebody's word. */

import type { ActorFinder } from './actors';
import { callBehind } from './called';
import { isStatement } from './clause';
import { attribute, saysSo, speakersOf, voiceOf } from './context-speech';
import { isOpen, negate, settle, type Walk, weaken } from './context-walk';
import type { Embedding, EventLexicon } from './lexicon';
import { baseRelation, childBy, childrenBy, headOf, lemmaOf, relationOf, type Tree, textOf, xposOf } from './tree';

type Effect = Embedding['effect'];

/** Lets the head's effect of the lexicon work on the event, or `otherwise` where it has none. */
export function effectOf(
  finder: ActorFinder,
  lexicon: EventLexicon,
  node: number,
  head: number,
  walk: Walk,
  otherwise?: Effect,
): void {
  const { tree } = finder;
  const effect = effectAt(tree, lexicon, node, head) ?? otherwise;
  if (effect !== undefined) apply(finder, lexicon, effect, head, walk);
  else if (relationOf(tree, node) === 'ccomp' && saysSo(lexicon, tree, head))
    apply(finder, lexicon, 'said', head, walk);
}

/** What the lexicon tells of the head over this clause or noun. */
export function effectAt(tree: Tree, lexicon: EventLexicon, node: number, head: number): Effect | undefined {
  const lemma = lemmaOf(tree, head);
  const own = lexicon.embedding.get(lemma)?.effect;
  const base = baseRelation(tree, node);
  // "kept them from leaving" hindered it, "kept asking", "kept its grip" did not
  if (lemma === 'keep' && !childrenBy(tree, node, 'mark', 'case').some((c) => textOf(tree, c) === 'from'))
    return 'actual';
  // with a noun for its object a verb of saying tells nothing about whether the event was ("condemned the attack")
  if (base === 'obj' || base === 'nsubj' || base === 'obl')
    return supportEffect(tree, lexicon, head) ?? (own === 'said' || lemma === 'go' ? undefined : own);
  // "insisted that they had left" says so, "insisted that they leave" asks for it
  if (base === 'ccomp' && isStatement(tree, node) && hasSubject(tree, node))
    return lexicon.embedding.get(`${lemma}#that`)?.effect ?? own;
  // "rang him to thank him" thanked him
  if (callBehind(tree, node) === head) return 'actual';
  // "was able to free them" freed them
  if (own === 'possible' && lemma === 'able' && isPastState(tree, head)) return 'actual';
  return own;
}

/** "called off the visit": the verb with its particle, else the verb. */
function supportEffect(tree: Tree, lexicon: EventLexicon, verb: number): Effect | undefined {
  const particle = childBy(tree, verb, 'compound:prt');
  const phrase = particle < 0 ? undefined : lexicon.supports.get(`${lemmaOf(tree, verb)} ${textOf(tree, particle)}`);
  return (phrase ?? lexicon.supports.get(lemmaOf(tree, verb)))?.effect;
}

/** "was able", "were able"; not "will be able", "would be able". */
const isPastState = (tree: Tree, adjective: number): boolean => {
  const cop = childBy(tree, adjective, 'cop');
  return cop >= 0 && xposOf(tree, cop) === 'VBD' && childBy(tree, adjective, 'aux') < 0;
};

const hasSubject = (tree: Tree, clause: number): boolean =>
  childBy(tree, clause, 'nsubj', 'nsubj:pass', 'csubj', 'expl') >= 0;

/** "Note that they have left": the reader is told so, by the text itself. */
const isTold = (tree: Tree, verb: number): boolean =>
  headOf(tree, verb) < 0 && xposOf(tree, verb) === 'VB' && childBy(tree, verb, 'nsubj', 'aux', 'mark') < 0;

/** Notes an effect; what is said ends modality and negation, for what the speaker's own clause says of its "said" is another matter. */
export function apply(finder: ActorFinder, lexicon: EventLexicon, effect: Effect, head: number, walk: Walk): void {
  const { tree } = finder;
  if (effect === 'said' && isTold(tree, head)) {
    settle(walk);
    return;
  }
  if (effect === 'said' || effect === 'denied') {
    if (effect === 'denied') negate(walk);
    if (isOpen(walk))
      attribute(finder, lexicon, speakersOf(tree, lexicon, head), lemmaOf(tree, head), walk, voiceOf(finder, head));
    settle(walk);
    return;
  }
  if (effect === 'negative') negate(walk);
  else if (effect !== 'actual') weaken(walk, effect);
}
