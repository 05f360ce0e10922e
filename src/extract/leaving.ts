/** Who is taken out of a place: its name behind "from" is no home of theirs. */
import { headOf, lemmaOf, prepositionsOf, relationOf, type Tree } from './tree';

/** "withdrew its engineers from Mali", "the expulsion of envoys from Peru": the from-phrase tells where they leave. */
export function leavesFrom(tree: Tree, noun: number): boolean {
  const above = headOf(tree, noun);
  if (above < 0 || !LEAVING.has(lemmaOf(tree, above))) return false;
  const relation = relationOf(tree, noun);
  return ['obj', 'nsubj:pass'].includes(relation) || (relation === 'nmod' && prepositionsOf(tree, noun).includes('of'));
}
const LEAVING = new Set(
  'withdraw withdrawal pull pullout pull-out evacuate evacuation recall expel expulsion remove removal exclude exclusion'.split(
    ' ',
  ),
);
