/**
 * How many were killed, injured, arrested, where the text counts them (and who voted how: counts-votes.ts).
 * "at least 10 people" counts 10; "dozens" and "several" count nothing.
 */
import type { CountKind } from '../document';
import type { EventType } from '../ontology';
import { readNumber } from './counts-number';
import { type Counts, votesIn } from './counts-votes';
import {
  baseRelation,
  childrenBy,
  childrenOf,
  headOf,
  isPassive,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
  uposOf,
  xposOf,
} from './tree';

/** Lemmas that count their victims. */
const VICTIM_VERBS = new Map<string, CountKind>([
  ...['kill', 'murder', 'massacre', 'execute', 'slay', 'assassinate', 'behead', 'lynch'].map(
    (v) => [v, 'killed'] as const,
  ),
  ...['injure', 'wound', 'hurt', 'maim'].map((v) => [v, 'injured'] as const),
  ...['arrest', 'detain', 'jail', 'imprison', 'apprehend'].map((v) => [v, 'arrested'] as const),
]);
/** Nouns with "of": "the killing of six farmers". */
const VICTIM_NOUNS = new Map<string, CountKind>([
  ...['killing', 'murder', 'death', 'massacre', 'execution', 'assassination'].map((n) => [n, 'killed'] as const),
  ...['injury', 'wounding'].map((n) => [n, 'injured'] as const),
  ...['arrest', 'detention'].map((n) => [n, 'arrested'] as const),
]);
const STATES = new Map<string, CountKind>([
  ['dead', 'killed'],
  ['killed', 'killed'],
  ['wounded', 'injured'],
  ['injured', 'injured'],
]);
const VIOLENT: ReadonlySet<EventType> = new Set<EventType>([
  'ATTACKED',
  'KILLED',
  'INJURED',
  'BOMBED',
  'FOUGHT',
  'ABDUCTED',
]);
const VOTES: ReadonlySet<EventType> = new Set<EventType>(['VOTED', 'VOTED_FOR', 'VOTED_AGAINST']);

/** What the event itself does to its targets. */
const OWN_KIND = new Map<EventType, CountKind>([
  ['KILLED', 'killed'],
  ['INJURED', 'injured'],
  ['ARRESTED', 'arrested'],
]);

/**
 * `nodes`: document indices of the trigger, its head first, then the phrase's other words; `targets`: the heads of those to
 * whom it was done, in the same sentence.
 */
export function countsOf(
  tree: Tree,
  nodes: readonly number[],
  type: EventType,
  targets: readonly number[] = [],
): Counts {
  const trigger = nodes[0] ?? -1;
  if (VOTES.has(type)) return votesIn(tree, trigger);
  if (type !== 'ARRESTED' && !VIOLENT.has(type)) return {};
  const counts: Counts = {};
  const take = (kind: CountKind | undefined, count: number | null | undefined) => {
    if (kind === undefined || count === undefined || count === null || counts[kind] !== undefined) return;
    if ((kind === 'arrested') === (type === 'ARRESTED')) counts[kind] = count;
  };
  take(OWN_KIND.get(type), sumOf(tree, targets));
  for (const verb of [...nodes, ...nodes.flatMap((node) => consequences(tree, node))]) {
    const [kind, count] = victimsOf(tree, verb) ?? [];
    take(kind, count);
  }
  return counts;
}

/** The targets together; what is joined to one of them is counted with it. */
function sumOf(tree: Tree, targets: readonly number[]): number | null {
  const tops = targets.filter((t) => !(baseRelation(tree, t) === 'conj' && targets.includes(headOf(tree, t))));
  const counts = tops.map((t) => countAt(tree, t));
  return counts.length === 0 || counts.some((n) => n === null)
    ? null
    : counts.reduce((sum: number, n) => sum + (n ?? 0), 0);
}

/** "attacked the base, killing six and wounding two"; "a blast that killed ten". */
function consequences(tree: Tree, trigger: number): number[] {
  const joined = childrenBy(tree, trigger, 'advcl', 'conj', 'xcomp', 'acl:relcl', 'acl', 'parataxis');
  const shared = joined.filter(
    (c) =>
      uposOf(tree, c) === 'VERB' &&
      !childrenOf(tree, c).some((s) => relationOf(tree, s) === 'nsubj' && uposOf(tree, s) !== 'PRON'),
  );
  const deeper = shared.flatMap((c) => childrenBy(tree, c, 'conj', 'advcl'));
  // "the attack killed ten": the noun's verb tells what came of it
  const head = headOf(tree, trigger);
  const carried =
    uposOf(tree, trigger) !== 'VERB' && baseRelation(tree, trigger) === 'nsubj' && head >= 0
      ? [head, ...childrenBy(tree, head, 'conj', 'advcl')]
      : [];
  return [...shared, ...deeper, ...carried];
}

function victimsOf(tree: Tree, trigger: number): [CountKind, number] | null {
  const lemma = lemmaOf(tree, trigger);
  if (lemma === 'die' || lemma === 'perish')
    return kindOf('killed', countAt(tree, childrenBy(tree, trigger, 'nsubj')[0]));
  if (lemma === 'leave') return leftBehind(tree, trigger);
  const kind = VICTIM_VERBS.get(lemma);
  if (kind && uposOf(tree, trigger) !== 'NOUN')
    return kindOf(kind, countAt(tree, victimOf(tree, trigger)) ?? sharedSubject(tree, trigger));
  if (CAUSING.has(lemma)) return causedBy(tree, trigger);
  return tollOf(tree, trigger);
}

