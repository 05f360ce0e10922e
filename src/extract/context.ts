import type { Modality, Polarity } from '../ontology';
import { type ActorFinder, actorsOf } from './actors';
import { isInfinitive, logicalSubjects } from './clause';
import type { Embedding, EventLexicon } from './lexicon';
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
  textOf,
  uposOf,
  xposOf,
} from './tree';

/** How an event is told: said not to be, planned, possible, asked for; when; by whom. */
export interface Context {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly tense: 'past' | 'present' | 'future' | null;
  /** Index into `mentions`, or -1. */
  readonly attributedTo: number;
  readonly cue: string | null;
}

interface Walk {
  negative: boolean;
  modality: Modality;
  tense: Context['tense'];
  attributedTo: number;
  cue: string | null;
  /** Modality and negation are settled: only who says so is still looked for. */
  settled: boolean;
}

const MODALS: Readonly<Record<string, Modality>> = {
  will: 'planned',
  "'ll": 'planned',
  '’ll': 'planned',
  shall: 'planned',
  wo: 'planned',
  would: 'hypothetical',
  "'d": 'hypothetical',
  could: 'possible',
  can: 'actual',
  may: 'possible',
  might: 'possible',
  should: 'requested',
  must: 'requested',
  ought: 'requested',
};
const NEGATIVES = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'nor', 'without', 'hardly']);
const FINITE_BE = new Set(['is', 'are', 'was', 'were', "'s", '’s', "'re", '’re']);
const HEARSAY = new Set(['reportedly', 'allegedly', 'supposedly', 'purportedly', 'apparently']);
const WISHES = new Set(['requested', 'planned']);
const INSTEAD = ['rather_than', 'instead_of'];
const IF = new Set(['if', 'unless', 'until', 'whether', 'lest']);

/** Reads the context of an event's trigger by walking from it to the root of its sentence. */
export function contextOf(finder: ActorFinder, lexicon: EventLexicon, trigger: number): Context {
  const { tree } = finder;
  const walk: Walk = { negative: false, modality: 'actual', tense: null, attributedTo: -1, cue: null, settled: false };
  for (let node = trigger, steps = 0; node >= 0 && steps < 30; steps++) {
    readOwn(finder, lexicon, node, walk);
    const head = headOf(tree, node);
    if (head >= 0) climb(finder, lexicon, node, head, walk);
    node = head;
  }
  quoted(finder, trigger, walk);
  return {
    polarity: walk.negative ? 'negative' : 'positive',
    modality: walk.modality,
    tense: walk.tense ?? (walk.modality === 'actual' ? null : 'future'),
    attributedTo: walk.attributedTo,
    cue: walk.cue,
  };
}

/** Auxiliaries, negation, hearsay and "according to" among the node's own dependents. */
function readOwn(finder: ActorFinder, lexicon: EventLexicon, node: number, walk: Walk): void {
  const { tree } = finder;
  for (const c of childrenOf(tree, node)) {
    const relation = baseRelation(tree, c);
    const text = textOf(tree, c);
    if (!walk.settled) {
      if (relation === 'aux' || relation === 'cop') readAuxiliary(tree, c, text, walk);
      if (
        (relation === 'advmod' || relation === 'aux' || relation === 'det' || relation === 'mark') &&
        NEGATIVES.has(text) &&
        !notOnly(tree, c)
      )
        walk.negative = !walk.negative;
    }
    if (relation === 'advmod' && HEARSAY.has(text) && walk.attributedTo < 0) walk.cue ??= text;
    if (
      (relation === 'obl' || relation === 'nmod' || relation === 'parataxis') &&
      walk.attributedTo < 0 &&
      prepositionsOf(tree, c).includes('according_to')
    )
      attribute(finder, [c], 'according to', walk);
    if (relation === 'parataxis' && walk.attributedTo < 0 && saysSo(lexicon, tree, c)) {
      const speakers = logicalSubjects(tree, lexicon, c);
      if (speakers.length > 0 && headOf(tree, speakers[0] ?? -1) === c)
        attribute(finder, speakers, lemmaOf(tree, c), walk);
    }
  }
  // "recommended that the judge be suspended": asked for
  if (!walk.settled && isSubjunctive(tree, node)) weaken(walk, 'requested');
  // "the leaders are to meet in Geneva": an appointment, not yet a meeting
  if (!walk.settled && isAppointment(finder, lexicon, node)) weaken(walk, 'planned');
  if (!walk.settled && walk.tense === null && isVerb(tree, node)) {
    const tag = xposOf(tree, node);
    walk.tense = tag === 'VBD' || tag === 'VBN' ? 'past' : tag === 'VBZ' || tag === 'VBP' ? 'present' : null;
  }
}

