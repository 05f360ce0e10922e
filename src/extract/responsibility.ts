/** Whom an attack hit that somebody takes on himself or is told to have made: "A bomb killed two guards. ... The clan claimed the attack". */
import type { EventType } from '../ontology';
import { type ActorFinder, chainOf } from './actors';
import type { Draft } from './draft';
import { further, sentenceOf } from './hands';
import { childrenBy, childrenOf, lemmaOf, relationOf, subtreeSpan, textOf, uposOf } from './tree';

const ASSAULTS: ReadonlySet<EventType> = new Set(['KILLED', 'INJURED', 'ATTACKED', 'BOMBED', 'ABDUCTED']);
/** What it was, told before by another word. */
const DEEDS = new Set(
  `attack assault strike airstrike raid ambush bombing bomb blast explosion shooting killing murder assassination massacre
  kidnapping abduction incident shelling stabbing hijacking beheading violence deed`.split(/\s+/),
);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
/** How many sentences back the deed may be told, and how many further on. */
const REACH = 8;
const AHEAD = 2;

/**
 * Gives an attack with a doer and nobody who suffers it the victims of the attack that the article tells nearby without a
 * doer. A deed of the same sentence ("the attack that killed two guards") goes first, then the nearest before.
 */
export function withVictims(finder: ActorFinder, drafts: readonly Draft[], draft: Draft): Draft {
  const { tree } = finder;
  if (!ASSAULTS.has(draft.type) || draft.sources.length === 0 || draft.targets.length > 0) return draft;
  const deed = deedOf(finder, draft);
  if (deed < 0 || !isDefinite(finder, deed)) return draft;
  const here = sentenceOf(tree, draft);
  const told = drafts.filter((other) => other !== draft && isOpenDeed(finder, other, draft));
  const away = (other: Draft): number => here - sentenceOf(tree, other);
  const span = subtreeSpan(tree, deed);
  const inside = told.find((other) => span.start <= other.head && other.head < span.end);
  const before = told.filter((other) => away(other) >= 0 && away(other) <= REACH).at(-1);
  const ahead = told.find((other) => away(other) < 0 && away(other) >= -AHEAD);
  const found = inside ?? before ?? ahead;
  if (found === undefined) return draft;
  return {
    ...draft,
    type: found.type,
    targets: found.targets.map(further),
    trace: [...draft.trace, `who suffered it stands at "${textOf(tree, found.head)}"`],
  };
}

/** The noun of the deed: the act noun itself, or what the verb is about ("claimed responsibility for the attack"). */
function deedOf({ tree }: ActorFinder, draft: Draft): number {
  const around = [draft.head, ...draft.words];
  const below = around.flatMap((w) => childrenOf(tree, w)).filter((c) => /^(?:obj|obl|nmod)/.test(relationOf(tree, c)));
  return [...around, ...below].find((t) => uposOf(tree, t) === 'NOUN' && DEEDS.has(lemmaOf(tree, t))) ?? -1;
}

/** "the attack", "both bombings", "Monday's attack"; not "an attack", "attacks". */
function isDefinite({ tree }: ActorFinder, noun: number): boolean {
  return childrenOf(tree, noun).some(
    (c) => (relationOf(tree, c) === 'det' && DEFINITE.has(textOf(tree, c))) || relationOf(tree, c) === 'nmod:poss',
  );
}

/** Done, and by nobody that is told, or by the same. */
function isOpenDeed({ doc, tree }: ActorFinder, other: Draft, draft: Draft): boolean {
  const { polarity, modality } = other.context;
  if (!ASSAULTS.has(other.type) || other.targets.length === 0 || polarity === 'negative' || modality !== 'actual')
    return false;
  const own = new Set(draft.sources.map((a) => chainOf(doc, a.mention)));
  if (other.targets.some((a) => own.has(chainOf(doc, a.mention)))) return false;
  // "the man killed by the guards": another deed
  const by = childrenBy(tree, other.head, 'obl:agent').some((c) => !DEEDS.has(lemmaOf(tree, c)));
  return other.sources.length === 0 ? !by : other.sources.every((a) => own.has(chainOf(doc, a.mention)));
}
