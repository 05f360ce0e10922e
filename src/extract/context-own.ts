/** What stands with a word itself: auxiliaries, negation, hearsay, "according to", a speaker set beside it. */
import { type ActorFinder, actorsOf } from './actors';
import { isInfinitive, logicalSubjects } from './clause';
import { isAskedWhether, isHabit, isImperative, isInverted } from './context-clauses';
import { FINITE_BE, HEARSAY, MODALS, NEGATIVES } from './context-cues';
import { adjectiveEffect } from './context-nouns';
import { attribute, saysSo } from './context-speech';
import { isOpen, isSaidAct, negate, settle, type Walk, weaken } from './context-walk';
import type { EventLexicon } from './lexicon';
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isVerb,
  lemmaOf,
  prepositionsOf,
  relationOf,
  subtreeSpan,
  type Tree,
  textOf,
  uposOf,
  xposOf,
} from './tree';

/** Auxiliaries, negation, hearsay and "according to" among the node's own dependents. */
export function readOwn(finder: ActorFinder, lexicon: EventLexicon, node: number, from: number, walk: Walk): void {
  const { tree } = finder;
  const denied = from >= 0 && isNorClause(tree, from);
  for (const c of childrenOf(tree, node)) {
    const relation = baseRelation(tree, c);
    const text = textOf(tree, c);
    if (!walk.settled) {
      if (relation === 'aux' || relation === 'cop') readAuxiliary(tree, c, text, walk);
      if (!denied && !(from < 0 && walk.refusing) && isNobody(tree, node, c)) negate(walk);
      if (OWN_NEGATIVES.has(relation) && NEGATIVES.has(text) && !notOnly(tree, c) && !denied) negate(walk);
    }
    if (relation === 'advmod' && HEARSAY.has(text) && isOpen(walk)) walk.cue ??= text;
    readSpeaker(finder, lexicon, from, c, walk);
  }
  if (from < 0) readAdjectives(tree, node, walk);
  if (walk.settled) return;
  // "recommended that the judge be suspended": asked for
  if (isSubjunctive(tree, node)) weaken(walk, 'requested');
  // "the leaders are to meet in Geneva": an appointment, not yet a meeting
  if (isAppointment(finder, lexicon, node) || isHeadlinePlan(tree, node)) weaken(walk, 'planned');
  if (isImperative(tree, node) && !isSaidAct(walk)) weaken(walk, 'requested');
  if (isInverted(tree, node) || isAskedWhether(tree, node)) weaken(walk, 'hypothetical');
  // "Bennett's having met them": that is over
  if (childrenBy(tree, node, 'aux').some((a) => textOf(tree, a) === 'having')) settle(walk);
  if (walk.tense === null && isVerb(tree, node)) {
    const tag = xposOf(tree, node);
    walk.tense = tag === 'VBD' || tag === 'VBN' ? 'past' : tag === 'VBZ' || tag === 'VBP' ? 'present' : null;
  }
  // "would often raid": what was done again and again was done
  if (isHabit(tree, node)) settle(walk);
}

/** "No soldier fired", "none of them was sent", "killed nobody". */
function isNobody(tree: Tree, node: number, c: number): boolean {
  if (!isVerb(tree, node) || !/^(?:nsubj|obj)/.test(relationOf(tree, c))) return false;
  if (NOBODY.has(textOf(tree, c))) return true;
  return uposOf(tree, c) === 'NOUN' && childrenBy(tree, c, 'det').some((d) => textOf(tree, d) === 'no');
}
const NOBODY = new Set(['none', 'nobody', 'no-one', 'noone', 'neither', 'nothing']);
const OWN_NEGATIVES = new Set(['advmod', 'aux', 'det', 'mark', 'cc']);

/** "neither met NOR praised", "did not meet nor praise". */
const isNorClause = (tree: Tree, node: number): boolean =>
  relationOf(tree, node) === 'conj' && childrenBy(tree, node, 'cc').some((c) => textOf(tree, c) === 'nor');

function readAdjectives(tree: Tree, node: number, walk: Walk): void {
  const { modality, never, heard } = adjectiveEffect(tree, node);
  if (modality !== undefined) weaken(walk, modality);
  if (never === true) negate(walk);
  if (heard !== undefined && isOpen(walk)) walk.cue ??= heard;
}

