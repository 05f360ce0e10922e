import type { Chained } from '../document';
import { type EventType, relationInfo } from '../ontology';
import {
  type Actor,
  type ActorFinder,
  actorsOf,
  type Climb,
  chainOf,
  directActor,
  modifiersOf,
  typeOf,
} from './actors';
import { complementOf, logicalObjects, logicalSubjects, obliquesOf, speakerBehind } from './clause';
import { contextOf } from './context';
import { type Draft, type Listener, SELF } from './draft';
import type { EventLexicon } from './lexicon';
import { type Firing, firingsAt, governorOf, specificity } from './match';
import { attendants, bornBy, fillRole, type RoleReader } from './roles';
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  isVerb,
  prepositionsOf,
  relationOf,
  type Tree,
  textOf,
} from './tree';

/** One draft for each word or phrase of the lexicon that fires. */
export function draftFrames(finder: ActorFinder, lexicon: EventLexicon, listen: Listener): Draft[] {
  const { doc } = finder;
  const taken = new Set<number>();
  const byHead = new Map<number, Draft>();
  const best = new Map<number, Firing[]>();
  doc.tokens.forEach((_, token) => {
    const firings = firingsAt(finder, lexicon, token);
    if (firings.length > 0) best.set(token, firings);
  });
  // a phrase's noun belongs to its verb ("filed a LAWSUIT"), the longest phrase first
  const phrases = [...best.values()].map((f) => f[0]).filter((f): f is Firing => f !== undefined && f.words.length > 0);
  phrases.sort((a, b) => specificity(b.sense) - specificity(a.sense) || a.head - b.head);
  const drafts: Draft[] = [];
  const attempt = (token: number): void => {
    const firings = best.get(token);
    if (firings === undefined || taken.has(token)) return;
    const draft = bestDraft(finder, lexicon, firings, byHead, listen);
    if (draft === null) return;
    for (const word of draft.words) taken.add(word);
    byHead.set(token, draft);
    drafts.push(draft);
  };
  const done = new Set<number>();
  for (const phrase of phrases) {
    if (done.has(phrase.head)) continue;
    done.add(phrase.head);
    attempt(phrase.head);
  }
  const rest = [...best.keys()].filter((t) => !done.has(t));
  // verbs before nouns: an event noun may ask what its verb found ("rejected the REQUEST")
  for (const token of rest) if (best.get(token)?.[0]?.sense.pos !== 'noun') attempt(token);
  for (const token of rest) if (best.get(token)?.[0]?.sense.pos === 'noun') attempt(token);
  return drafts;
}

/** Of the senses that fire the most specific; among equals the one that finds more of its arguments. */
function bestDraft(
  finder: ActorFinder,
  lexicon: EventLexicon,
  firings: readonly Firing[],
  byHead: ReadonlyMap<number, Draft>,
  listen: Listener,
): Draft | null {
  let chosen: Draft | null = null;
  let score = -1;
  const top = firings[0] === undefined ? 0 : specificity(firings[0].sense);
  for (const firing of firings) {
    if (specificity(firing.sense) < top && score >= 0) break;
    const draft = draftOf(finder, lexicon, firing, byHead);
    const filled = (draft.sources.length > 0 ? 1 : 0) + (draft.targets.length > 0 ? 2 : 0);
    listen(
      firing.head,
      `frame ${firing.sense.type} "${firing.sense.phrase}" (events.tsv:${firing.sense.line}): ${draft.trace.join('; ')}`,
    );
    if (filled > score) {
      chosen = draft;
      score = filled;
    }
  }
  return chosen;
}

