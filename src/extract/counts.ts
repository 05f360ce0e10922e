/**
 * How many were killed, injured, arrested, and how many voted for and against, where the text counts them.
 * "at least 10 people" counts 10; "dozens" and "several" count nothing.
 */
import type { CountKind } from '../document';
import type { EventType } from '../ontology';
import { readNumber } from './counts-number';
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

export type Counts = Partial<Record<CountKind, number>>;

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

/** `trigger`: document index of the head of the event's trigger. */
export function countsOf(tree: Tree, trigger: number, type: EventType): Counts {
  if (VOTES.has(type)) return votesIn(tree, trigger);
  if (type !== 'ARRESTED' && !VIOLENT.has(type)) return {};
  const counts: Counts = {};
  for (const verb of [trigger, ...consequences(tree, trigger)]) {
    const [kind, count] = victimsOf(tree, verb) ?? [];
    if (kind === undefined || count === undefined || counts[kind] !== undefined) continue;
    if ((kind === 'arrested') === (type === 'ARRESTED')) counts[kind] = count;
  }
  return counts;
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
  if (lemma === 'die') {
    const dead = countAt(tree, childrenBy(tree, trigger, 'nsubj')[0]);
    return dead === null ? null : ['killed', dead];
  }
  if (lemma === 'leave') return leftBehind(tree, trigger);
  const kind = VICTIM_VERBS.get(lemma);
  if (kind && uposOf(tree, trigger) !== 'NOUN') {
    const role = isPassive(tree, trigger)
      ? childrenBy(tree, trigger, 'nsubj:pass', 'nsubj')
      : childrenBy(tree, trigger, 'obj');
    // a reduced relative: "six farmers killed by a mine"
    const victim =
      role[0] ??
      (relationOf(tree, trigger) === 'acl' && xposOf(tree, trigger) !== 'VBG' ? headOf(tree, trigger) : undefined);
    const count = countAt(tree, victim) ?? sharedSubject(tree, trigger);
    return count === null ? null : [kind, count];
  }
  const nounKind = VICTIM_NOUNS.get(lemma);
  if (!nounKind) return null;
  const victim = childrenBy(tree, trigger, 'nmod').find((c) => prepositionsOf(tree, c).includes('of'));
  const count = countAt(tree, victim);
  return count === null ? null : [nounKind, count];
}

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
  const count = countAt(tree, childrenBy(tree, verb, 'obj')[0]);
  return state && count !== null ? [state, count] : null;
}

/** The number of a noun phrase, its conjuncts added where each has one: "three guards and two drivers". */
export function countAt(tree: Tree, head: number | undefined): number | null {
  if (head === undefined) return null;
  const own = ownCount(tree, head);
  if (own === null) return null;
  const joined = childrenBy(tree, head, 'conj').map((c) => ownCount(tree, c));
  // with a colon the list spells out the number, it does not add to it
  const listed = childrenOf(tree, head).some((c) => textOf(tree, c) === ':');
  return listed || joined.some((n) => n === null) ? own : joined.reduce((sum: number, n) => sum + (n ?? 0), own);
}

function ownCount(tree: Tree, head: number): number | null {
  const number = uposOf(tree, head) === 'NUM' ? head : childrenBy(tree, head, 'nummod')[0];
  if (number === undefined) return null;
  const parts = [number, ...childrenBy(tree, number, 'compound', 'flat', 'nummod')].sort((a, b) => a - b);
  const first = parts[0] ?? number;
  const last = parts.at(-1) ?? number;
  const words: string[] = [];
  for (let i = first; i <= last; i++) words.push(textOf(tree, i));
  return readNumber(words);
}

/** "by 52 votes to 48", "voted 52-48", "by a vote of 52 to 48", "52 in favor and 48 against". */
function votesIn(tree: Tree, trigger: number): Counts {
  const sentence = tree.doc.sentences[tree.sentenceOf[trigger] ?? -1];
  if (!sentence) return {};
  const words: string[] = [];
  for (let i = sentence.start; i < sentence.end; i++) words.push(textOf(tree, i));
  const text = words.join(' ');
  const number = '(\\d[\\d,]*|[a-z]+(?: - [a-z]+)?)';
  const digits = '(\\d[\\d,]*)';
  const margin =
    new RegExp(
      `\\bby (?:a )?(?:vote|margin|majority)? ?(?:of )?${digits}(?: votes?)? ?(?:to|-|–|against) ?${digits}`,
    ).exec(text) ??
    new RegExp(`\\bby ${number} votes to ${number}`).exec(text) ??
    new RegExp(
      `\\b(?:vote[ds]?|voting|passed|approved|adopted|rejected|defeated)(?: of)? ${digits} ?(?:to|-|–) ?${digits}`,
    ).exec(text) ??
    new RegExp(`\\b${digits} ?(?:-|–|to) ?${digits} (?:vote|majority|margin)\\b`).exec(text) ??
    // "rejected the bill 60-40"
    new RegExp(`(?:^| )${digits} ?[-–] ?${digits}(?= |$)`).exec(text);
  if (margin) return votes(margin[1], margin[2], /\b(?:reject|defeat|vote[ds]? (?:down|against))/.test(text));
  const favour = new RegExp(
    `\\b${number} (?:votes? |members? |lawmakers? |deputies |mps |senators )?(?:voted )?(?:in favou?r|for)\\b`,
  ).exec(text);
  const against = new RegExp(
    `\\b${number} (?:votes? |members? |lawmakers? |deputies |mps |senators )?(?:voted )?against\\b`,
  ).exec(text);
  return votes(favour?.[1], against?.[1], false);
}

/** `lost`: the first number of a margin is the winner's, and those who won voted against. */
function votes(first: string | undefined, second: string | undefined, lost: boolean): Counts {
  const read = (words: string | undefined) => (words === undefined ? null : readNumber(words.split(' ')));
  const [a, b] = lost ? [read(second), read(first)] : [read(first), read(second)];
  return { ...(a === null ? {} : { votesFor: a }), ...(b === null ? {} : { votesAgainst: b }) };
}
