/** The small words of a phrase: particles, auxiliaries, "no". */
import { childrenBy, headOf, isVerb, relationOf, type Tree, textOf, uposOf } from './tree';

const PHRASAL: Readonly<Record<string, readonly string[]>> = {
  hand: ['over', 'back', 'in'],
  turn: ['over', 'down', 'away', 'in', 'back'],
  take: ['over', 'back', 'away', 'in'],
  pick: ['up'],
  send: ['back'],
  lock: ['up'],
  let: ['in'],
  kick: ['out'],
  carry: ['out'],
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

/** "WILL not lift", "says that Tripoli MUST", "has NO intention": auxiliaries of the verb and of what it says, "no" before a noun of the phrase. */
export function helpersOf(tree: Tree, head: number, near: readonly number[]): number[] {
  const verbs = isVerb(tree, head) ? [head, ...childrenBy(tree, head, 'ccomp')] : [];
  const auxiliaries = verbs.flatMap((v) => childrenBy(tree, v, 'aux'));
  return [...auxiliaries, ...near.flatMap((t) => childrenBy(tree, t, 'det').filter((d) => textOf(tree, d) === 'no'))];
}

export const PARTICLES: ReadonlySet<string> = new Set([
  'over',
  'up',
  'off',
  'back',
  'down',
  'out',
  'away',
  'in',
  'aside',
]);
export const isParticle = (tree: Tree, token: number): boolean =>
  PARTICLES.has(textOf(tree, token)) && ['ADP', 'ADV', 'PART'].includes(uposOf(tree, token));

/** "gave IN", "handed it OVER", but no "in" of a phrase further on ("give back to Chad in two fields"). */
export const isParticleOf = (tree: Tree, verb: number, token: number): boolean =>
  token === verb + 1 || (headOf(tree, token) === verb && relationOf(tree, token) !== 'case');

/** "sit-in", which is read as three words: the whole at its last, or ''. */
export function hyphened({ doc }: Tree, token: number): string {
  const [first, hyphen, last] = [doc.tokens[token - 2], doc.tokens[token - 1], doc.tokens[token]];
  if (!first || !last || hyphen?.text !== '-' || first.end !== hyphen.start || hyphen.end !== last.start) return '';
  return `${first.text}-${doc.lemmas[token] ?? ''}`.toLowerCase();
}