function readAuxiliary(tree: Tree, aux: number, text: string, walk: Walk): void {
  const modal = uposOf(tree, aux) === 'AUX' || xposOf(tree, aux) === 'MD' ? MODALS[text] : undefined;
  if (modal !== undefined && !((text === "'d" || text === '’d') && xposOf(tree, aux) !== 'MD')) weaken(walk, modal);
  if (walk.tense === null) {
    if (text === 'will' || text === 'shall' || text === "'ll") walk.tense = 'future';
    else if (text === 'had' || text === 'was' || text === 'were' || text === 'did') walk.tense = 'past';
    else if (text === 'is' || text === 'are' || text === 'has' || text === 'have') walk.tense = 'present';
  }
}

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

const notOnly = (tree: Tree, token: number): boolean =>
  textOf(tree, token) === 'not' && textOf(tree, token + 1) === 'only';

/** The first that is not actual stays: it is the nearest to the event. */
function weaken(walk: Walk, modality: Modality): void {
  if (walk.modality === 'actual') walk.modality = modality;
}

function climb(finder: ActorFinder, lexicon: EventLexicon, node: number, head: number, walk: Walk): void {
  const { tree } = finder;
  const relation = relationOf(tree, node);
  const base = baseRelation(tree, node);
  const marks = childrenBy(tree, node, 'mark').map((m) => textOf(tree, m));
  switch (base) {
    case 'xcomp':
    case 'ccomp':
    case 'csubj':
    case 'obj':
      effectOf(finder, lexicon, node, head, walk);
      return;
    case 'nsubj':
      // "the attack was denied", "an attack is planned"
      if (relation === 'nsubj:pass' || childBy(tree, head, 'cop') < 0) effectOf(finder, lexicon, node, head, walk);
      return;
    case 'obl':
      if (prepositionsOf(tree, node).includes('without') && !walk.settled) walk.negative = !walk.negative;
      if (prepositionsOf(tree, node).includes('for') || prepositionsOf(tree, node).includes('to'))
        effectOf(finder, lexicon, node, head, walk);
      settle(walk);
      return;
    case 'nmod':
      // "a call for sanctions", "the threat of strikes"
      if (!walk.settled && prepositionsOf(tree, node).some((p) => p === 'of' || p === 'for')) {
        const effect = lexicon.embedding.get(`${lemmaOf(tree, head)}#n`)?.effect;
        if (effect !== undefined) apply(finder, lexicon, effect, head, walk);
      }
      settle(walk);
      return;
    case 'advcl':
      if (!walk.settled) {
        if (marks.some((m) => IF.has(m))) weaken(walk, 'hypothetical');
        else if (prepositionsOf(tree, node).includes('without')) walk.negative = !walk.negative;
        else if (isInfinitive(tree, node)) {
          effectOf(finder, lexicon, node, head, walk, 'planned');
          // "will not go to meet him": the purpose falls with the act, so go on
          return;
        } else if (marks.some((m) => m === 'of' || m === 'from')) effectOf(finder, lexicon, node, head, walk);
        // "called for appointing a judge", but not "called him out for blaming the judge"
        else if (
          marks.includes('for') &&
          childBy(tree, head, 'obj') < 0 &&
          WISHES.has(lexicon.embedding.get(lemmaOf(tree, head))?.effect ?? '')
        )
          effectOf(finder, lexicon, node, head, walk);
        // "rather than funding them"
        else if (INSTEAD.some((words) => marks.includes(words) || prepositionsOf(tree, node).includes(words)))
          walk.negative = !walk.negative;
      }
      settle(walk);
      return;
    case 'acl':
      if (relation === 'acl' && !walk.settled) {
        const effect = lexicon.embedding.get(`${lemmaOf(tree, head)}#n`)?.effect;
        if (isInfinitive(tree, node)) {
          apply(finder, lexicon, effect ?? 'planned', head, walk);
          // "made a request to", "denied a plan to": go on with what carries the noun
          return;
        }
        if (effect === 'said' && marks.includes('that')) apply(finder, lexicon, 'said', head, walk);
      }
      settle(walk);
      return;
    case 'conj':
      // "will attack and destroy": the auxiliary is shared where the second verb has no subject of its own
      if (childBy(tree, node, 'nsubj', 'nsubj:pass') >= 0 || hasFiniteForm(tree, node)) settleModality(walk);
      return;
    case 'parataxis':
      settleModality(walk);
      if (walk.attributedTo < 0 && saysSo(lexicon, tree, head))
        attribute(finder, logicalSubjects(tree, lexicon, head), lemmaOf(tree, head), walk);
      return;
    default:
      return;
  }
}