const kindOf = (kind: CountKind, count: number | null): [CountKind, number] | null =>
  count === null ? null : [kind, count];

/** To whom a verb does it: its object, its passive subject, or the noun of which it is told ("six farmers who were killed"). */
function victimOf(tree: Tree, verb: number): number | undefined {
  const relative = /^acl/.test(relationOf(tree, verb)) && xposOf(tree, verb) !== 'VBG' ? headOf(tree, verb) : undefined;
  if (!isPassive(tree, verb)) return objectOf(tree, verb) ?? undefined;
  const subject = childrenBy(tree, verb, 'nsubj:pass', 'nsubj')[0];
  return subject === undefined || uposOf(tree, subject) === 'PRON' ? (relative ?? subject) : subject;
}

/** The object, also where its "at least" or "up to" is taken for a preposition. */
function objectOf(tree: Tree, verb: number): number | undefined {
  const object = childrenBy(tree, verb, 'obj')[0];
  if (object !== undefined) return object;
  return childrenBy(tree, verb, 'obl').find((noun) => {
    const first = subtreeStart(tree, noun);
    const words = [0, 1].map((k) => textOf(tree, first + k)).join(' ');
    return (
      first === verb + 1 && /^(?:at (?:least|most)|up to|close to|as many|more than|over \d+|about \d+)/.test(words)
    );
  });
}

const subtreeStart = (tree: Tree, node: number): number =>
  Math.min(node, ...childrenOf(tree, node).map((c) => (c < node ? subtreeStart(tree, c) : c)));

/** Verbs whose object is the toll: "caused 12 deaths", "claimed six lives", "resulted in the death of ten". */
const CAUSING = new Set(['cause', 'result', 'lead', 'claim', 'report', 'make']);

function causedBy(tree: Tree, verb: number): [CountKind, number] | null {
  for (const noun of childrenBy(tree, verb, 'obj', 'obl')) {
    if (lemmaOf(tree, verb) === 'claim' && lemmaOf(tree, noun) === 'life')
      return kindOf('killed', ownCount(tree, noun) ?? countAt(tree, ofWhom(tree, noun)));
    const toll = tollOf(tree, noun);
    if (toll) return toll;
  }
  return null;
}

/** "the killing of six farmers", "12 arrests". */
function tollOf(tree: Tree, noun: number): [CountKind, number] | null {
  const kind = VICTIM_NOUNS.get(lemmaOf(tree, noun));
  if (!kind || uposOf(tree, noun) !== 'NOUN') return null;
  return kindOf(kind, countAt(tree, ofWhom(tree, noun)) ?? ownCount(tree, noun));
}

const ofWhom = (tree: Tree, noun: number): number | undefined =>
  childrenBy(tree, noun, 'nmod').find((c) => prepositionsOf(tree, c).includes('of'));

/** "six were killed and 12 wounded": the number stands where the noun would. */
function sharedSubject(tree: Tree, verb: number): number | null {
  if (baseRelation(tree, verb) !== 'conj') return null;
  const before = childrenOf(tree, verb).find((c) => uposOf(tree, c) === 'NUM' && c < verb);
  return before === undefined ? null : countAt(tree, before);
}

/** "left 12 dead", "left 12 people injured". */
function leftBehind(tree: Tree, verb: number): [CountKind, number] | null {
  const state = childrenOf(tree, verb)
    .map((c) => STATES.get(textOf(tree, c)))
    .find(Boolean);
  const count = countAt(tree, objectOf(tree, verb));
  return state && count !== null ? [state, count] : null;
}

/** The number of a noun phrase, its conjuncts added where each has one: "three guards and two drivers". */
export function countAt(tree: Tree, head: number | undefined): number | null {
  if (head === undefined) return null;
  // "one of two men"
  const of = headOf(tree, head);
  if (of >= 0 && uposOf(tree, of) === 'NUM' && prepositionsOf(tree, head).includes('of')) return ownCount(tree, of);
  const own = ownCount(tree, head);
  if (own === null) return null;
  // "six guards and a driver"
  const joined = childrenBy(tree, head, 'conj').map((c) => ownCount(tree, c) ?? (isSingle(tree, c) ? 1 : null));
  // with a colon the list spells out the number, it does not add to it
  const listed = childrenOf(tree, head).some((c) => textOf(tree, c) === ':');
  return listed || joined.some((n) => n === null) ? own : joined.reduce((sum: number, n) => sum + (n ?? 0), own);
}

const isSingle = (tree: Tree, noun: number): boolean =>
  xposOf(tree, noun) === 'NN' && childrenBy(tree, noun, 'det').some((d) => /^(?:an?|another)$/.test(textOf(tree, d)));

function ownCount(tree: Tree, head: number): number | null {
  if (textOf(tree, head) === 'another') return 1;
  // "10 trade union leaders": the number hangs on the kind
  const plural = xposOf(tree, head) === 'NNS';
  const kinds = plural ? childrenBy(tree, head, 'compound').flatMap((c) => childrenBy(tree, c, 'nummod')) : [];
  const number = uposOf(tree, head) === 'NUM' ? head : (childrenBy(tree, head, 'nummod')[0] ?? kinds[0]);
  if (number === undefined) return null;
  const parts = [number, ...childrenBy(tree, number, 'compound', 'flat', 'nummod')].sort((a, b) => a - b);
  const first = parts[0] ?? number;
  const last = parts.at(-1) ?? number;
  const words: string[] = [];
  for (let i = first; i <= last; i++) words.push(textOf(tree, i));
  return readNumber(words);
}
