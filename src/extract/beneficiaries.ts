/** Whom help reaches where only its purpose tells: "gave money to fight cholera in Chad", "funds for those displaced in Mali". */
import { type Actor, type ActorFinder, actorsOf, chainOf, typeOf } from './actors';
import { isInfinitive } from './phrases';
import { baseRelation, childrenOf, isVerb, prepositionsOf, relationOf, type Tree } from './tree';

const DEPTH = 6;
const BELOW: ReadonlySet<string> = new Set(['obj', 'obl', 'nmod', 'advcl', 'acl', 'xcomp', 'conj', 'ccomp']);
const REACHED: ReadonlySet<string> = new Set(['in', 'for', 'across', 'throughout', 'to', 'inside']);
const WHERE: ReadonlySet<string> = new Set(['Country', 'Place']);
const WHOM: ReadonlySet<string> = new Set(['Country', 'Group']);

/**
 * The nearest country, place or people named in the purpose of what is given.
 *
 * @param nodes - the trigger and the words of its phrase
 * @param not - chains that take part already
 */
export function beneficiariesOf(
  finder: ActorFinder,
  nodes: readonly number[],
  not: ReadonlySet<number>,
  may: (actor: Actor) => boolean,
): Actor[] {
  const { doc, tree } = finder;
  let layer = purposesOf(tree, nodes);
  for (let depth = 0; depth < DEPTH && layer.length > 0; depth++) {
    for (const token of layer) {
      const prepositions = prepositionsOf(tree, token).filter((p) => REACHED.has(p));
      if (prepositions.length === 0) continue;
      const kinds = prepositions.includes('for') || prepositions.includes('to') ? WHOM : WHERE;
      const found = actorsOf(finder, token, 'none').filter(
        (a) => !not.has(chainOf(doc, a.mention)) && kinds.has(typeOf(doc, a.mention) ?? '') && may(a),
      );
      if (found.length > 0) return found.map((a) => ({ ...a, steps: a.steps + 2, via: 'purpose' }));
    }
    layer = layer.flatMap((token) => belowOf(tree, token));
  }
  return [];
}

const belowOf = (tree: Tree, token: number): number[] =>
  childrenOf(tree, token).filter((c) => c > token && BELOW.has(baseRelation(tree, c)));

/** Clauses and phrases that say what something is for, at the words of the act and at what is given. */
function purposesOf(tree: Tree, nodes: readonly number[]): number[] {
  const given = nodes.flatMap((node) => belowOf(tree, node).filter((c) => !isVerb(tree, c)));
  return [...nodes, ...given].flatMap((node) =>
    belowOf(tree, node).filter(
      (c) =>
        (isVerb(tree, c) && (isInfinitive(tree, c) || relationOf(tree, c) === 'acl')) ||
        prepositionsOf(tree, c).some((p) => p === 'for' || p === 'toward' || p === 'towards'),
    ),
  );
}
