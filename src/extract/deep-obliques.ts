/** Phrases with a preposition that the parser hung deeper than they stand. */
import { baseRelation, childrenOf, isPassive, isVerb, prepositionsOf, relationOf, type Tree } from './tree';

/** Prepositions whose phrase may hang deeper than it should. */
export const DEEP: ReadonlySet<string> = new Set(['against', 'to', 'with', 'from', 'on', 'for', 'at', 'into', 'by']);
const DEEP_RELATIONS = new Set(['obj', 'obl', 'nmod', 'appos', 'conj', 'iobj', 'advcl', 'xcomp']);

/**
 * A phrase with the preposition up to four arcs below the trigger, to its right, not in clauses of others; through a
 * participle only to what its nouns carry ("returned a ring engraved with a lion to the museum").
 */
export function deepObliques(tree: Tree, head: number, words: readonly number[], preposition: string): number[] {
  let layer = [head, ...words];
  for (let depth = 0; depth < 5; depth++) {
    const next: number[] = [];
    for (const node of layer) {
      const inside = node !== head && isVerb(tree, node);
      for (const c of childrenOf(tree, node)) {
        const participle = relationOf(tree, c) === 'acl' && isVerb(tree, c) && isPassive(tree, c);
        if (c < head || (isVerb(tree, c) ? !participle : !DEEP_RELATIONS.has(baseRelation(tree, c)))) continue;
        if (!inside && prepositionsOf(tree, c).includes(preposition) && !words.includes(c)) return [c];
        next.push(c);
      }
    }
    layer = next;
  }
  return [];
}