const hasFiniteForm = (tree: Tree, node: number): boolean => {
  const tag = xposOf(tree, node);
  return (
    tag === 'VBD' ||
    tag === 'VBZ' ||
    tag === 'VBP' ||
    childrenBy(tree, node, 'aux').some((a) => xposOf(tree, a) === 'MD')
  );
};

function settle(walk: Walk): void {
  walk.settled = true;
}
function settleModality(walk: Walk): void {
  walk.settled = true;
}

function effectOf(
  finder: ActorFinder,
  lexicon: EventLexicon,
  node: number,
  head: number,
  walk: Walk,
  otherwise?: Embedding['effect'],
): void {
  const { tree } = finder;
  const clause =
    baseRelation(tree, node) !== 'obj' && baseRelation(tree, node) !== 'nsubj' && baseRelation(tree, node) !== 'obl';
  const lemma = lemmaOf(tree, head);
  const known = clause
    ? lexicon.embedding.get(lemma)?.effect
    : (lexicon.supports.get(lemma)?.effect ?? nounEffect(lexicon.embedding.get(lemma)?.effect));
  const effect = known ?? otherwise;
  if (effect !== undefined) apply(finder, lexicon, effect, head, walk);
  else if (clause && relationOf(tree, node) === 'ccomp' && saysSo(lexicon, tree, head))
    apply(finder, lexicon, 'said', head, walk);
}

/** With a noun for its object a verb of saying tells nothing about whether the event was ("condemned the attack"). */
const nounEffect = (effect: Embedding['effect'] | undefined): Embedding['effect'] | undefined =>
  effect === 'said' ? undefined : effect;

function apply(
  finder: ActorFinder,
  lexicon: EventLexicon,
  effect: Embedding['effect'],
  head: number,
  walk: Walk,
): void {
  const { tree } = finder;
  if (effect === 'said' || effect === 'denied') {
    if (effect === 'denied' && !walk.settled) walk.negative = !walk.negative;
    if (walk.attributedTo < 0) attribute(finder, speakersOf(tree, lexicon, head), lemmaOf(tree, head), walk);
    // what the speaker's own clause says of its "said" does not touch the event
    walk.settled = true;
    return;
  }
  if (walk.settled) return;
  if (effect === 'negative') walk.negative = !walk.negative;
  else if (effect !== 'actual') weaken(walk, effect);
}

function speakersOf(tree: Tree, lexicon: EventLexicon, head: number): number[] {
  if (isVerb(tree, head) || uposOf(tree, head) === 'AUX')
    return isPassive(tree, head) ? [] : logicalSubjects(tree, lexicon, head);
  const owner = childBy(tree, head, 'nmod:poss');
  if (owner >= 0) return [owner];
  return childrenBy(tree, head, 'nmod').filter((c) =>
    prepositionsOf(tree, c).some((p) => p === 'by' || p === 'of' || p === 'from'),
  );
}

function saysSo(lexicon: EventLexicon, tree: Tree, verb: number): boolean {
  const effect = lexicon.embedding.get(lemmaOf(tree, verb))?.effect;
  return effect === 'said' || effect === 'denied';
}

function attribute(finder: ActorFinder, speakers: readonly number[], cue: string, walk: Walk): void {
  walk.cue = cue;
  for (const speaker of speakers) {
    const actor = actorsOf(finder, speaker, 'any')[0];
    if (actor !== undefined) {
      walk.attributedTo = actor.mention;
      return;
    }
  }
}

/** Inside a quotation the speaker says so, whatever the tree. */
function quoted(finder: ActorFinder, trigger: number, walk: Walk): void {
  if (walk.attributedTo >= 0) return;
  const { doc } = finder;
  const start = doc.tokens[trigger]?.start ?? -1;
  const q = doc.quotations.findIndex(
    (one, i) => one.start <= start && start < one.end && (finder.speakers[i] ?? -1) >= 0,
  );
  const quotation = doc.quotations[q];
  if (quotation === undefined) return;
  walk.attributedTo = finder.speakers[q] ?? -1;
  walk.cue = quotation.cue >= 0 ? (doc.lemmas[quotation.cue] ?? null) : 'quotation';
}