/** Who says so beside the clause: "according to the police", "..., the ministry said", "as the Herald reported". */
function readSpeaker(finder: ActorFinder, lexicon: EventLexicon, from: number, c: number, walk: Walk): void {
  const { tree } = finder;
  if (!isOpen(walk)) return;
  const relation = baseRelation(tree, c);
  if (
    (relation === 'obl' || relation === 'nmod' || relation === 'parataxis') &&
    prepositionsOf(tree, c).includes('according_to')
  )
    attribute(finder, lexicon, [c], 'according to', walk);
  // "It was close, she said as she criticized the club": what stands behind the speaker is not said
  const behind = from === c || (from > c && baseRelation(tree, from) === 'advcl');
  if (!isOpen(walk) || behind) return;
  const voice = finder.voices.byVerb.get(c) ?? -1;
  // "the sum it says is owed" is no frame
  const aside = relation === 'parataxis' && voice >= 0 && !isSetOff(tree, c);
  // ", said the spokesman" is hung on as any kind of clause
  const inverted = voice >= 0 && childBy(tree, c, 'nsubj') < 0 && /^(?:conj|advcl|acl|dep)$/.test(relation);
  const asTold = relation === 'advcl' && isAsTold(tree, c) && (voice >= 0 || saysSo(lexicon, tree, c));
  if (aside || !(relation === 'parataxis' || inverted || asTold) || !(voice >= 0 || saysSo(lexicon, tree, c))) return;
  const speakers = logicalSubjects(tree, lexicon, c);
  if (voice >= 0 || (speakers.length > 0 && headOf(tree, speakers[0] ?? -1) === c))
    attribute(finder, lexicon, speakers, lemmaOf(tree, c), walk, voice);
}

/** "as the Herald reported": with nothing that is told in the clause itself. */
const isAsTold = (tree: Tree, clause: number): boolean =>
  childrenBy(tree, clause, 'mark').some((m) => textOf(tree, m) === 'as') &&
  childBy(tree, clause, 'obj', 'ccomp', 'xcomp', 'iobj') < 0;

function readAuxiliary(tree: Tree, aux: number, text: string, walk: Walk): void {
  const modal = uposOf(tree, aux) === 'AUX' || xposOf(tree, aux) === 'MD' ? MODALS[text] : undefined;
  const isModal = modal !== undefined && !((text === "'d" || text === '’d') && xposOf(tree, aux) !== 'MD');
  if (isModal && !isHabit(tree, headOf(tree, aux))) weaken(walk, modal);
  if (walk.tense === null) {
    if (text === 'will' || text === 'shall' || text === "'ll") walk.tense = 'future';
    else if (text === 'had' || text === 'was' || text === 'were' || text === 'did') walk.tense = 'past';
    else if (text === 'is' || text === 'are' || text === 'has' || text === 'have') walk.tense = 'present';
  }
}

/** "Oslo to expel envoy": a headline's future. */
const isHeadlinePlan = (tree: Tree, verb: number): boolean =>
  headOf(tree, verb) < 0 && isVerb(tree, verb) && isInfinitive(tree, verb) && childBy(tree, verb, 'nsubj') >= 0;

/**
 * "The minister is to visit", "the goal is to defeat": "be" beside "to", and before it an actor or a noun of what is wanted.
 * "Their mission was to train" tells what was done.
 */
function isAppointment(finder: ActorFinder, lexicon: EventLexicon, verb: number): boolean {
  const { tree } = finder;
  return (
    isVerb(tree, verb) &&
    isInfinitive(tree, verb) &&
    childrenBy(tree, verb, 'aux', 'cop').some((c) => FINITE_BE.has(textOf(tree, c))) &&
    childrenBy(tree, verb, 'nsubj', 'nsubj:outer').some(
      (c) =>
        lexicon.embedding.get(`${lemmaOf(tree, c)}#n`)?.effect === 'planned' || actorsOf(finder, c, 'none').length > 0,
    )
  );
}

/** A bare "be" without modal or "to" stands where something is asked for. */
function isSubjunctive(tree: Tree, node: number): boolean {
  const before = childrenBy(tree, node, 'aux', 'aux:pass', 'cop', 'mark').filter((c) => c < node);
  return (
    before.some((c) => textOf(tree, c) === 'be' && relationOf(tree, c) !== 'mark') &&
    !before.some(
      (c) => xposOf(tree, c) === 'MD' || textOf(tree, c) === 'to' || /^(do|does|did|let)$/.test(textOf(tree, c)),
    ) &&
    childBy(tree, node, 'nsubj', 'nsubj:pass') >= 0
  );
}

/** A clause with punctuation before or behind it. */
function isSetOff(tree: Tree, clause: number): boolean {
  const { start, end } = subtreeSpan(tree, clause);
  return [start - 1, start, end - 1, end].some((i) => uposOf(tree, i) === 'PUNCT' || uposOf(tree, i) === '');
}

const notOnly = (tree: Tree, token: number): boolean =>
  textOf(tree, token) === 'not' && textOf(tree, token + 1) === 'only';
