/** One step up the tree from an event: what the word above does to it, and who says so. */
import type { ActorFinder } from './actors';
import { isInfinitive, logicalSubjects } from './clause';
import { climbAdnominal } from './context-adnominal';
import { hasFiniteForm, isAhead, isNegated, isPartOfReport, isPast, isReached, isToldAsPast } from './context-clauses';
import { ASKED, EXPRESSED, IF, INSTEAD, MODALS, PLATFORMS, STANDING, WISHES } from './context-cues';
import { apply, effectAt, effectOf } from './context-effects';
import { comesAbout, effectOfNoun, isKnown, nounBefore } from './context-nouns';
import { attribute, saysSo } from './context-speech';
import { isOpen, isSaidAct, negate, settle, type Walk, weaken } from './context-walk';
import type { EventLexicon } from './lexicon';
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  isVerb,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
  uposOf,
  xposOf,
} from './tree';

export function climb(finder: ActorFinder, lexicon: EventLexicon, node: number, head: number, walk: Walk): void {
  const { tree } = finder;
  const marks = childrenBy(tree, node, 'mark').map((m) => textOf(tree, m));
  switch (baseRelation(tree, node)) {
    case 'xcomp':
      climbInfinitive(finder, lexicon, node, head, walk);
      return;
    case 'ccomp':
      // "asked why they should not go": nothing is denied
      if (childrenOf(tree, node).some((c) => textOf(tree, c) === 'why') && !walk.settled) {
        walk.negative = false;
        weaken(walk, 'hypothetical');
      }
      if (marks.includes('whether')) weaken(walk, 'hypothetical');
      effectOf(finder, lexicon, node, head, walk);
      // "will be glad that Chad won": what is told as past is past, whatever comes
      if (isToldAsPast(tree, node) && (effectAt(tree, lexicon, node, head) ?? 'actual') === 'actual') settle(walk);
      return;
    case 'csubj':
      if (marks.includes('whether')) weaken(walk, 'hypothetical');
      effectOf(finder, lexicon, node, head, walk);
      return;
    case 'obj':
      climbObject(finder, lexicon, node, head, walk);
      return;
    case 'nsubj':
      climbSubject(finder, lexicon, node, head, walk);
      return;
    case 'obl':
      // "could lead to war", "will take part in talks": as far off as the verb
      if (RESULTS.has(lemmaOf(tree, head)) && prepositionsOf(tree, node).some((p) => p === 'to' || p === 'in')) return;
      if (prepositionsOf(tree, node).includes('without')) negate(walk);
      if (prepositionsOf(tree, node).includes('for') || prepositionsOf(tree, node).includes('to'))
        effectOf(finder, lexicon, node, head, walk);
      settle(walk);
      return;
    case 'nmod':
      // "a call for sanctions", "the threat of strikes"
      if (prepositionsOf(tree, node).some((p) => p === 'of' || p === 'for')) {
        const effect = effectOfNoun(tree, lexicon, head);
        // "charges of assault": said, but not by the assault
        if (effect === 'said' && isOpen(walk))
          attribute(finder, lexicon, accusersOf(tree, head), lemmaOf(tree, head), walk);
        else if (effect !== undefined && !walk.settled) apply(finder, lexicon, effect, head, walk);
        // "a new round of talks", "a commission of inquiry": what is said of the round is said of them
        else if (CONTAINERS.has(lemmaOf(tree, head))) return;
      }
      settle(walk);
      return;
    case 'compound': {
      // "an arrest warrant", "the strike threat"
      const effect = effectOfNoun(tree, lexicon, head);
      if (effect !== undefined && effect !== 'said' && !walk.settled) apply(finder, lexicon, effect, head, walk);
      return;
    }
    case 'amod':
      // "will free the jailed editor": jailed he is
      settle(walk);
      return;
    case 'advcl':
      climbAdverbial(finder, lexicon, node, head, marks, walk);
      return;
    case 'acl':
      climbAdnominal(finder, lexicon, node, head, marks, walk);
      return;
    case 'conj':
      // "said that A came, and that B left", where the parser joins the second to the saying
      if (marks.includes('that') && saysSo(lexicon, tree, head)) {
        apply(finder, lexicon, 'said', head, walk);
        return;
      }
      // "will attack and destroy": the auxiliary is shared where the second verb has no subject of its own
      if (childBy(tree, node, 'nsubj', 'nsubj:pass') >= 0 || hasFiniteForm(tree, node, head)) settle(walk);
      return;
    case 'parataxis':
      settle(walk);
      if (isOpen(walk) && saysSo(lexicon, tree, head))
        attribute(finder, lexicon, logicalSubjects(tree, lexicon, head), lemmaOf(tree, head), walk);
      return;
    default:
      return;
  }
}

