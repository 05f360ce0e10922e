import type { Chained } from '../document';
import { type EventType, relationInfo } from '../ontology';
import { type Actor, type ActorFinder, actorsOf, chainOf, typeOf } from './actors';
import { calledActors } from './arguments-behind';
import { beneficiariesOf } from './beneficiaries';
import { governorOf } from './carriers';
import { climbFor, maySource, mayTarget, TO_THE_DOER, unspecific } from './casting';
import { complementOf, logicalObjects, speakerBehind } from './clause';
import { contextOf } from './context';
import { type Draft, type Listener, SELF } from './draft';
import { contextOfFrame } from './frame-context';
import type { EventLexicon } from './lexicon';
import { type Firing, firingsAt, specificity } from './match';
import { befallen } from './noun-patients';
import { isBoth, partiesInside, partiesOf, withFellows } from './parties';
import { isAudience } from './press';
import { attendants, fillRole, type RoleReader } from './roles';
import { hasOwnDoer, isApart } from './told-apart';
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isPassive,
  isVerb,
  lemmaOf,
  prepositionsOf,
  relationOf,
  type Tree,
} from './tree';

/** One draft for each word or phrase of the lexicon that fires. */
export function draftFrames(finder: ActorFinder, lexicon: EventLexicon, listen: Listener): Draft[] {
  const { doc } = finder;
  const taken = new Map<number, Draft>();
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
    if (firings === undefined) return;
    const phrase = taken.get(token);
    if (phrase !== undefined && (firings[0]?.sense.pos !== 'noun' || !hasOwnDoer(finder, token))) return;
    const draft = bestDraft(finder, lexicon, firings, byHead, listen);
    if (draft === null || (phrase !== undefined && !isApart(finder, draft, phrase))) return;
    for (const word of draft.words) taken.set(word, draft);
    byHead.set(token, draft);
    drafts.push(draft);
    // "left Mali for Chad": two moves of one verb
    const beside = BESIDE[draft.type];
    if (beside === undefined || draft.pos !== 'verb' || draft.targets.length === 0) return;
    const second = firings.find((f) => f.sense.type === beside && f.words.length === 0);
    const other = second === undefined ? null : draftOf(finder, lexicon, second, byHead);
    if (other !== null && other.sources.length > 0 && other.targets.length > 0) drafts.push(other);
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

const BESIDE: Readonly<Partial<Record<EventType, EventType>>> = {
  VISITED: 'WITHDREW_FROM',
  COOPERATED_WITH: 'DEPORTED',
  // "said it would punish them": threatened now, punished later
  THREATENED: 'SANCTIONED',
};

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
  const { patients: borne, doers } =
    sense.pos === 'noun' ? befallen(finder, lexicon, firing) : { patients: [], doers: [] };
  if (doers.length > 0) sources = [...doers];
  if (borne.length > 0)
    sources = sources.filter((s) => !borne.some((b) => chainOf(doc, b.mention) === chainOf(doc, s.mention)));
  let targets: Actor[] = [];
  let targetPath = '';
  let toPress = false;
  const symmetric = relationInfo(sense.type).symmetric;
  const taken = new Set(sources.map((a) => chainOf(doc, a.mention)));
  if (borne.length > 0) {
    targets = [...borne];
    // "got into a fight with the guards", "faces a battle with the guild": the other party
    if (symmetric && sources.length === 0) {
      const chains = new Set(borne.map((a) => chainOf(doc, a.mention)));
      sources = fillRole(reader, sense.target, chains, (a) => mayTarget(finder, sense.type, a)).actors;
    }
    trace.push('target: whom the words around it tell');
  } else {
    const may = (a: Actor): boolean => mayTarget(finder, sense.type, a) && !unspecific(finder, a);
    const filled = fillRole(reader, sense.target, taken, may);
    targetPath = filled.path;
    targets = filled.actors;
    toPress = filled.refused.some((a) => isAudience(finder, sense.type, a));
    if (targets.length > 0) trace.push(`target from ${filled.path}: ${targets.map(name).join(', ')}`);
    else if (filled.refused.length > 0)
      trace.push(`target refused: ${filled.refused.map(name).join(', ')} is a place or too far`);
    if (symmetric && targets.length === 1 && !(filled.path === 'with' && sources.length > 0)) {
      const parties = partiesInside(finder, targets[0]);
      if (parties.length > 1) targets = parties;
    }
    const among = filled.path === 'between' || filled.path === 'among';
    const pairs = symmetric || (sources.length === 0 && sense.type !== 'MEDIATED_BETWEEN');
    if (among && pairs && targets.length > 1) {
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
  // "A and B released the files": only what is done with or between parties is done to each other
  const mutual = symmetric && (sense.target.length === 0 || sense.target.some((path) => MUTUAL.has(path)));
  // "A and B briefed reporters": they did not meet each other there
  const each = (mutual || sense.target.includes('each')) && !listed && !toPress;
  if (each && sources.length > 1 && (targets.length === 0 || ASIDE.has(targetPath))) {
    targets = sources.slice(1);
    sources = sources.slice(0, -1);
    trace.push('the parties are named together');
  }
  // "A and B signed deals between the two countries": the two are the parties themselves
  if (each && sources.length > 1 && targets.length === 1 && targets.every((a) => isBoth(finder, a))) {
    targets = sources.slice(1);
    sources = sources.slice(0, -1);
  }
  if (targets.length === 0 && sense.pos === 'verb')
    targets = calledActors(finder, head).filter((a) => !taken.has(chainOf(doc, a.mention)));
  targets = withFellows(finder.tree, firing, sources, targets);
  if (sense.type === 'AIDED' && targets.length === 0 && sources.length > 0) {
    targets = beneficiariesOf(finder, [head, ...firing.words], taken, (a) => mayTarget(finder, 'AIDED', a));
    if (targets.length > 0) trace.push('whom its purpose names');
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
  // "the bank denied the allegations of the guild": those of the guild against the bank
  if (sense.pos === 'noun' && sense.type === 'ACCUSED' && targets.length > 0) {
    const answer = byHead.get(governorOf(finder.tree, head));
    if (answer?.sources.some((a) => taken.has(chainOf(doc, a.mention))) && DENIALS.has(answer.type)) {
      sources = targets;
      targets = [...answer.sources];
    }
  }
  // "teams of the army were deployed to the valley": those who are sent go there
  if (sense.type === 'DEPLOYED_TO' && sources.length === 0 && isPassive(finder.tree, head)) {
    const sent = logicalObjects(finder.tree, lexicon, head).flatMap((t) => actorsOf(finder, t, 'agent'));
    const sentChains = new Set(sent.map((a) => chainOf(doc, a.mention)));
    sources = sent.filter((a) => typeOf(doc, a.mention) !== 'Place');
    targets = targets.filter((a) => !sentChains.has(chainOf(doc, a.mention)));
    if (sources.length > 0) trace.push('those who are sent');
  }
  if (filledSource.path === 'self' || isLooseNoun(reader)) trace.push(SELF);
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
  trace.push(`events.tsv:${sense.line}`);
  return {
    type: sense.type,
    head,
    words: firing.words,
    sources,
    targets,
    context: contextOfFrame(
      finder,
      lexicon,
      firing,
      sources,
      contextOf(finder, lexicon, head, sense.type, firing.words),
    ),
    theme: themeOf(finder.tree, lexicon, firing),
    rule: 'frame',
    pos: sense.pos,
    trace,
  };
}

/** "at her rally", "after riots": a noun that no verb carries tells no act of its own, unless its doer is named with "by". */
function isLooseNoun({ finder, lexicon, firing }: RoleReader): boolean {
  const { tree } = finder;
  if (firing.sense.pos !== 'noun') return false;
  const governor = governorOf(tree, firing.head);
  if (governor >= 0 && lexicon.supports.has(lemmaOf(tree, governor))) return false;
  return !childrenBy(tree, firing.head, 'nmod').some((c) => prepositionsOf(tree, c).includes('by'));
}

/** '"He has lied," denounced the union': the subject of what is said. */
function blamedInQuote(finder: ActorFinder, verb: number): Actor[] {
  const { tree } = finder;
  const above = relationOf(tree, verb) === 'parataxis' ? [headOf(tree, verb)] : [];
  return [...above, ...childrenBy(tree, verb, 'ccomp', 'parataxis')].flatMap((clause) => {
    const subject = clause >= 0 && clause < verb ? childBy(tree, clause, 'nsubj', 'nsubj:outer', 'vocative') : -1;
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
const MUTUAL: ReadonlySet<string> = new Set(['with', 'between', 'among', 'each', 'against']);
/** Where a target stands that is less than the other party ("Oslo and Riga held a drill near Chad"). */
const ASIDE: ReadonlySet<string> = new Set(['comp', 'obj', 'near', 'at', 'off']);
/** Requests whose receiver may be known from the answer alone. */
const ANSWERED: ReadonlySet<EventType> = new Set(['REQUESTED', 'DEMANDED', 'URGED', 'ORDERED', 'ACCUSED']);
const ANSWERS: ReadonlySet<EventType> = new Set(['REBUFFED', 'REJECTED', 'CONCEDED_TO', 'AGREED_WITH', 'SUPPORTED']);
const DENIALS: ReadonlySet<EventType> = new Set(['REBUFFED', 'REJECTED', 'OBJECTED_TO']);
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
