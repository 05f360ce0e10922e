/** Who may play which part: places, people, nobody in particular, and how far a part may be climbed to. */
import { type EventType, STRIKES } from '../ontology';
import { type Actor, type ActorFinder, type Climb, chainOf, modifiersOf, typeOf } from './actors';
import type { Firing } from './match';
import { isAudience } from './press';
import { childBy, childrenOf, lemmaOf, prepositionsOf, relationOf, textOf } from './tree';

/** Blame, praise and answers go to whoever did the thing, never to whom it was done. */
export const TO_THE_DOER: ReadonlySet<EventType> = new Set([
  'CRITICIZED',
  'ACCUSED',
  'OBJECTED_TO',
  'PRAISED',
  'SUPPORTED',
  'REJECTED',
  'REBUFFED',
  'PROTESTED_AGAINST',
  'APOLOGIZED_TO',
]);
/** People: a place or country is no patient of these, and nothing is climbed to. */
const OF_PEOPLE: ReadonlySet<EventType> = new Set([
  'KILLED',
  'INJURED',
  'ABDUCTED',
  'ARRESTED',
  'CONVICTED',
  'DEPORTED',
  'DISMISSED',
  'APPOINTED',
]);
/** Said to a place by its name, these are said to whoever rules there ("Rome accused Tunis"). */
const METONYMS: ReadonlySet<EventType> = new Set([
  'ACCUSED',
  'OBJECTED_TO',
  'URGED',
  'PRAISED',
  'NEGOTIATED_WITH',
  'SIGNED_WITH',
  'REBUFFED',
  'APOLOGIZED_TO',
  'CALLED',
  'MET_WITH',
  'SUED',
  'PROMISED',
  'SUPPORTED',
  'REJECTED',
  'CRITICIZED',
  'REQUESTED',
  'DEMANDED',
]);

/** "into the river", "in Lima": where, not whom. */
const isWhere = ({ doc, tree }: ActorFinder, actor: Actor): boolean =>
  prepositionsOf(tree, doc.mentions[actor.mention]?.head ?? -1).some((p) => WHERE.has(p));
const WHERE: ReadonlySet<string> = new Set([
  'in',
  'into',
  'at',
  'near',
  'around',
  'across',
  'through',
  'over',
  'along',
]);

/** A name, or described by a name right before the noun ("the Juba airport"). */
const isNamed = ({ doc }: ActorFinder, actor: Actor): boolean =>
  (doc.chains[chainOf(doc, actor.mention)]?.mentions ?? []).some((m) => {
    const mention = doc.mentions[m];
    if (mention === undefined || mention.kind === 'name') return mention !== undefined;
    const { head } = mention;
    return doc.upos[head] === 'NOUN' && doc.upos[head - 1] === 'PROPN' && doc.heads[head - 1] === head;
  });

const PLACES_ALLOWED: ReadonlySet<EventType> = new Set([
  'ATTACKED',
  'BOMBED',
  'SEIZED',
  'VISITED',
  'DEPLOYED_TO',
  'WITHDREW_FROM',
  'AIDED',
  'SANCTIONED',
  'BANNED',
  'FOUGHT',
  'PROTESTED_AGAINST',
  'THREATENED',
  'WARNED',
  'CONCEDED_TO',
  'HACKED',
  'RECOGNIZED',
  'DEFEATED',
  'AGREED_WITH',
  'VOTED',
  'INVESTIGATED',
  'EXPELLED',
  'RELEASED',
  'COOPERATED_WITH',
]);

export function climbFor(firing: Firing): Climb {
  const { type } = firing.sense;
  if (OF_PEOPLE.has(type)) return 'none';
  if (!TO_THE_DOER.has(type)) return 'any';
  return 'doer';
}

