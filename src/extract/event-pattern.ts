import { relationInfo } from '../ontology';
import { type Actor, type ActorFinder, chainOf, typeOf } from './actors';
import type { Pattern } from './confidence';
import type { Draft } from './draft';
import { baseRelation, headOf, isVerb } from './tree';

const VERBAL: ReadonlySet<string> = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'THREATEN', 'SUPPORT', 'AGREE', 'CONCEDE']);
const FORCE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE']);
const flag = (is: boolean): number => (is ? 1 : 0);

/**
 * The pattern of an event.
 *
 * @param draft - the event
 * @param all - all events of the article: what is told twice is surer
 */
export function eventPattern(finder: ActorFinder, draft: Draft, all: readonly Draft[]): Pattern {
  const { doc } = finder;
  const heads = [...draft.sources, ...draft.targets].flatMap((a) => doc.mentions[a.mention]?.head ?? []);
  const { plover } = relationInfo(draft.type);
  const told = all.filter((other) => other.sources.length > 0 && other.targets.length > 0).length;
  const others = all.filter((other) => other.head !== draft.head && sameEnds(finder, other, draft));
  return {
    bias: 1,
    ...endsOf(finder, draft),
    phrase: flag(draft.words.length > 0),
    again: flag(others.some((other) => other.type === draft.type)),
    pairAgain: flag(others.length > 0),
    reported: flag(draft.context.attributedTo >= 0),
    verbal: flag(VERBAL.has(plover)),
    consult: flag(plover === 'CONSULT'),
    force: flag(FORCE.has(plover)),
    // "In Oslo Ruiz, who ...": both ends before the trigger, or both behind it
    sameSide: flag(heads.length > 1 && (heads.every((h) => h < draft.head) || heads.every((h) => h > draft.head))),
    /** Events of two ends a sentence, in units of one in four: a story about deeds, or one that touches on some. */
    dense: Math.min(2, (4 * told) / Math.max(5, doc.sentences.length)),
    /** Other verbs between trigger and ends, at most three. */
    verbs: Math.min(3, verbsBetween(finder, draft, heads)),
    /** In units of four arcs. */
    deep: Math.min(2, depthOf(finder, draft.head) / 4),
  };
}

const chainsOf = ({ doc }: ActorFinder, actors: readonly Actor[]): Set<number> =>
  new Set(actors.map((a) => chainOf(doc, a.mention)));

function sameEnds(finder: ActorFinder, one: Draft, other: Draft): boolean {
  const sources = chainsOf(finder, other.sources);
  const targets = chainsOf(finder, other.targets);
  return (
    [...chainsOf(finder, one.sources)].some((chain) => sources.has(chain)) &&
    [...chainsOf(finder, one.targets)].some((chain) => targets.has(chain))
  );
}

/** "s." of the sources, "t." of the targets: how they are told, what they are, where they were found. */
function endsOf(finder: ActorFinder, draft: Draft): Pattern {
  const found: Record<string, number> = {};
  for (const actor of draft.sources) for (const name of endFeatures(finder, actor)) found[`s.${name}`] = 1;
  for (const actor of draft.targets) {
    for (const name of endFeatures(finder, actor)) found[`t.${name}`] = 1;
    const relation = baseRelation(finder.tree, finder.doc.mentions[actor.mention]?.head ?? -1);
    // "aid for the town of Bari", "a Bari court": what stands inside another phrase is less sure
    if (relation === 'nmod' || relation === 'compound') found['t.inside'] = 1;
    if (actor.via === 'of' || actor.via === 'mod') found['t.behind'] = 1;
    if (actor.via === 'poss') found['t.owner'] = 1;
  }
  return found;
}

function endFeatures({ doc, tree }: ActorFinder, actor: Actor): string[] {
  const mention = doc.mentions[actor.mention];
  const chain = mention === undefined ? undefined : doc.chains[mention.chain];
  if (mention === undefined || chain === undefined) return [];
  const type = typeOf(doc, actor.mention) ?? 'none';
  const names = chain.mentions.flatMap((m) => (doc.mentions[m]?.kind === 'name' ? [doc.mentions[m].head] : []));
  const found: string[] = [mention.kind, type];
  if (mention.kind === 'name' && type === 'Person') found.push('namedPerson');
  if (mention.kind === 'nominal' && type === 'Person') found.push('personNoun');
  if (mention.kind === 'nominal' && !DEFINITE.has((doc.tokens[mention.start]?.text ?? '').toLowerCase()))
    found.push('indefinite');
  if (mention.kind === 'nominal' && names.length > 0) found.push('described');
  if (names.length === 0) found.push('unnamed');
  if (chain.mentions.length === 1) found.push('single');
  if (chain.mentions.length > 4) found.push('main');
  if (mention.kind === 'pronoun') {
    const here = tree.sentenceOf[mention.head] ?? 0;
    const back = names.filter((n) => n < mention.head).map((n) => here - (tree.sentenceOf[n] ?? 0));
    // a name in the sentence before, or none at all: the antecedent is a guess
    if (back.length === 0 || Math.min(...back) === 1) found.push('guess');
  }
  return found;
}

const DEFINITE = new Set('the this that these those his her its their our my'.split(' '));

function verbsBetween({ tree }: ActorFinder, draft: Draft, heads: readonly number[]): number {
  const sentence = tree.sentenceOf[draft.head];
  const span = [draft.head, ...heads.filter((h) => tree.sentenceOf[h] === sentence)];
  let verbs = 0;
  for (let t = Math.min(...span) + 1; t < Math.max(...span); t++)
    if (isVerb(tree, t) && t !== draft.head && !draft.words.includes(t)) verbs++;
  return verbs;
}

/** Arcs from the trigger to the root of its sentence. */
function depthOf({ tree }: ActorFinder, token: number): number {
  let depth = 0;
  for (let at = token; at >= 0 && depth < 40; at = headOf(tree, at)) depth++;
  return depth - 1;
}