function draftOf(
  finder: ActorFinder,
  lexicon: EventLexicon,
  firing: Firing,
  byHead: ReadonlyMap<number, Draft>,
): Draft {
  const { doc } = finder;
  const { sense, head } = firing;
  const reader: RoleReader = { finder, lexicon, firing, climb: climbFor(firing) };
  const trace: string[] = [];
  const name = (a: Actor): string => doc.chains[chainOf(doc, a.mention)]?.name ?? '?';
  const filledSource = fillRole(reader, sense.source, NOBODY, (a) => maySource(finder, a) && !unspecific(finder, a));
  let sources = filledSource.actors;
  const borne = sense.pos === 'noun' ? bornBy(reader) : [];
  if (borne.length > 0)
    sources = sources.filter((s) => !borne.some((b) => chainOf(doc, b.mention) === chainOf(doc, s.mention)));
  let targets: Actor[] = [];
  let targetPath = '';
  const symmetric = relationInfo(sense.type).symmetric;
  const taken = new Set(sources.map((a) => chainOf(doc, a.mention)));
  if (borne.length > 0) {
    targets = borne;
    trace.push('target: the subject of the verb before it');
  } else {
    const may = (a: Actor): boolean => mayTarget(finder, sense.type, a) && !unspecific(finder, a);
    const filled = fillRole(reader, sense.target, taken, may);
    targetPath = filled.path;
    targets = filled.actors;
    if (targets.length > 0) trace.push(`target from ${filled.path}: ${targets.map(name).join(', ')}`);
    else if (filled.refused.length > 0)
      trace.push(`target refused: ${filled.refused.map(name).join(', ')} is a place or too far`);
    if (symmetric && targets.length === 1 && !(filled.path === 'with' && sources.length > 0)) {
      const parties = partiesInside(finder, targets[0]);
      if (parties.length > 1) targets = parties;
    }
    if (symmetric && (filled.path === 'between' || filled.path === 'among') && targets.length > 1) {
      sources = targets.slice(0, -1);
      targets = targets.slice(1);
    }
  }
  if (targets.length === 0 && relationInfo(sense.type).plover === 'CONSULT') {
    targets = attendants(reader).filter((a) => !taken.has(chainOf(doc, a.mention)) && mayTarget(finder, sense.type, a));
    if (targets.length > 0) trace.push('who speaks at a meeting takes part in it');
  }
  if (
    targets.length === 0 &&
    sense.pos === 'verb' &&
    speakerBehind(finder.tree, head) >= 0 &&
    TO_THE_DOER.has(sense.type)
  ) {
    targets = blamedInQuote(finder, head).filter((a) => !taken.has(chainOf(doc, a.mention)));
    if (targets.length > 0) trace.push('whom the quotation speaks of');
  }
  // "the judges - A, B and C - agreed that": a group and those it is made of are one party
  const listed = sources.some((a) => a.via === 'list' || a.via === 'including');
  const each = (symmetric || sense.target.includes('each')) && !listed;
  if (each && sources.length > 1 && (targets.length === 0 || targetPath === 'comp' || targetPath === 'obj')) {
    targets = sources.slice(1);
    sources = sources.slice(0, -1);
    trace.push('the parties are named together');
  }
  if (each && targets.length === 0 && sources.length < 2) {
    const parties = partiesOf(finder, lexicon, firing).filter((a) => mayTarget(finder, sense.type, a));
    if (parties.length > 1) {
      sources = parties.slice(0, -1);
      targets = parties.slice(1);
      trace.push(`the parties stand in the subject: ${parties.map(name).join(', ')}`);
    }
  }
  if (sense.pos === 'noun' && targets.length === 0 && ANSWERED.has(sense.type)) {
    const answer = byHead.get(governorOf(finder.tree, head));
    if (answer !== undefined && ANSWERS.has(answer.type)) {
      targets = answer.sources.filter((a) => !taken.has(chainOf(doc, a.mention)) && !speaksFor(doc, a));
      if (targets.length > 0) trace.push('whoever answers the request is the one it was put to');
    }
  }
  if (filledSource.path === 'self') trace.push(SELF);
  // "Muslims traveling to the islands": what a participle says of people in general is no visit
  if (sense.type === 'VISITED' && relationOf(finder.tree, head) === 'acl') targets = [];
  if (sources.length > 0) trace.unshift(`source from ${filledSource.path}: ${sources.map(name).join(', ')}`);
  else
    trace.unshift(
      filledSource.refused.length > 0
        ? `source refused: ${filledSource.refused.map(name).join(', ')} is a place`
        : `no source at ${sense.source.join(', ') || '-'}`,
    );
  if (targets.length === 0) trace.push(`no target at ${sense.target.join(', ') || '-'}`);
  return {
    type: sense.type,
    head,
    words: firing.words,
    sources,
    targets,
    context: contextOf(finder, lexicon, head, sense.type),
    theme: themeOf(finder.tree, lexicon, firing),
    rule: 'frame',
    pos: sense.pos,
    trace,
  };
}

/** "British and Irish envoys agreed", "the armies of Peru and Chile held exercises", "the summit between A and B failed to reach a deal". */
function partiesOf(finder: ActorFinder, lexicon: EventLexicon, firing: Firing): Actor[] {
  const { tree, doc } = finder;
  if (firing.sense.pos === 'noun') return [];
  for (const subject of logicalSubjects(tree, lexicon, firing.head)) {
    for (const c of childrenOf(tree, subject)) {
      const relation = baseRelation(tree, c);
      const named = relation === 'amod' || relation === 'compound' || relationOf(tree, c) === 'nmod:poss';
      if (!named && !(relation === 'nmod' && prepositionsOf(tree, c).some((p) => PARTY_OF.has(p)))) continue;
      const parties: Actor[] = [];
      for (const one of [c, ...childrenBy(tree, c, 'conj')]) {
        const mention = directActor(finder, one);
        if (mention < 0 || parties.some((a) => chainOf(doc, a.mention) === chainOf(doc, mention))) continue;
        parties.push({ mention, steps: 1, via: 'party' });
      }
      if (parties.length > 1) return parties;
    }
  }
  return [];
}
const PARTY_OF: ReadonlySet<string> = new Set(['of', 'between', 'from']);

