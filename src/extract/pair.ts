/** "The two countries", "both neighbours": the pair that was named before. */
import type { EventType } from '../ontology';
import { type Actor, type ActorFinder, chainOf, typeOf } from './actors';
import type { Draft } from './draft';
import { further } from './hands';
import { isBoth } from './parties';
import { lemmaOf, textOf } from './tree';

/** What two do together: told of a pair it is told of each with the other. */
const TOGETHER: ReadonlySet<EventType> = new Set([
  'AGREED_WITH',
  'COOPERATED_WITH',
  'SIGNED_WITH',
  'MET_WITH',
  'NEGOTIATED_WITH',
  'FOUGHT',
]);
const NATIONS = new Set('country nation state neighbor neighbour government'.split(' '));
/** How many sentences back the two are named. */
const REACH = 3;

/** "Chad and Niger ... Cooperation between the two countries has grown": the pair for the word that stands for both. */
export function withPair(finder: ActorFinder, draft: Draft): Draft {
  if (draft.type === 'MEDIATED_BETWEEN') {
    const pair = draft.targets.length === 1 ? pairOf(finder, draft.targets[0]) : [];
    const own = new Set(draft.sources.map((a) => chainOf(finder.doc, a.mention)));
    const others = pair.filter((a) => !own.has(chainOf(finder.doc, a.mention)));
    return others.length > 1 ? told(draft, draft.sources, others) : draft;
  }
  if (!TOGETHER.has(draft.type)) return draft;
  const [source, target] = [draft.sources, draft.targets];
  const alone = source.length + target.length === 1 ? (source[0] ?? target[0]) : undefined;
  const pair = pairOf(finder, alone);
  return pair.length === 2 ? told(draft, pair.slice(0, 1), pair.slice(1)) : draft;
}

const told = (draft: Draft, sources: readonly Actor[], targets: readonly Actor[]): Draft => ({
  ...draft,
  sources: [...sources],
  targets: [...targets],
  trace: [...draft.trace, 'the two that were named before'],
});

/** The two countries named in the sentences before the word for both, where no third is; [] otherwise. */
function pairOf(finder: ActorFinder, actor: Actor | undefined): Actor[] {
  const { doc, tree } = finder;
  const mention = actor === undefined ? undefined : doc.mentions[actor.mention];
  if (actor === undefined || mention === undefined || !isBoth(finder, actor)) return [];
  if (!NATIONS.has(lemmaOf(tree, mention.head)) || textOf(tree, mention.start) === 'their') return [];
  const here = tree.sentenceOf[mention.head] ?? 0;
  const named = new Map<number, number>();
  for (const [m, one] of doc.mentions.entries()) {
    const sentence = tree.sentenceOf[one.head] ?? -1;
    if (one.kind !== 'name' || one.head >= mention.start || here - sentence > REACH) continue;
    if (typeOf(doc, m) === 'Country') named.set(chainOf(doc, m), m);
  }
  return named.size === 2 ? [...named.values()].map((m) => further({ mention: m, steps: 0, via: 'pair' })) : [];
}
