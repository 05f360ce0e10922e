/** The phrases and clauses that hang on a word, and the noun behind a relative pronoun. */
import { isTime } from './garden-path';
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isNominal,
  isVerb,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
  uposOf,
  xposOf,
} from './tree';

export const RELATIVES = new Set(['who', 'whom', 'which', 'that', 'whose']);

/** For a relative pronoun the noun that its clause hangs on ("the strike that killed"), else the token itself. */
export function antecedentOf(tree: Tree, token: number): number {
  if (!RELATIVES.has(textOf(tree, token)) || isDeterminer(tree, token)) return token;
  for (let node = token, steps = 0; node >= 0 && steps < 6; steps++) {
    const head = headOf(tree, node);
    if (head >= 0 && relationOf(tree, node) === 'acl:relcl' && head < token) return cleft(tree, head);
    node = head;
  }
  return nounBeforeComma(tree, token);
}

/** "the premier is the one who expelled them": the premier. */
function cleft(tree: Tree, noun: number): number {
  if (!['one', 'ones'].includes(textOf(tree, noun)) || childBy(tree, noun, 'cop') < 0) return noun;
  const subject = childBy(tree, noun, 'nsubj');
  return subject < 0 ? noun : subject;
}

/** "a call, which the office said he had made": where the parser hangs the clause elsewhere, the noun right before "which" or "who". */
function nounBeforeComma(tree: Tree, token: number): number {
  const text = textOf(tree, token);
  if (text === 'that' || text === 'whose') return token;
  let before = textOf(tree, token - 1) === ',' ? token - 2 : token - 1;
  if (before < 0 || !isNominal(tree, before) || tree.sentenceOf[before] !== tree.sentenceOf[token]) return token;
  while (['compound', 'flat'].includes(relationOf(tree, before)) && headOf(tree, before) >= 0)
    before = headOf(tree, before);
  return before;
}

const isDeterminer = (tree: Tree, token: number): boolean => {
  const relation = relationOf(tree, token);
  return relation === 'det' || relation === 'mark';
};

export function isInfinitive(tree: Tree, verb: number): boolean {
  return childrenOf(tree, verb).some((c) => relationOf(tree, c) === 'mark' && textOf(tree, c) === 'to');
}

/** "insisted that he HAD left", "that they PLAY no part" in the indicative: what is said to be so, not what is wished. */
export function isStatement(tree: Tree, clause: number): boolean {
  const auxiliaries = childrenBy(tree, clause, 'aux', 'aux:pass', 'cop').map((a) => textOf(tree, a));
  if (auxiliaries.some((a) => WISHING.has(a))) return false;
  return auxiliaries.length > 0 || ['VBD', 'VBZ'].includes(xposOf(tree, clause));
}
/** "will go", "may have gone". */
export const hasModal = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'aux').some((a) => xposOf(tree, a) === 'MD');

const WISHING = new Set(['should', 'must', 'shall', 'ought', 'be']);

/** Nominals that hang on one of the nodes with the preposition. */
export function obliquesOf(tree: Tree, nodes: readonly number[], preposition: string): number[] {
  const found: number[] = [];
  // "declared a truce on Monday in the valley": what hangs on a day is said of the act
  const days = nodes.flatMap((node) =>
    childrenBy(tree, node, 'obl', 'nmod', 'obl:unmarked').filter((c) => isTime(tree, c)),
  );
  for (const node of [...nodes, ...days]) {
    for (const c of childrenOf(tree, node)) {
      const relation = baseRelation(tree, c);
      if (relation !== 'obl' && relation !== 'nmod' && relation !== 'advcl' && relation !== 'acl' && relation !== 'dep')
        continue;
      if (!isNominal(tree, c)) continue;
      if (!prepositionsOf(tree, c).includes(preposition) || inFixedPhrase(tree, c, preposition)) continue;
      found.push(antecedentOf(tree, c));
    }
  }
  return found;
}

/** "in line with the president's wish", "in accordance with", "because of": no partner of the act. */
function inFixedPhrase(tree: Tree, nominal: number, preposition: string): boolean {
  const word = childrenBy(tree, nominal, 'case').find((c) => textOf(tree, c) === preposition);
  return word !== undefined && FIXED.has(textOf(tree, word - 1));
}
const FIXED = new Set([
  'line',
  'accordance',
  'connection',
  'relation',
  'keeping',
  'contrast',
  'addition',
  'response',
  'front',
  'terms',
  'compliance',
  'due',
  'according',
  'thanks',
  'because',
  'instead',
  'ahead',
  'outside',
  'regard',
  'respect',
  'comparison',
  'reference',
]);

/** The clause below a verb or noun: "agreed TO CLOSE", "said that X HAD", "a plan TO CLOSE". */
export function complementOf(tree: Tree, head: number): number {
  const direct = childBy(tree, head, 'xcomp', 'ccomp');
  if (direct >= 0) return direct;
  const infinitive = childrenBy(tree, head, 'advcl', 'acl', 'advcl:relcl').find((c) => isInfinitive(tree, c));
  if (infinitive !== undefined) return infinitive;
  const marked = childrenBy(tree, head, 'acl', 'advcl').find(
    (c) => isVerb(tree, c) && childrenOf(tree, c).some((m) => relationOf(tree, m) === 'mark'),
  );
  // "its demand that Oslo lift the ban": no relative clause, whatever the parser calls it
  return marked ?? childrenBy(tree, head, 'acl:relcl').find((c) => isVerb(tree, c) && isThatClause(tree, c)) ?? -1;
}

/** A clause with "that" and a subject of its own. */
const isThatClause = (tree: Tree, clause: number): boolean =>
  childrenBy(tree, clause, 'mark').some((m) => textOf(tree, m) === 'that') &&
  childBy(tree, clause, 'nsubj', 'nsubj:pass') >= 0;

/** "Among those arrested were Ruiz and Prieto", "the others shot include Ruiz": those, and who they are. */
export function whoever(tree: Tree, noun: number): number[] {
  const above = headOf(tree, noun);
  // "Ruiz is among those arrested"
  const one = childBy(tree, noun, 'cop') >= 0 && prepositionsOf(tree, noun).includes('among');
  if (one) return [...childrenBy(tree, noun, 'nsubj'), noun];
  if (above < 0 || !['nsubj', 'obl', 'nmod'].includes(relationOf(tree, noun))) return [noun];
  const among = prepositionsOf(tree, noun).includes('among');
  if (relationOf(tree, noun) !== 'nsubj' && !among) return [noun];
  if (lemmaOf(tree, above) === 'include') return [noun, ...childrenBy(tree, above, 'obj')];
  const told =
    childBy(tree, above, 'cop') >= 0 && ['NOUN', 'PROPN', 'PRON'].includes(uposOf(tree, above)) && above > noun;
  return told && (among || uposOf(tree, above) === 'PROPN') ? [noun, above] : [noun];
}

/** "killed at least six people", "trained over 40 guards": the number that stands with a preposition. */
export function isCounted(tree: Tree, nominal: number, verb: number): boolean {
  // "at least", whatever it hangs on
  const atLeast = textOf(tree, verb + 1) === 'at' && ['least', 'most'].includes(textOf(tree, verb + 2));
  if (atLeast) return nominal > verb + 2 && childrenBy(tree, nominal, 'nummod').length > 0;
  const word = childrenBy(tree, nominal, 'case')[0];
  if (word === undefined || word !== verb + 1) return false;
  return ['over', 'about', 'around', 'under'].includes(textOf(tree, word)) && uposOf(tree, word + 1) === 'NUM';
}