/** "any officials who go", "those": nobody in particular; "one Turkish soldier", "any Syrian refugees" are somebody. */
export const unspecific = (finder: ActorFinder, actor: Actor): boolean => {
  const { doc, tree } = finder;
  const mention = doc.mentions[actor.mention];
  if (mention === undefined) return false;
  const first = textOf(tree, mention.start);
  if (!UNSPECIFIC.has(first)) return false;
  if (first === 'one') return mention.head === mention.start || /^['’]s$/.test(textOf(tree, mention.start + 1));
  return first !== 'any' || modifiersOf(finder, mention.head).length === 0;
};
const UNSPECIFIC = new Set([
  'any',
  'anyone',
  'anybody',
  'nobody',
  'someone',
  'everyone',
  'whoever',
  'no',
  'those',
  'one',
]);

/** A place acts only where it is a name that can stand for its people or government. */
export function maySource(finder: ActorFinder, actor: Actor): boolean {
  if (typeOf(finder.doc, actor.mention) !== 'Place') return true;
  return finder.doc.mentions[actor.mention]?.kind === 'name' && actor.steps === 0;
}

/** "protested outside the court", "marched at the stadium": where people gather, not whom it is against. */
function isVenue({ doc, tree }: ActorFinder, actor: Actor): boolean {
  const mention = doc.mentions[actor.mention];
  if (mention === undefined || !prepositionsOf(tree, mention.head).some((p) => GATHERED.has(p))) return false;
  for (let i = mention.start; i < mention.end; i++) if (VENUES.has(textOf(tree, i))) return true;
  return false;
}
const GATHERED: ReadonlySet<string> = new Set(['at', 'outside', 'in', 'near', 'to', 'before']);
const VENUES: ReadonlySet<string> = new Set([
  'airport',
  'arena',
  'cathedral',
  'cemetery',
  'church',
  'court',
  'courthouse',
  'courtroom',
  'hospital',
  'hotel',
  'mosque',
  'stadium',
]);

/** "Demolished the building", "burned a car": a thing of nobody in particular. */
function isBareStructure({ doc, tree }: ActorFinder, actor: Actor): boolean {
  const mention = doc.mentions[actor.mention];
  if (mention === undefined || mention.kind === 'name' || !STRUCTURES.has(lemmaOf(tree, mention.head))) return false;
  if ((doc.chains[chainOf(doc, actor.mention)]?.mentions ?? []).length > 1) return false;
  return childrenOf(tree, mention.head).every((c) =>
    ['det', 'nummod', 'case', 'punct', 'cc'].includes(relationOf(tree, c)),
  );
}
const STRUCTURES: ReadonlySet<string> = new Set(
  'building house home structure car vehicle bus truck wall fence gate door window shop store flat apartment room tower roof'.split(
    ' ',
  ),
);

/** "burned herself": whoever does it, and nobody else. */
const isReflexive = ({ doc, tree }: ActorFinder, actor: Actor): boolean => {
  const mention = doc.mentions[actor.mention];
  return mention?.kind === 'pronoun' && /sel(?:f|ves)$/.test(textOf(tree, mention.head));
};

/** "peace and social justice", "a press conference": no judge, and no newspaper. */
function isNobody({ doc, tree }: ActorFinder, actor: Actor): boolean {
  const mention = doc.mentions[actor.mention];
  if (mention === undefined || mention.kind !== 'nominal') return false;
  if (textOf(tree, mention.head) === 'justice') return childBy(tree, mention.head, 'det', 'nmod:poss') < 0;
  return textOf(tree, mention.head) === 'press' && relationOf(tree, mention.head) === 'compound';
}

/** Those who are killed and hurt are people; of bodies only such as go out themselves ("killed a police patrol"). */
const MORTAL: ReadonlySet<EventType> = new Set(['KILLED', 'INJURED']);
const FIELDED =
  /\b(?:police|army|forces?|troops?|militia|patrol|convoy|guards?|unit|crew|brigade|battalion|team|squad|gang|cell|group)\b/i;
const isNoBody = ({ doc }: ActorFinder, actor: Actor): boolean =>
  typeOf(doc, actor.mention) === 'Organization' &&
  !FIELDED.test(doc.chains[chainOf(doc, actor.mention)]?.name ?? '') &&
  doc.mentions[actor.mention]?.kind === 'name';

export function mayTarget(finder: ActorFinder, type: EventType, actor: Actor): boolean {
  if (isReflexive(finder, actor) || isNobody(finder, actor)) return false;
  if (MORTAL.has(type) && isNoBody(finder, actor)) return false;
  if (type === 'PROTESTED_AGAINST' && isVenue(finder, actor)) return false;
  if (isAudience(finder, type, actor)) return false;
  if (isBareStructure(finder, actor)) return false;
  const kind = typeOf(finder.doc, actor.mention);
  if (kind === 'Place') {
    // "Seoul's efforts" are its government's
    const own = actor.steps === 0 || actor.via === 'poss';
    if (METONYMS.has(type)) return own && isNamed(finder, actor) && !isWhere(finder, actor);
    return PLACES_ALLOWED.has(type) && (STRIKES.has(type) || isNamed(finder, actor));
  }
  if (kind === 'Country' && OF_PEOPLE.has(type)) return false;
  // "her resignation as economy minister": an office is held, and left, at somebody's
  if (kind === 'Person' && type === 'RESIGNED_FROM') return false;
  return true;
}
