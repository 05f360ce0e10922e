/** By whose hands it was done where the sentence leaves it out: "Two men were arrested". */
import type { EventType } from '../ontology';
import { type Actor, type ActorFinder, chainOf, typeOf } from './actors';
import type { Draft } from './draft';
import {
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

export const sentenceOf = (tree: Tree, draft: Draft): number => tree.sentenceOf[draft.head] ?? 0;

/** An actor who is told in another sentence. */
export const further = (actor: Actor): Actor => ({ ...actor, steps: actor.steps + 2 });

/** Acts told in the passive whose doer is known from the same act told elsewhere. */
const PASSIVE: ReadonlySet<EventType> = new Set([
  'ARRESTED',
  'KILLED',
  'INJURED',
  'CONVICTED',
  'DEPORTED',
  'EXPELLED',
  'ABDUCTED',
  'ATTACKED',
  'DISMISSED',
  'APPOINTED',
  'SUED',
  'INVESTIGATED',
  'BANNED',
  'RELEASED',
  'SEIZED',
  'ACCUSED',
]);
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
export const COURTS = words('court tribunal judge jury magistrate bench');
const POLICE = words(
  'police policeman officer constable detective gendarme authority soldier troop agent constabulary force army bureau agency commission',
);
/** By whose hands such things are done where nobody is named: the nearest of them in the sentence or shortly before. */
const HANDS: Readonly<Partial<Record<EventType, ReadonlySet<string>>>> = {
  ARRESTED: POLICE,
  CONVICTED: COURTS,
  SUED: words('prosecutor prosecution police attorney'),
  ACCUSED: words('prosecutor prosecution'),
  SEIZED: words('police customs policeman officer coastguard detective'),
  DEPORTED: words('immigration police authority border'),
};
/** Bodies that arrest only where their name says so: "the anti-graft commission", but no "school commission". */
const SOME = words('agency bureau commission authority force agent');
const ENFORCING =
  /^(?:(?:counter-?|anti-?)?(?:corruption|graft|narcotics?|drugs?|terror(?:ism)?|fraud|crimes?|enforcement|security|intelligence|investigations?|investigative|police|border|customs|immigration|law|military|armed|special|task|air|defen[cs]e|occupation|israeli|coalition|revenue|tax|undercover|fbi|authorities|forces|agents)|nia|npa|ed|cbi|fbi|efcc|ndlea|nca|dea|ice|afp|rcmp)$/i;
const JAILERS = words('police authority');
const HANDS_REACH = 2;
const AHEAD = 3;
/** Where the article names only one of them, it may stand further off. */
const ONLY_REACH = 8;
/** "was jailed", "was granted bail": by a court. */
const BY_COURTS = words('jail imprison remand incarcerate sentence bail parole acquit fine');
const OF_COURTS: ReadonlySet<EventType> = new Set(['ARRESTED', 'CONVICTED', 'RELEASED', 'CONCEDED_TO']);
/** What everybody can see: who did it is no claim though only somebody's claim names them. */
const PUBLIC: ReadonlySet<EventType> = new Set(['ARRESTED', 'CONVICTED', 'SUED', 'DEPORTED', 'EXPELLED', 'DISMISSED']);
/** "faces charges", "stood trial": passives in all but form. */
const SUFFERING = words('face await stand');

function handsOf(tree: Tree, draft: Draft): ReadonlySet<string> | undefined {
  const around = [draft.head, ...draft.words, ...childrenBy(tree, draft.head, 'obl')];
  const inCourt = around.some((w) => BY_COURTS.has(lemmaOf(tree, w)));
  return inCourt && OF_COURTS.has(draft.type) ? COURTS : HANDS[draft.type];
}

/** "was arrested", "the arrest of": no by-phrase, no subject that nobody knew, and no mere possibility. */
function isAgentless(tree: Tree, draft: Draft): boolean {
  if (draft.pos === 'noun') return true;
  if (draft.type === 'SUED' && SUFFERING.has(lemmaOf(tree, draft.head))) return true;
  const auxiliaries = childrenBy(tree, draft.head, 'aux');
  return (
    isPassive(tree, draft.head) &&
    !auxiliaries.some((a) => textOf(tree, a) === 'can') &&
    !childrenOf(tree, draft.head).some(
      (c) => relationOf(tree, c) === 'obl:agent' || prepositionsOf(tree, c).includes('by'),
    )
  );
}

/** "Police raided the farm. Two men were arrested": by the police. */
export function withAgent(finder: ActorFinder, drafts: readonly Draft[], draft: Draft): Draft {
  const { doc, tree } = finder;
  const hands = handsOf(tree, draft);
  if (!PASSIVE.has(draft.type) && hands === undefined) return draft;
  if (draft.sources.length > 0 || draft.targets.length === 0 || draft.pos === 'adj') return draft;
  // "accused persons", "further accusations": by whom is anybody's guess
  if (draft.type === 'ACCUSED' && (draft.pos === 'noun' || relationOf(tree, draft.head) === 'amod')) return draft;
  const { polarity, modality } = draft.context;
  if (polarity === 'negative' || modality !== 'actual' || !isAgentless(tree, draft)) return draft;
  const victims = new Set(draft.targets.map((a) => chainOf(doc, a.mention)));
  const same = drafts.filter(
    (d) =>
      d !== draft &&
      d.type === draft.type &&
      d.sources.length > 0 &&
      d.context.polarity === 'positive' &&
      d.context.modality === 'actual' &&
      d.targets.some((a) => victims.has(chainOf(doc, a.mention))),
  );
  const told = same.find((d) => d.context.attributedTo < 0) ?? same[0];
  if (told !== undefined) {
    // what somebody claims there is no more than a claim here
    const own = draft.context.attributedTo >= 0 || PUBLIC.has(draft.type);
    const { attributedTo, cue } = own ? draft.context : told.context;
    return {
      ...draft,
      sources: told.sources.map(further),
      context: { ...draft.context, attributedTo, cue },
      trace: [...draft.trace, 'who did it is told elsewhere'],
    };
  }
  const assailant = onlyAssailant(finder, drafts, draft);
  if (assailant !== undefined)
    return {
      ...draft,
      sources: assailant.map(further),
      trace: [...draft.trace, 'the only ones told to attack nearby'],
    };
  let agent = hands === undefined ? -1 : nearestOf(finder, draft, hands, victims);
  if (agent < 0 && hands === COURTS && draft.type === 'ARRESTED') agent = nearestOf(finder, draft, JAILERS, victims);
  if (agent < 0) return draft;
  const source: Actor = { mention: agent, steps: 2, via: 'hands' };
  return {
    ...draft,
    sources: [source],
    trace: [...draft.trace, `done by "${textOf(tree, doc.mentions[agent]?.head ?? -1)}"`],
  };
}

const ASSAULTS: ReadonlySet<EventType> = new Set(['KILLED', 'INJURED', 'ATTACKED', 'BOMBED']);
const ASSAULT_REACH = 3;

/** "The army killed two men in a raid. ... The dead are Ruiz, who was shot": the only party that is told to attack nearby. */
function onlyAssailant(finder: ActorFinder, drafts: readonly Draft[], draft: Draft): readonly Actor[] | undefined {
  const { doc, tree } = finder;
  if ((draft.type !== 'KILLED' && draft.type !== 'INJURED') || draft.pos !== 'verb') return undefined;
  const here = sentenceOf(tree, draft);
  const near = drafts.filter(
    (d) =>
      ASSAULTS.has(d.type) &&
      d.sources.length > 0 &&
      d.context.polarity === 'positive' &&
      d.context.modality === 'actual' &&
      sentenceOf(tree, d) <= here &&
      here - sentenceOf(tree, d) <= ASSAULT_REACH,
  );
  const first = near[0];
  const chains = new Set(near.flatMap((d) => d.sources.map((a) => chainOf(doc, a.mention))));
  const victims = new Set(draft.targets.map((a) => chainOf(doc, a.mention)));
  if (first === undefined || chains.size !== 1 || [...chains].some((c) => victims.has(c))) return undefined;
  return first.sources;
}

/** The last mention before the event, or the first behind it in its sentence, that is headed by one of the words; else the only one of the article. */
function nearestOf(finder: ActorFinder, draft: Draft, words: ReadonlySet<string>, not: ReadonlySet<number>): number {
  const { doc, tree } = finder;
  const here = sentenceOf(tree, draft);
  // "a police officer was charged": not by the police of his title
  const inVictim = (head: number): boolean =>
    draft.targets.some((a) => {
      const victim = doc.mentions[a.mention];
      return victim !== undefined && victim.start <= head && head < victim.end;
    });
  const fitting = mentionsOf(finder, words, not).filter((m) => !inVictim(doc.mentions[m]?.head ?? -1));
  const sentence = (m: number): number => tree.sentenceOf[doc.mentions[m]?.head ?? -1] ?? -1;
  const head = (m: number): number => doc.mentions[m]?.head ?? -1;
  const near = fitting.filter((m) => sentence(m) >= here - HANDS_REACH && sentence(m) <= here);
  const before = near.filter((m) => head(m) < draft.head).at(-1);
  const found = before ?? near.find((m) => head(m) > draft.head);
  if (found !== undefined) return found;
  // "A driver has been arrested. ... Police said": the lead leaves out who did it
  const next =
    draft.type === 'ARRESTED' ? fitting.find((m) => sentence(m) > here && sentence(m) <= here + AHEAD) : undefined;
  if (next !== undefined) return next;
  const only = new Set(fitting.map((m) => chainOf(doc, m))).size === 1;
  return (only ? fitting.find((m) => Math.abs(sentence(m) - here) <= ONLY_REACH) : undefined) ?? -1;
}

/** The actors that are headed or named by one of the words, in order. */
function mentionsOf(finder: ActorFinder, words: ReadonlySet<string>, not: ReadonlySet<number>): number[] {
  const { doc } = finder;
  return [...doc.mentions.keys()].filter((m) => {
    const type = typeOf(doc, m);
    if (type === null || type === 'Place' || doc.mentions[m]?.kind === 'pronoun') return false;
    // "police chief Ana Ruiz" speaks of an arrest that others made
    if (type === 'Person' && words === POLICE) return false;
    return !not.has(chainOf(doc, m)) && isOneOf(finder, m, words) && !isAnyone(finder, m);
  });
}

/** "a police officer", "four soldiers": some of them, and the police of that title. */
function isAnyone({ doc, tree }: ActorFinder, mention: number): boolean {
  const m = doc.mentions[mention];
  if (m === undefined) return false;
  const head = relationOf(tree, m.head) === 'compound' ? headOf(tree, m.head) : m.head;
  if (!OFFICERS.has(lemmaOf(tree, head))) return false;
  // "four officers were killed"
  if (childrenBy(tree, head, 'nummod').length > 0) return true;
  return (
    xposOf(tree, head) === 'NN' &&
    childrenBy(tree, head, 'det').some((d) => ['a', 'an', 'another'].includes(textOf(tree, d)))
  );
}
const OFFICERS = words('officer policeman constable soldier agent detective prosecutor judge');

/** The last actor of the kind up to the token, some sentences back at most; -1 where there is none. */
export function lastOf(
  finder: ActorFinder,
  token: number,
  words: ReadonlySet<string>,
  reach: number,
  not: ReadonlySet<number>,
): number {
  const { doc, tree } = finder;
  const here = tree.sentenceOf[token] ?? 0;
  const found = mentionsOf(finder, words, not).filter((m) => {
    const { head } = doc.mentions[m] ?? { head: -1 };
    return head < token && here - (tree.sentenceOf[head] ?? 0) <= reach;
  });
  return found.at(-1) ?? -1;
}

const DEFENDING = words('defence defense former');

/** "the Lisbon Police", "a magistrate in Accra": a word of the name, or the head of the description. */
function isOneOf({ doc, tree }: ActorFinder, mention: number, words: ReadonlySet<string>): boolean {
  const m = doc.mentions[mention];
  if (m === undefined) return false;
  if (m.kind !== 'name') {
    if (!words.has(lemmaOf(tree, m.head)) || uposOf(tree, m.head) !== 'NOUN' || DEFENDING.has(textOf(tree, m.head - 1)))
      return false;
    return !SOME.has(lemmaOf(tree, m.head)) || enforces(tree, m.start, m.head + 1);
  }
  let [named, some] = [false, true];
  for (let i = m.start; i < m.end; i++) {
    if (DEFENDING.has(textOf(tree, i))) return false;
    if (!words.has(textOf(tree, i))) continue;
    named = true;
    some &&= SOME.has(textOf(tree, i));
  }
  return named && (!some || enforces(tree, m.start, m.end));
}

function enforces(tree: Tree, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (ENFORCING.test(textOf(tree, i))) return true;
  return false;
}
