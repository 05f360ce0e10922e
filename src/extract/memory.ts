/** Ends that a sentence leaves out and the text tells elsewhere: who did what is condemned, who made the arrest, whom a march is against. */
import { type EventType, relationInfo } from '../ontology';
import { type Actor, type ActorFinder, chainOf, earlierOwners, typeOf } from './actors';
import { logicalObjects } from './clause';
import type { Draft } from './draft';
import type { EventLexicon } from './lexicon';
import {
  childrenBy,
  childrenOf,
  isPassive,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
  uposOf,
} from './tree';

/** Fills ends of drafts from the drafts around them; the order of the list is kept. */
export function remember(finder: ActorFinder, lexicon: EventLexicon, drafts: readonly Draft[]): Draft[] {
  const ordered = [...drafts].sort((a, b) => a.head - b.head);
  const answered = ordered.map((draft, i) => answerToDoer(finder, lexicon, ordered, draft, i));
  const done = answered.map((draft) => withAgent(finder, answered, draft));
  return done.map((draft) => withOpponent(finder, done, draft));
}

const sentenceOf = (tree: Tree, draft: Draft): number => tree.sentenceOf[draft.head] ?? 0;

/** Blame, praise and answers: their target is who did or asked for the thing. */
const ANSWERS: ReadonlySet<EventType> = new Set([
  'CRITICIZED',
  'ACCUSED',
  'OBJECTED_TO',
  'PRAISED',
  'SUPPORTED',
  'REJECTED',
  'REBUFFED',
  'PROTESTED_AGAINST',
]);
/** How many sentences an act may be taken up again by its noun ("the arrest"), and by a word for any act ("the move"). */
const NAMED_REACH = 4;
const ANY_REACH = 1;
const ANY_ACT = new Set(['move', 'decision', 'act', 'action', 'step', 'measure', 'incident', 'ruling', 'statement']);
const INDEFINITE = new Set(['a', 'an', 'any', 'no', 'every', 'another']);

/** "Police arrested the singer. Peru condemned the arrest": condemned is whoever made it. */
function answerToDoer(
  finder: ActorFinder,
  lexicon: EventLexicon,
  ordered: readonly Draft[],
  draft: Draft,
  index: number,
): Draft {
  const { tree, doc } = finder;
  const isAnswer = draft.pos === 'verb' || draft.rule === 'opinion';
  if (!ANSWERS.has(draft.type) || draft.targets.length > 0 || draft.sources.length === 0 || !isAnswer) return draft;
  const things = draft.rule === 'opinion' ? [draft.theme] : logicalObjects(tree, lexicon, draft.head);
  const act = [...things, ...draft.words].find(
    (t) => uposOf(tree, t) === 'NOUN' && (finder.actNouns.has(lemmaOf(tree, t)) || ANY_ACT.has(lemmaOf(tree, t))),
  );
  if (act === undefined) return answerToOwner(finder, draft, things);
  if (childrenBy(tree, act, 'det').some((d) => INDEFINITE.has(textOf(tree, d)))) return draft;
  const lemma = lemmaOf(tree, act);
  const classes = new Set((lexicon.senses.get(`noun:${lemma}`) ?? []).map((s) => relationInfo(s.type).plover));
  const reach = classes.size > 0 ? NAMED_REACH : ANY_REACH;
  const own = new Set(draft.sources.map((a) => chainOf(doc, a.mention)));
  const here = sentenceOf(tree, draft);
  for (let k = index - 1; k >= 0; k--) {
    const earlier = ordered[k];
    if (earlier === undefined || here - sentenceOf(tree, earlier) > reach) break;
    if (classes.size > 0 && !classes.has(relationInfo(earlier.type).plover)) continue;
    if (earlier.sources.length === 0 || earlier.sources.some((a) => own.has(chainOf(doc, a.mention)))) continue;
    return {
      ...draft,
      targets: earlier.sources.map(further),
      trace: [...draft.trace, `who did it was told before ("${textOf(tree, earlier.head)}")`],
    };
  }
  return draft;
}

/** "A study by the university ... The fund supported the study": supported is whose study it was. */
function answerToOwner(finder: ActorFinder, draft: Draft, things: readonly number[]): Draft {
  const own = new Set(draft.sources.map((a) => chainOf(finder.doc, a.mention)));
  for (const thing of things) {
    const owners = earlierOwners(finder, thing, own).filter((a) => typeOf(finder.doc, a.mention) !== 'Place');
    if (owners.length === 0) continue;
    return { ...draft, targets: owners.map(further), trace: [...draft.trace, 'whose it is was told before'] };
  }
  return draft;
}

