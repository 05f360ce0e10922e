import type { Chained, DateValue, EventClaim } from '../document';
import type { EventType } from '../ontology';
import { type ActorFinder, actorsOf, chainOf, createActorFinder, directActor, typeOf } from './actors';
import { findCharges } from './charges';
import { isInfinitive } from './clause';
import { confidenceOf, type Pattern } from './confidence';
import { SAID_ACTS } from './context-cues';
import { countsOf } from './counts';
import { findDemands } from './demand';
import { type Draft, type Listener, SELF } from './draft';
import { eventPattern } from './event-pattern';
import { draftFrames } from './frames';
import { heldIn } from './held-in';
import { instrumentOf } from './instrument';
import type { EventLexicon } from './lexicon';
import { remember } from './memory';
import { inheritTargets, isOnlyWords, refused, saidAllTheSame, withoutDoubles } from './merge';
import { findOpinions } from './opinion';
import { withPair } from './pair';
import { findPresence } from './presence';
import { carryDays, realise, shareDates } from './retold';
import { dateOf, findTimes, type Nouns } from './time';
import { buildTree, childrenBy, headOf, prepositionsOf, relationOf, subtreeSpan, textOf, xposOf } from './tree';

/** All events of a document, in the order of their triggers. */
export function findEvents(
  doc: Chained,
  lexicon: EventLexicon,
  listen: Listener = () => undefined,
  observe: (claim: EventClaim, pattern: Pattern) => void = () => undefined,
): EventClaim[] {
  const tree = buildTree(doc);
  const finder = createActorFinder(doc, tree, lexicon.actNouns);
  const times = findTimes(doc);
  const nouns: Nouns = {
    isActor: (token) => typeOf(doc, directActor(finder, token)) !== null,
    acts: lexicon.actNouns,
  };
  const drafts = [
    ...draftFrames(finder, lexicon, listen),
    ...findOpinions(finder, lexicon),
    ...findDemands(finder, lexicon),
    ...findPresence(finder, lexicon),
    ...findCharges(finder, lexicon),
  ];
  const kept = withoutDoubles(
    finder,
    remember(
      finder,
      lexicon,
      inheritTargets(
        finder,
        drafts.filter((draft) => !isOnlyWords(finder, draft)),
      ),
    ).map((draft) => withPair(finder, heldIn(finder, refused(finder, saidAllTheSame(finder, draft))))),
  );
  const sorted = kept.sort((a, b) => a.head - b.head || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
  const claims = sorted.map((draft) => {
    const pattern = eventPattern(finder, draft, sorted);
    const claim = claimOf(
      finder,
      draft,
      (nodes, future) => dateOf(doc, times, nodes, future, nouns),
      confidenceOf(pattern, lexicon.confidence),
    );
    observe(claim, pattern);
    return claim;
  });
  const shared = shareDates(doc, realise(doc, claims), times);
  return carryDays(doc, shared, times, (verb) => dateOf(doc, times, [verb], false, nouns));
}

/** Types that say something of one party alone: they stand without a target. */
const ALONE: ReadonlySet<EventType> = new Set(['PROTESTED_AGAINST']);

function claimOf(
  finder: ActorFinder,
  draft: Draft,
  date: (nodes: readonly number[], future: boolean) => DateValue | null,
  confidence: number,
): EventClaim {
  const { tree } = finder;
  const words = [draft.head, ...draft.words].filter((w) => Math.abs(w - draft.head) <= 8);
  const start = Math.min(...words);
  const end = Math.max(...words) + 1;
  // "voted Sunday to expel": the day is that of the vote
  const future = draft.context.tense === 'future' && !isInfinitive(tree, draft.head);
  return {
    type: draft.type,
    sentence: tree.sentenceOf[draft.head] ?? -1,
    trigger: { start, end },
    sources: draft.sources.map((a) => a.mention),
    targets: draft.targets.map((a) => a.mention),
    theme: draft.theme < 0 ? null : subtreeSpan(tree, draft.theme),
    place: placeOf(finder, draft),
    instrument: instrumentOf(tree, draft.type, draft.head, draft.words),
    counts: countsOf(tree, [draft.head, ...draft.words], draft.type, targetHeads(finder, draft)),
    polarity: draft.context.polarity,
    modality: draft.context.modality,
    tense: draft.context.tense,
    ...(isDoneBySaying(finder, draft) ? UNTOLD : { attributedTo: draft.context.attributedTo, cue: draft.context.cue }),
    date: date([draft.head, ...draft.words, ...sayingVerbs(finder, draft)], future),
    confidence,
    trace: draft.trace,
  };
}

/** The heads of the targets that stand in the sentence of the trigger. */
function targetHeads({ doc, tree }: ActorFinder, { head, targets }: Draft): number[] {
  return targets
    .map((a) => doc.mentions[a.mention]?.head ?? -1)
    .filter((h) => h >= 0 && tree.sentenceOf[h] === tree.sentenceOf[head]);
}

/** "Said on Monday that it would punish them": the threat is made by saying so. */
function isSaidOfOneself({ tree }: ActorFinder, { type, context, head }: Draft): boolean {
  if (type !== 'THREATENED' || context.modality !== 'actual') return false;
  return childrenBy(tree, head, 'aux').some((a) => xposOf(tree, a) === 'MD');
}

const OURS = new Set(['our', 'my']);
const UNTOLD = { attributedTo: -1, cue: null };

/** '"We urge Chad to leave," Ruiz said': it is urged by these words, whoever writes them down. */
function isDoneBySaying({ doc, tree }: ActorFinder, draft: Draft): boolean {
  const { attributedTo, modality, polarity } = draft.context;
  if (!SAID_ACTS.has(draft.type) || attributedTo < 0 || modality !== 'actual' || polarity !== 'positive') return false;
  if (!/^VB[PZG]?$/.test(xposOf(tree, draft.head))) return false;
  // "expresses our gratitude": by these very words, whatever body speaks them
  const isOurs = draft.words.some((w) => childrenBy(tree, w, 'nmod:poss').some((p) => OURS.has(textOf(tree, p))));
  if (isOurs) return true;
  const speaker = chainOf(doc, attributedTo);
  return draft.sources.some((a) => chainOf(doc, a.mention) === speaker);
}

/** "On Monday she told the court that the law was cruel": blame and demands are made by saying so, and dated by that. */
function sayingVerbs(finder: ActorFinder, draft: Draft): number[] {
  const { tree } = finder;
  const bySaying = isDoneBySaying(finder, draft) || isSaidOfOneself(finder, draft);
  if (draft.rule !== 'opinion' && draft.rule !== 'demand' && !bySaying) return [];
  const verbs: number[] = childrenBy(tree, draft.head, 'parataxis');
  for (let at = draft.head; ['ccomp', 'conj', 'xcomp'].includes(relationOf(tree, at)); ) {
    at = headOf(tree, at);
    verbs.push(at);
  }
  return verbs;
}

function placeOf(finder: ActorFinder, draft: Draft): number {
  const { doc, tree } = finder;
  const used = new Set([...draft.sources, ...draft.targets].map((a) => chainOf(doc, a.mention)));
  for (const node of [draft.head, ...draft.words]) {
    for (const c of childrenBy(tree, node, 'obl', 'nmod')) {
      if (!prepositionsOf(tree, c).some((p) => p === 'in' || p === 'at' || p === 'near')) continue;
      const actor = actorsOf(finder, c, 'none').find((a) => !used.has(chainOf(doc, a.mention)));
      const kind = actor === undefined ? null : typeOf(doc, actor.mention);
      if (actor !== undefined && (kind === 'Place' || kind === 'Country')) return actor.mention;
    }
  }
  return -1;
}

/** Events worth keeping: both ends known, or one where the other is not needed (a passive without agent, a protest). */
export function isTold(event: EventClaim): boolean {
  if (event.targets.length > 0) return true;
  return event.sources.length > 0 && ALONE.has(event.type) && !event.trace.includes(SELF);
}