const RESULTS = new Set(['lead', 'result', 'culminate', 'participate', 'engage', 'amount']);
const CONTAINERS = new Set(
  'round series wave act commission committee resumption start beginning launch continuation spate string raft set bout'.split(
    ' ',
  ),
);

/** "their charges of assault", "accusations by the union of theft". */
const accusersOf = (tree: Tree, noun: number): number[] => [
  ...childrenBy(tree, noun, 'nmod:poss'),
  ...childrenBy(tree, noun, 'nmod').filter((c) => prepositionsOf(tree, c).some((p) => p === 'by' || p === 'from')),
];

/** "agreed to close", "has the right to close". */
function climbInfinitive(finder: ActorFinder, lexicon: EventLexicon, node: number, head: number, walk: Walk): void {
  const { tree } = finder;
  // "would like to thank", "wishes to congratulate": it is done by these words, but not by "want him to apologise"
  if (
    walk.type !== null &&
    EXPRESSED.has(walk.type) &&
    WISHES.has(lemmaOf(tree, head)) &&
    childBy(tree, head, 'obj', 'iobj') < 0 &&
    !isNegated(tree, head)
  )
    settle(walk);
  const noun = isVerb(tree, head) ? nounBefore(tree, lexicon, node, head) : -1;
  const effect = noun < 0 ? undefined : effectOfNoun(tree, lexicon, noun);
  if (effect !== undefined && effect !== 'said') apply(finder, lexicon, effect, noun, walk);
  else effectOf(finder, lexicon, node, head, walk);
}

/** "launched the attack", "denied the attack", "discussed the attack". */
function climbObject(finder: ActorFinder, lexicon: EventLexicon, node: number, head: number, walk: Walk): void {
  const { tree } = finder;
  const effect = effectAt(tree, lexicon, node, head);
  // "discussed the invasion", "rejected the occupation": there is one
  if (TOPICAL.has(lemmaOf(tree, head)) && isKnown(tree, node, walk.type)) {
    settle(walk);
    return;
  }
  const carries = effect !== undefined && (effect !== 'actual' || lexicon.supports.has(lemmaOf(tree, head)));
  if (carries) apply(finder, lexicon, effect, head, walk);
  else if (isVerb(tree, head) && !isVerb(tree, node)) {
    // "gathered to condemn the killing", "will honour their support": it was, whatever is done about it
    if (isKnown(tree, node, walk.type)) settle(walk);
    // "did not grant permission to leave": the noun is not the event, and nobody left
    else if (node === walk.trigger) walk.affirmed = true;
  }
}

const TOPICAL = new Set(['discuss', 'reject', 'oppose', 'consider', 'fear', 'debate']);

/** "the attack was denied", "the talks will begin", "the arrest may hurt the party". */
function climbSubject(finder: ActorFinder, lexicon: EventLexicon, node: number, head: number, walk: Walk): void {
  const { tree } = finder;
  if (isVerb(tree, node)) {
    if (childBy(tree, head, 'cop') < 0) effectOf(finder, lexicon, node, head, walk);
    return;
  }
  // "the partnership of Chad and Mali will help trade": it is there
  const standing = walk.type !== null && STANDING.has(walk.type) && !lexicon.supports.has(lemmaOf(tree, head));
  if (standing) settle(walk);
  if (relationOf(tree, node) === 'nsubj:pass') effectOf(finder, lexicon, node, head, walk);
  else if (uposOf(tree, head) === 'ADJ' && childBy(tree, head, 'cop') >= 0) {
    // "a strike is likely"
    const effect = lexicon.embedding.get(lemmaOf(tree, head))?.effect;
    if (effect === 'possible' || effect === 'planned') apply(finder, lexicon, effect, head, walk);
    if (node === walk.trigger) walk.affirmed = true;
  } else if (!comesAbout(tree, head)) {
    if (isKnown(tree, node, walk.type)) settle(walk);
    if (node === walk.trigger) walk.affirmed = true;
  }
}

