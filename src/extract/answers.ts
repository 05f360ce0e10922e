/** Blame, praise and answers to what was told before: "Peru condemned the arrest", "rejected the accusation", "welcomed the ruling". */
import { type EventType, relationInfo } from '../ontology';
import { type Actor, type ActorFinder, chainOf, earlierOwners, typeOf } from './actors';
import { logicalObjects, logicalSubjects } from './clause';
import type { Draft } from './draft';
import { COURTS, further, lastOf, sentenceOf } from './hands';
import type { EventLexicon } from './lexicon';
import { childrenBy, headOf, lemmaOf, textOf, uposOf } from './tree';

/** Their target is who did or asked for the thing. */
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
/** What an act does that is criticized. */
const DRAWING = new Set('draw attract spark provoke prompt trigger elicit incur cause meet face'.split(' '));
/** How many sentences an act may be taken up again by its noun ("the arrest"), and by a word for any act ("the move"). */
const NAMED_REACH = 4;
const ANY_REACH = 1;
const ANY_ACT = new Set(['move', 'decision', 'act', 'action', 'step', 'measure', 'incident', 'ruling', 'statement']);
const INDEFINITE = new Set(['a', 'an', 'any', 'no', 'every', 'another']);
/** What a court says; how far back the court may be named. */
const RULINGS = new Set(['ruling', 'verdict', 'judgment', 'judgement', 'sentence', 'acquittal', 'conviction']);
const RULING_REACH = 5;
/** What both parties made: praise of it is praise of both. */
const DEALS = new Set(['deal', 'agreement', 'accord', 'pact', 'truce', 'ceasefire', 'treaty']);
/** What is said against somebody. */
const CLAIMS = new Set(['claim', 'assertion', 'charge', 'accusation', 'allegation', 'criticism', 'insinuation']);
const CLAIMING: ReadonlySet<string> = new Set(['ACCUSE']);

/** "Police arrested the singer. Peru condemned the arrest": condemned is whoever made it. */
export function answerToDoer(
  finder: ActorFinder,
  lexicon: EventLexicon,
  ordered: readonly Draft[],
  draft: Draft,
  index: number,
): Draft {
  const { tree, doc } = finder;
  const isAnswer = draft.pos === 'verb' || draft.rule === 'opinion';
  if (!ANSWERS.has(draft.type) || draft.targets.length > 0 || draft.sources.length === 0 || !isAnswer) return draft;
  // "the arrest drew criticism from Peru": criticized is the subject's doer
  const drawn = DRAWING.has(lemmaOf(tree, draft.head)) && draft.words.length > 0;
  const things =
    draft.rule === 'opinion'
      ? [draft.theme]
      : drawn
        ? logicalSubjects(tree, lexicon, draft.head)
        : logicalObjects(tree, lexicon, draft.head);
  const act = [...things, ...(drawn ? [] : draft.words)].find((t) => {
    const lemma = lemmaOf(tree, t);
    return uposOf(tree, t) === 'NOUN' && [finder.actNouns, ANY_ACT, RULINGS, CLAIMS].some((set) => set.has(lemma));
  });
  if (act === undefined) return answerToOwner(finder, draft, things);
  if (childrenBy(tree, act, 'det').some((d) => INDEFINITE.has(textOf(tree, d)))) return draft;
  const lemma = lemmaOf(tree, act);
  const own = new Set(draft.sources.map((a) => chainOf(doc, a.mention)));
  if (RULINGS.has(lemma)) {
    const court = lastOf(finder, draft.head, COURTS, RULING_REACH, own);
    if (court >= 0)
      return {
        ...draft,
        targets: [{ mention: court, steps: 2, via: 'court' }],
        trace: [...draft.trace, 'whose ruling it is was told before'],
      };
  }
  const classes = CLAIMS.has(lemma)
    ? CLAIMING
    : new Set((lexicon.senses.get(`noun:${lemma}`) ?? []).map((s) => relationInfo(s.type).plover));
  // "welcomed the accord reached between A and B"
  const inside = ordered.find(
    (d) => headOf(tree, d.head) === act && d.sources.length > 0 && classes.has(relationInfo(d.type).plover),
  );
  const told = inside ?? toldBefore(finder, ordered, index, classes, own);
  if (told === undefined) return draft;
  const parties = DEALS.has(lemma) ? [...told.sources, ...told.targets] : told.sources;
  return {
    ...draft,
    targets: parties.filter((a) => !own.has(chainOf(doc, a.mention))).map(further),
    trace: [...draft.trace, `who did it was told before ("${textOf(tree, told.head)}")`],
  };
}

/** The nearest earlier act of one of the classes (of any, where there are none) by somebody else; one against whoever answers first. */
function toldBefore(
  finder: ActorFinder,
  ordered: readonly Draft[],
  index: number,
  classes: ReadonlySet<string>,
  own: ReadonlySet<number>,
): Draft | undefined {
  const { doc, tree } = finder;
  const here = ordered[index] === undefined ? 0 : sentenceOf(tree, ordered[index]);
  const reach = classes.size > 0 ? NAMED_REACH : ANY_REACH;
  const isTheirs = (a: Actor): boolean => own.has(chainOf(doc, a.mention));
  const near: Draft[] = [];
  for (let k = index - 1; k >= 0; k--) {
    const earlier = ordered[k];
    if (earlier === undefined || here - sentenceOf(tree, earlier) > reach) break;
    if (classes.size > 0 && !classes.has(relationInfo(earlier.type).plover)) continue;
    if (earlier.sources.length > 0 && !earlier.sources.some(isTheirs)) near.push(earlier);
  }
  return (classes.size > 0 ? near.find((d) => d.targets.some(isTheirs)) : undefined) ?? near[0];
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
