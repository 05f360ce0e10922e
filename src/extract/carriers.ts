/** The verbs that an event noun leans on: above it, below it, or saying no more than that it happens. */
import { obliquesOf } from './phrases';
import {
  baseRelation,
  childBy,
  childrenBy,
  headOf,
  isNominal,
  isPassive,
  lemmaOf,
  relationOf,
  type Tree,
  uposOf,
} from './tree';

/** The verb that an event noun leans on ("launched an ATTACK"), or -1. */
export function governorOf(tree: Tree, noun: number): number {
  let node = noun;
  // "imposed asset freezes and travel bans": the second noun leans on the same verb
  if (relationOf(tree, node) === 'conj' && isNominal(tree, headOf(tree, node))) node = headOf(tree, node);
  const head = headOf(tree, node);
  if (head < 0) return -1;
  const relation = relationOf(tree, node);
  if (relation === 'obj' || relation === 'nsubj:pass' || relation === 'xcomp')
    return uposOf(tree, head) === 'VERB' ? head : -1;
  if (relation === 'nsubj' && childBy(tree, head, 'aux:pass') >= 0) return head;
  if (baseRelation(tree, node) === 'obl' && uposOf(tree, head) === 'VERB') return head;
  return -1;
}

/** The verb of the relative clause that carries the noun: "the attack (that was) launched by X", "talks they held". */
export function carrierBelow(tree: Tree, noun: number): number {
  return childrenBy(tree, noun, 'acl', 'acl:relcl').find((c) => uposOf(tree, c) === 'VERB') ?? -1;
}

/** The verb that says no more of its subject than that it happens ("a clash BROKE out"), or -1. */
export function happeningOf(tree: Tree, noun: number): number {
  const verb = headOf(tree, noun);
  const subject = verb >= 0 && (relationOf(tree, noun) === 'nsubj' || relationOf(tree, noun) === 'nsubj:pass');
  return subject && HAPPENING.has(lemmaOf(tree, verb)) ? verb : -1;
}
const HAPPENING = new Set(
  'begin break collapse continue emerge ensue erupt escalate exist expand flare follow grow happen hold intensify loom mount occur open persist rage resume schedule simmer spread stall start take'.split(
    ' ',
  ),
);

/** "a raid blamed on the clan", "a plot attributed to the clan": those whom it is laid at the door of. */
export function imputedTo(tree: Tree, noun: number): number[] {
  // "a raid on the village blamed on the clan": the parser may hang the participle on the nearer noun
  const nouns = [noun, ...childrenBy(tree, noun, 'nmod')];
  return nouns
    .flatMap((one) => childrenBy(tree, one, 'acl', 'acl:relcl'))
    .flatMap((verb) => {
      const preposition = IMPUTING[lemmaOf(tree, verb)];
      return preposition === undefined || !isPassive(tree, verb) ? [] : obliquesOf(tree, [verb], preposition);
    });
}
const IMPUTING: Readonly<Record<string, string>> = { blame: 'on', pin: 'on', attribute: 'to', ascribe: 'to' };
