/** Who stands behind a thing that no part of an event can be: whose place it is, who is suspected, who made it. */
import { type Actor, type ActorFinder, actorsOf, chainOf, typeOf } from './actors';
import { callBehind } from './called';
import { logicalSubjects } from './clause';
import type { EventLexicon, EventSense } from './lexicon';
import { RELATIVES } from './phrases';
import {
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isVerb,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
} from './tree';

/** What is done to a place of no name is done to whose it is ("raided the firm's headquarters"); whoever leaves an office leaves its body. */
export function ownersOfRefused(
  finder: ActorFinder,
  { type, pos }: EventSense,
  refused: readonly Actor[],
  not: ReadonlySet<number>,
  may: (actor: Actor) => boolean,
): Actor[] {
  const { doc, tree } = finder;
  if (pos !== 'verb' || STAYS_THERE.has(type)) return [];
  return refused.flatMap(({ mention }) => {
    const place = doc.mentions[mention];
    const wanted = type === 'RESIGNED_FROM' ? 'Person' : 'Place';
    if (place === undefined || place.kind === 'pronoun' || typeOf(doc, mention) !== wanted) return [];
    if (wanted === 'Place' && place.kind === 'name') return [];
    const of = childrenBy(tree, place.head, 'nmod').filter((c) => prepositionsOf(tree, c).includes('of'));
    return [...childrenBy(tree, place.head, 'nmod:poss'), ...of]
      .flatMap((t) => actorsOf(finder, t, 'none'))
      .filter((a) => !not.has(chainOf(doc, a.mention)) && typeOf(doc, a.mention) !== 'Place' && may(a))
      .map((a) => ({ ...a, steps: a.steps + 1, via: 'owner' }));
  });
}
/** Where the place itself is meant. */
const STAYS_THERE: ReadonlySet<string> = new Set([
  'VISITED',
  'DEPLOYED_TO',
  'WITHDREW_FROM',
  'HOSTED',
  'MET_WITH',
  'AIDED',
]);

/** "an inquiry into claims that two guards robbed the bank", "suspicions he evaded taxes": the guards, he. */
export function suspects(tree: Tree, thing: number): number[] {
  const clauses = childrenBy(tree, thing, 'acl', 'ccomp', 'acl:relcl').filter(
    (clause) => textOf(tree, firstOf(tree, clause)) !== 'which' && textOf(tree, firstOf(tree, clause)) !== 'who',
  );
  // the parser may hang the clause on the verb: the "that" right behind the noun tells
  const that = thing + 1;
  if (MARKS.has(textOf(tree, that)) && relationOf(tree, that) === 'mark' && headOf(tree, that) > that)
    clauses.push(headOf(tree, that));
  return clauses.flatMap((clause) => childrenBy(tree, clause, 'nsubj')).filter((t) => !RELATIVES.has(textOf(tree, t)));
}
const MARKS: ReadonlySet<string> = new Set(['that', 'whether', 'if']);
const firstOf = (tree: Tree, head: number): number => Math.min(head, ...childrenOf(tree, head));

/** "released a statement that rebuffed him", "launched a raid that killed two": whoever made the thing. */
export function makersOf(finder: ActorFinder, lexicon: EventLexicon, thing: number, depth = 0): Actor[] {
  const { tree } = finder;
  const above = headOf(tree, thing);
  const relation = relationOf(tree, thing);
  if (above < 0 || depth > 1 || !isVerb(tree, above) || (relation !== 'obj' && relation !== 'nsubj:pass')) return [];
  const lemma = lemmaOf(tree, above);
  if (lexicon.supports.get(lemma)?.subject !== 'source' && !MAKING.has(lemma)) return [];
  return logicalSubjects(tree, lexicon, above).flatMap((t) => actorsOf(finder, t, 'agent'));
}
const MAKING = new Set([
  'release',
  'publish',
  'write',
  'post',
  'circulate',
  'approve',
  'adopt',
  'distribute',
  'tweet',
  'print',
  'air',
  'broadcast',
  'draft',
  'sponsor',
  'table',
  'introduce',
  'plant',
  'fire',
  'drop',
]);

/** Whoever was called, to whom the purpose of the call is put. */
export function calledActors(finder: ActorFinder, verb: number): Actor[] {
  const call = callBehind(finder.tree, verb);
  const called = call < 0 ? -1 : childBy(finder.tree, call, 'obj');
  return called < 0 ? [] : actorsOf(finder, called, 'none');
}