function climbAdverbial(
  finder: ActorFinder,
  lexicon: EventLexicon,
  node: number,
  head: number,
  marks: readonly string[],
  walk: Walk,
): void {
  const { tree } = finder;
  if (!walk.settled) {
    if (marks.some((m) => IF.has(m)) && !isReached(tree, node, head, marks)) weaken(walk, 'hypothetical');
    else if (prepositionsOf(tree, node).includes('without')) negate(walk);
    else if (isInfinitive(tree, node)) {
      // "spoke of a refusal to meet", where the parser hangs it on the verb
      const noun = nounBefore(tree, lexicon, node, head);
      const ofNoun = noun < 0 ? undefined : effectOfNoun(tree, lexicon, noun);
      if (ofNoun !== undefined && ofNoun !== 'said' && !(isSaidAct(walk) && PLATFORMS.has(lemmaOf(tree, noun)))) {
        apply(finder, lexicon, ofNoun, noun, walk);
        return;
      }
      // "took to Twitter to congratulate her": what is done by saying so is done
      const otherwise = isSaidAct(walk) && isPast(tree, head) ? 'actual' : 'planned';
      const effect = effectAt(tree, lexicon, node, head) ?? otherwise;
      // an infinitive is no report: "pointed to her to win" says nothing of it
      apply(finder, lexicon, effect === 'said' ? otherwise : effect, head, walk);
      // "will not go to meet him": the purpose falls with the act, so go on
      return;
    } else if (marks.some((m) => GERUND_MARKS.has(m))) climbGerund(finder, lexicon, node, head, marks, walk);
    // "called for appointing a judge", but not "called him out for blaming the judge"
    else if (
      marks.includes('for') &&
      childBy(tree, head, 'obj') < 0 &&
      ASKED.has(lexicon.embedding.get(lemmaOf(tree, head))?.effect ?? '')
    )
      effectOf(finder, lexicon, node, head, walk);
    // "rather than funding them"
    else if (INSTEAD.some((words) => [...marks, ...openersOf(tree, node)].includes(words))) negate(walk);
    else if (marks.some((m) => m === 'so') && childrenBy(tree, node, 'aux').some((a) => ABILITY.has(textOf(tree, a))))
      weaken(walk, 'planned');
    else if (isAhead(tree, node, head)) weaken(walk, 'planned');
    else if (isShared(tree, node, head, marks, walk)) {
      // "will weaken the rebels by arming Mali", "will resign, giving way": as far off as the verb above
      walk.affirmed = true;
      return;
    }
  }
  settle(walk);
  if (isOpen(walk) && isPartOfReport(lexicon, tree, node, head)) {
    const told = childBy(tree, head, 'ccomp');
    effectOf(finder, lexicon, told, head, walk);
  }
}
const ABILITY = new Set(['can', 'could', 'may', 'might', 'will', 'would']);

const GERUND_MARKS = new Set(['of', 'from', 'in', 'on', 'about', 'against', 'at']);

/** "accused of stealing", "kept from going", "an interest in receiving". */
function climbGerund(
  finder: ActorFinder,
  lexicon: EventLexicon,
  node: number,
  head: number,
  marks: readonly string[],
  walk: Walk,
): void {
  const { tree } = finder;
  const noun = nounBefore(tree, lexicon, node, head);
  const effect = noun < 0 ? undefined : effectOfNoun(tree, lexicon, noun);
  // "praised for his efforts in building ties": built they are
  const made = marks.includes('in') && lemmaOf(tree, noun) !== 'interest';
  if (effect !== undefined && !made) apply(finder, lexicon, effect, noun, walk);
  else if (marks.includes('of') || marks.includes('from')) effectOf(finder, lexicon, node, head, walk);
}

/** The words before a clause, joined with what is fixed to them ("rather_than"), whatever the parser calls them. */
const openersOf = (tree: Tree, node: number): string[] => [
  ...prepositionsOf(tree, node),
  ...childrenBy(tree, node, 'cc', 'mark').map((c) =>
    [textOf(tree, c), ...childrenBy(tree, c, 'fixed').map((f) => textOf(tree, f))].join('_'),
  ),
];

/** A participle behind a verb that is still to come, or the means of it; what one does by saying so may be done already. */
function isShared(tree: Tree, node: number, head: number, marks: readonly string[], walk: Walk): boolean {
  if (xposOf(tree, node) !== 'VBG' || childBy(tree, node, 'nsubj', 'aux') >= 0 || isSaidAct(walk)) return false;
  const isToCome = childrenBy(tree, head, 'aux').some((a) => Object.hasOwn(MODALS, textOf(tree, a)));
  if (!isToCome && !isInfinitive(tree, head)) return false;
  if (marks.length > 0 || prepositionsOf(tree, node).length > 0)
    return [...marks, ...prepositionsOf(tree, node)].every((m) => MEANS.has(m));
  return node > head && isToCome;
}
const MEANS = new Set(['by', 'through', 'before']);
