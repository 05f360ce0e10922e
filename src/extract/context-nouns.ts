/** How an event that a noun names is told: by its adjectives, its determiner, and the verb that it is subject or object of. */
import { type EventType, type Modality, type PloverClass, relationInfo } from '../ontology';
import type { Embedding, EventLexicon } from './lexicon';
import {
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isVerb,
  lemmaOf,
  subtreeSpan,
  type Tree,
  textOf,
  uposOf,
} from './tree';

/** "the planned visit", "a possible strike", "next week's talks". */
const AHEAD: Readonly<Record<string, Modality>> = {
  planned: 'planned',
  proposed: 'planned',
  upcoming: 'planned',
  forthcoming: 'planned',
  future: 'planned',
  scheduled: 'planned',
  intended: 'planned',
  attempted: 'planned',
  prospective: 'planned',
  pending: 'planned',
  impending: 'planned',
  imminent: 'planned',
  looming: 'planned',
  threatened: 'planned',
  promised: 'planned',
  mooted: 'planned',
  expected: 'planned',
  eventual: 'planned',
  possible: 'possible',
  potential: 'possible',
  likely: 'possible',
  hypothetical: 'hypothetical',
};
const NEVER_DONE = new Set([
  'foiled',
  'thwarted',
  'averted',
  'aborted',
  'cancelled',
  'canceled',
  'postponed',
  'abandoned',
]);
const HEARD = new Set('alleged reported suspected supposed purported apparent rumoured rumored claimed'.split(' '));

/** What the adjectives of an event's noun make of it. */
export function adjectiveEffect(tree: Tree, noun: number): { modality?: Modality; never?: true; heard?: string } {
  if (uposOf(tree, noun) !== 'NOUN') return {};
  for (const adjective of childrenBy(tree, noun, 'amod')) {
    const text = textOf(tree, adjective);
    const modality = Object.hasOwn(AHEAD, text) ? AHEAD[text] : undefined;
    if (modality !== undefined) return { modality };
    if (NEVER_DONE.has(text)) return { never: true };
    if (HEARD.has(text)) return { heard: text };
  }
  return {};
}

/** Verbs that say of an event that it comes about: what is denied or planned of them is so of the event. */
const OCCURRING = new Set(
  'happen occur proceed begin start resume materialise materialize commence exist arise'.split(' '),
);
/** Acts that a noun with "the" tells as done ("the arrest will hurt the party"); talks, visits and strikes may be to come. */
const DONE: ReadonlySet<PloverClass | 'FACT' | 'VOTE'> = new Set([
  'ASSAULT',
  'COERCE',
  'SANCTION',
  'ACCUSE',
  'REJECT',
  'REQUEST',
  'SUPPORT',
  'AGREE',
]);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those']);

/** "The talks did not begin", "the visit may not take place": the verb tells whether its subject comes about. */
export function comesAbout(tree: Tree, verb: number): boolean {
  const lemma = lemmaOf(tree, verb);
  if (lemma === 'take') return childrenBy(tree, verb, 'obj').some((o) => textOf(tree, o) === 'place');
  if (lemma === 'go') return textOf(tree, verb + 1) === 'ahead' || textOf(tree, verb + 1) === 'forward';
  return OCCURRING.has(lemma);
}

/** "the killing of the mayor", "their attack": what the hearer knows of. */
export function isKnown(tree: Tree, noun: number, type: EventType | null): boolean {
  if (type === null || isVerb(tree, noun) || !DONE.has(relationInfo(type).plover)) return false;
  return (
    childrenBy(tree, noun, 'det').some((d) => DEFINITE.has(textOf(tree, d))) || childBy(tree, noun, 'nmod:poss') >= 0
  );
}

/**
 * The noun that an infinitive or gerund completes, where the parser hangs it on the verb: "spoke of the WILLINGNESS of the
 * king to meet", "has the RIGHT to jail", "an INTEREST in receiving". -1 where there is none.
 */
export function nounBefore(tree: Tree, lexicon: EventLexicon, clause: number, head: number): number {
  const { start } = subtreeSpan(tree, clause);
  for (let noun = start - 1; noun > head && noun >= start - REACH; noun--) {
    if (uposOf(tree, noun) !== 'NOUN' || !lexicon.embedding.has(`${lemmaOf(tree, noun)}#n`)) continue;
    if (subtreeSpan(tree, noun).end === start && isBelow(tree, noun, head)) return noun;
  }
  return -1;
}
/** Tokens that may stand between the noun and its clause. */
const REACH = 10;

function isBelow(tree: Tree, token: number, head: number): boolean {
  let node = headOf(tree, token);
  for (let steps = 0; node >= 0 && node !== head && steps < 4; steps++) node = headOf(tree, node);
  return node === head;
}

export const effectOfNoun = (tree: Tree, lexicon: EventLexicon, noun: number): Embedding['effect'] | undefined =>
  lexicon.embedding.get(`${lemmaOf(tree, noun)}#n`)?.effect;

/** "no evidence", "no such request". */
export const isNone = (tree: Tree, noun: number): boolean =>
  childrenOf(tree, noun).some(
    (d) => ['no', 'neither'].includes(textOf(tree, d)) && /^(?:det|advmod)/.test(tree.doc.deprels[d] ?? ''),
  );
