import { type Tree, textOf } from './tree';

const PHRASAL: Readonly<Record<string, readonly string[]>> = {
  hand: ['over', 'back', 'in'],
  turn: ['over', 'down', 'away', 'in'],
  take: ['over', 'back', 'away'],
  give: ['up', 'away', 'back', 'over'],
  call: ['off', 'up'],
  break: ['off', 'up'],
  cut: ['off'],
  fend: ['off'],
  blow: ['up'],
  round: ['up'],
  shoot: ['down'],
  shut: ['down'],
  lay: ['down', 'off'],
  put: ['down'],
  gun: ['down'],
  strike: ['down'],
  throw: ['out'],
  rule: ['out'],
  drive: ['out', 'back'],
  push: ['back'],
  win: ['back', 'over'],
  hold: ['up', 'back'],
};

/** "hand over", "call off": the word right behind the verb is its particle. */
export const isPhrasal = (tree: Tree, verb: number): boolean =>
  tree.sentenceOf[verb] === tree.sentenceOf[verb + 1] &&
  (PHRASAL[(tree.doc.lemmas[verb] ?? '').toLowerCase()] ?? []).includes(textOf(tree, verb + 1));