/** "the governments of Egypt and Sudan": of a plural the parties that its of-phrase names; [] where there are none. */
function partiesInside(finder: ActorFinder, actor: Actor | undefined): Actor[] {
  const head = actor === undefined ? -1 : (finder.doc.mentions[actor.mention]?.head ?? -1);
  if (head < 0 || !/^NNP?S$/.test(finder.doc.xpos[head] ?? '')) return [];
  return obliquesOf(finder.tree, [head], 'of').flatMap((t) => {
    const parties = actorsOf(finder, t, 'none');
    return parties.length > 1 ? parties : [];
  });
}

/** '"He has lied," denounced the union': the subject of what is said. */
function blamedInQuote(finder: ActorFinder, verb: number): Actor[] {
  const { tree } = finder;
  return childrenBy(tree, verb, 'ccomp', 'parataxis').flatMap((clause) => {
    const subject = clause < verb ? childBy(tree, clause, 'nsubj', 'nsubj:outer') : -1;
    return subject < 0 ? [] : actorsOf(finder, subject, 'agent');
  });
}

/** A spokesperson answers for somebody else, to whom the request was put. */
function speaksFor(doc: Chained, actor: Actor): boolean {
  const chain = doc.chains[chainOf(doc, actor.mention)];
  return (chain?.mentions ?? []).some((m) => {
    const mention = doc.mentions[m];
    if (mention === undefined) return false;
    for (let i = mention.start; i < mention.end; i++)
      if (/^spokes(man|woman|person|people)$/i.test(doc.tokens[i]?.text ?? '')) return true;
    return false;
  });
}

const NOBODY: ReadonlySet<number> = new Set();
/** Requests whose receiver may be known from the answer alone. */
const ANSWERED: ReadonlySet<EventType> = new Set(['REQUESTED', 'DEMANDED', 'URGED', 'ORDERED']);
const ANSWERS: ReadonlySet<EventType> = new Set(['REBUFFED', 'REJECTED', 'CONCEDED_TO', 'AGREED_WITH', 'SUPPORTED']);
/** Blame, praise and answers go to whoever did the thing, never to whom it was done. */
const TO_THE_DOER: ReadonlySet<EventType> = new Set([
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
/** A place without a name ("the border", "an area") is told of only as what was struck, taken or closed. */
const STRIKES: ReadonlySet<EventType> = new Set(['ATTACKED', 'BOMBED', 'SEIZED', 'HACKED', 'DEPLOYED_TO', 'BANNED']);

const isNamed = ({ doc }: ActorFinder, actor: Actor): boolean =>
  (doc.chains[chainOf(doc, actor.mention)]?.mentions ?? []).some((m) => doc.mentions[m]?.kind === 'name');

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
  'PROMISED',
  'VOTED',
  'SUPPORTED',
  'REJECTED',
  'CRITICIZED',
  'INVESTIGATED',
  'EXPELLED',
  'RELEASED',
  'COOPERATED_WITH',
  'REQUESTED',
  'DEMANDED',
  'MET_WITH',
]);

function climbFor(firing: Firing): Climb {
  const { type } = firing.sense;
  if (OF_PEOPLE.has(type)) return 'none';
  if (!TO_THE_DOER.has(type)) return 'any';
  return 'doer';
}

/** "any officials who go", "those": nobody in particular; "one Turkish soldier", "any Syrian refugees" are somebody. */
const unspecific = (finder: ActorFinder, actor: Actor): boolean => {
  const { doc, tree } = finder;
  const mention = doc.mentions[actor.mention];
  if (mention === undefined) return false;
  const first = textOf(tree, mention.start);
  if (!UNSPECIFIC.has(first)) return false;
  if (first === 'one') return mention.head === mention.start;
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
function maySource(finder: ActorFinder, actor: Actor): boolean {
  if (typeOf(finder.doc, actor.mention) !== 'Place') return true;
  return finder.doc.mentions[actor.mention]?.kind === 'name' && actor.steps === 0;
}

function mayTarget(finder: ActorFinder, type: EventType, actor: Actor): boolean {
  const kind = typeOf(finder.doc, actor.mention);
  if (kind === 'Place') return PLACES_ALLOWED.has(type) && (STRIKES.has(type) || isNamed(finder, actor));
  if (kind === 'Country' && OF_PEOPLE.has(type)) return false;
  return true;
}

/** The head of the words that say what was asked, voted, promised: a clause, or the thing. */
function themeOf(tree: Tree, lexicon: EventLexicon, firing: Firing): number {
  for (const node of [firing.head, ...firing.words]) {
    const complement = complementOf(tree, node);
    if (complement >= 0 && !firing.words.includes(complement)) return complement;
  }
  for (const node of [firing.head, ...firing.words]) {
    const topic = childrenOf(tree, node).find(
      (c) =>
        ['obl', 'nmod'].includes(baseRelation(tree, c)) &&
        prepositionsOf(tree, c).some((p) => p === 'for' || p === 'about' || p === 'over'),
    );
    if (topic !== undefined) return topic;
  }
  return isVerb(tree, firing.head) ? (logicalObjects(tree, lexicon, firing.head)[0] ?? -1) : -1;
}
