/** Anyone the act of a clause is done to, wherever in the clause it says so. */
import { type Actor, type ActorFinder, actorsOf, chainOf, directActor, typeOf } from './actors';
import { indirectObjects, isInfinitive, logicalObjects, obliquesOf } from './clause';
import { deepObliques } from './deep-obliques';
import type { EventLexicon } from './lexicon';
import { childBy, childrenBy, childrenOf, headOf, isVerb, lemmaOf, relationOf, uposOf } from './tree';

export function belongsTo(finder: ActorFinder, actor: Actor, chains: ReadonlySet<number>): boolean {
  const head = finder.doc.mentions[actor.mention]?.head ?? -1;
  return childrenBy(finder.tree, head, 'nmod:poss').some((p) => {
    const owner = directActor(finder, p);
    return owner >= 0 && chains.has(chainOf(finder.doc, owner));
  });
}

const COMPLEMENT_PREPOSITIONS = [
  'with',
  'to',
  'from',
  'against',
  'on',
  'for',
  'at',
  'into',
  'in',
  'over',
  'of',
  'toward',
  'towards',
  'between',
];

const WHERE = new Set(['at', 'in', 'over', 'of', 'on']);
const SENDING: ReadonlySet<string> = new Set([
  'send',
  'give',
  'hand',
  'deliver',
  'provide',
  'supply',
  'extradite',
  'deploy',
  'transfer',
  'return',
  'sell',
  'grant',
  'lend',
  'dispatch',
  'commit',
  'contribute',
  'donate',
]);

/** Anyone the act of a clause is done to: "agreed to provide Togo with grain", "vowed to strike the rebels". */
export function complementActors(
  finder: ActorFinder,
  lexicon: EventLexicon,
  clause: number,
  not: ReadonlySet<number>,
  depth = 0,
): Actor[] {
  const { tree } = finder;
  if (depth > 2) return [];
  const direct = [...indirectObjects(tree, lexicon, clause), ...logicalObjects(tree, lexicon, clause)];
  const others = (actors: readonly Actor[]): Actor[] =>
    actors.filter((a) => !not.has(chainOf(finder.doc, a.mention)) && !belongsTo(finder, a, not));
  // "refused to send peacekeepers to the island": where they are sent
  if (SENDING.has(lemmaOf(tree, clause)) && indirectObjects(tree, lexicon, clause).length === 0)
    for (const token of ['to', 'into'].flatMap((p) => obliquesOf(tree, [clause, ...direct], p))) {
      const actors = others(actorsOf(finder, token, 'any'));
      if (actors.length > 0) return actors;
    }
  // "to provide arms beside food to the island in the gulf": to whom, however deep it hangs
  if (SENDING.has(lemmaOf(tree, clause)) && indirectObjects(tree, lexicon, clause).length === 0)
    for (const token of deepObliques(tree, clause, direct, 'to')) {
      const actors = others(actorsOf(finder, token, 'none'));
      if (actors.length > 0) return actors;
    }
  // "offered to send troops to help the island": whom they are to help
  if (SENDING.has(lemmaOf(tree, clause)))
    for (const c of [clause, ...direct].flatMap((node) => childrenBy(tree, node, 'advcl', 'xcomp', 'acl'))) {
      const actors = isInfinitive(tree, c) ? complementActors(finder, lexicon, c, not, depth + 1) : [];
      if (actors.length > 0) return actors;
    }
  for (const token of direct) {
    const actors = others(actorsOf(finder, token, 'none'));
    if (actors.length > 0) return actors;
  }
  for (const preposition of COMPLEMENT_PREPOSITIONS) {
    for (const token of obliquesOf(tree, [clause, ...direct], preposition)) {
      // "asked to hold meetings in the town": the town is where, not who
      const where =
        WHERE.has(preposition) && (preposition === 'in' || preposition === 'at' || headOf(tree, token) === clause);
      const actors = others(actorsOf(finder, token, 'any')).filter(
        (a) => !where || typeOf(finder.doc, a.mention) !== 'Place',
      );
      if (actors.length > 0) return actors;
    }
  }
  for (const token of direct) {
    // "agreed to point out the victim's remains": nothing is agreed with the victim
    const actors = others(actorsOf(finder, token, 'any')).filter(
      (a) => (a.via !== 'poss' && a.via !== 'of') || typeOf(finder.doc, a.mention) !== 'Person',
    );
    if (actors.length > 0) return actors;
  }
  const below = childrenOf(tree, clause).filter(
    (c) => ['xcomp', 'ccomp', 'advcl'].includes(relationOf(tree, c)) && (isVerb(tree, c) || uposOf(tree, c) === 'ADJ'),
  );
  for (const c of below) {
    const subject = childBy(tree, c, 'nsubj', 'nsubj:pass');
    const actors =
      subject >= 0 ? others(actorsOf(finder, subject, 'agent')) : complementActors(finder, lexicon, c, not, depth + 1);
    if (actors.length > 0) return actors;
  }
  return [];
}