const further = (actor: Actor): Actor => ({ ...actor, steps: actor.steps + 2 });

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
]);
/** By whose hands such things are done where nobody is named: the nearest of them in the sentence or shortly before. */
const HANDS: Readonly<Partial<Record<EventType, ReadonlySet<string>>>> = {
  ARRESTED: new Set(
    [
      'police',
      'policeman',
      'officer',
      'constable',
      'detective',
      'gendarme',
      'authority',
      'soldier',
      'troop',
      'agent',
    ].concat(['constabulary', 'force', 'army', 'bureau', 'agency', 'commission']),
  ),
  CONVICTED: new Set(['court', 'judge', 'tribunal', 'jury', 'magistrate', 'bench', 'justice']),
  SUED: new Set(['prosecutor', 'prosecution', 'police', 'attorney']),
};
const HANDS_REACH = 2;

/** "was arrested", "the arrest of": no by-phrase, no subject that nobody knew, and no mere possibility. */
function isAgentless(tree: Tree, draft: Draft): boolean {
  if (draft.pos === 'noun') return true;
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
function withAgent(finder: ActorFinder, drafts: readonly Draft[], draft: Draft): Draft {
  const { doc, tree } = finder;
  if (!PASSIVE.has(draft.type) || draft.sources.length > 0 || draft.targets.length === 0 || draft.pos === 'adj')
    return draft;
  const { polarity, modality } = draft.context;
  if (polarity === 'negative' || modality !== 'actual' || !isAgentless(tree, draft)) return draft;
  const victims = new Set(draft.targets.map((a) => chainOf(doc, a.mention)));
  const told = drafts.find(
    (d) =>
      d !== draft &&
      d.type === draft.type &&
      d.sources.length > 0 &&
      d.context.polarity === 'positive' &&
      d.context.modality === 'actual' &&
      d.targets.some((a) => victims.has(chainOf(doc, a.mention))),
  );
  if (told !== undefined) {
    // what somebody claims there is no more than a claim here
    const { attributedTo, cue } = draft.context.attributedTo >= 0 ? draft.context : told.context;
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
  const hands = HANDS[draft.type];
  const agent = hands === undefined ? -1 : nearestOf(finder, draft, hands, victims);
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

/** The last mention before the event, or the first behind it in its sentence, that is headed by one of the words. */
function nearestOf(finder: ActorFinder, draft: Draft, words: ReadonlySet<string>, not: ReadonlySet<number>): number {
  const { doc, tree } = finder;
  const here = sentenceOf(tree, draft);
  // "a police officer was charged": not by the police of his title
  const inVictim = (head: number): boolean =>
    draft.targets.some((a) => {
      const victim = doc.mentions[a.mention];
      return victim !== undefined && victim.start <= head && head < victim.end;
    });
  let before = -1;
  let behind = -1;
  doc.mentions.forEach((mention, m) => {
    const sentence = tree.sentenceOf[mention.head] ?? -1;
    if (sentence < here - HANDS_REACH || sentence > here || mention.kind === 'pronoun') return;
    const type = typeOf(doc, m);
    if (type === null || type === 'Place' || not.has(chainOf(doc, m)) || inVictim(mention.head)) return;
    if (!isOneOf(finder, m, words)) return;
    if (mention.head < draft.head) before = m;
    else if (behind < 0) behind = m;
  });
  return before >= 0 ? before : behind;
}

/** "the Lisbon Police", "a magistrate in Accra": a word of the name, or the head of the description. */
function isOneOf({ doc, tree }: ActorFinder, mention: number, words: ReadonlySet<string>): boolean {
  const m = doc.mentions[mention];
  if (m === undefined) return false;
  if (m.kind !== 'name') return words.has(lemmaOf(tree, m.head)) && uposOf(tree, m.head) === 'NOUN';
  for (let i = m.start; i < m.end; i++) if (words.has(textOf(tree, i))) return true;
  return false;
}

const COMPLAINTS: ReadonlySet<EventType> = new Set(['DEMANDED', 'CRITICIZED', 'ACCUSED', 'OBJECTED_TO']);

/** "Students marched to demand that the ministry reopen the schools": against the ministry. */
function withOpponent(finder: ActorFinder, drafts: readonly Draft[], draft: Draft): Draft {
  const { doc, tree } = finder;
  const known = draft.targets.some((a) => typeOf(doc, a.mention) !== 'Place');
  if (draft.type !== 'PROTESTED_AGAINST' || known || draft.sources.length === 0) return draft;
  const own = new Set(draft.sources.map((a) => chainOf(doc, a.mention)));
  const ofThem = (d: Draft): boolean => d.sources.some((a) => own.has(chainOf(doc, a.mention)));
  const others = (d: Draft): boolean =>
    d.targets.length > 0 &&
    !d.targets.some((a) => own.has(chainOf(doc, a.mention)) || typeOf(doc, a.mention) === 'Place');
  const here = sentenceOf(tree, draft);
  const complaint =
    drafts.find((d) => sentenceOf(tree, d) === here && COMPLAINTS.has(d.type) && ofThem(d) && others(d)) ??
    drafts.find((d) => d.type === draft.type && d !== draft && ofThem(d) && others(d));
  if (complaint === undefined) return draft;
  return {
    ...draft,
    targets: complaint.targets.map(further),
    trace: [...draft.trace, `against those of "${textOf(tree, complaint.head)}"`],
  };
}
