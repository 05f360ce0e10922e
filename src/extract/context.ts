import type { EventType, Modality, Polarity } from '../ontology';
import { type ActorFinder, actorsOf } from './actors';
import { isInfinitive, logicalSubjects } from './clause';
import { attribute, climb, isOpen, saysSo, type Walk, weaken } from './context-climb';
import { FINITE_BE, HEARSAY, MODALS, NEGATIVES, SAID_ACTS } from './context-cues';
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

/** How an event is told: said not to be, planned, possible, asked for; when; by whom. */
export interface Context {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly tense: 'past' | 'present' | 'future' | null;
  /** Index into `mentions`, or -1. */
  readonly attributedTo: number;
  readonly cue: string | null;
}

/** Reads the context of an event's trigger by walking from it to the root of its sentence. */
export function contextOf(
  finder: ActorFinder,
  lexicon: EventLexicon,
  trigger: number,
  type: EventType | null = null,
): Context {
  const { tree } = finder;
  const walk: Walk = {
    type,
    negative: false,
    modality: 'actual',
    tense: null,
    attributedTo: -1,
    cue: null,
    settled: false,
    own: false,
  };
  for (let node = trigger, from = -1, steps = 0; node >= 0 && steps < 30; steps++) {
    readOwn(finder, lexicon, node, from, walk);
    const head = headOf(tree, node);
    if (head >= 0) climb(finder, lexicon, node, head, walk);
    from = node;
    node = head;
  }
  quoted(finder, trigger, walk);
  framed(finder, trigger, walk);
  return {
    polarity: walk.negative ? 'negative' : 'positive',
    modality: walk.modality,
    tense: walk.tense ?? (walk.modality === 'actual' ? null : 'future'),
    attributedTo: walk.attributedTo,
    cue: walk.cue,
  };
}

/** Auxiliaries, negation, hearsay and "according to" among the node's own dependents. */
function readOwn(finder: ActorFinder, lexicon: EventLexicon, node: number, from: number, walk: Walk): void {
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
    if (relation === 'advmod' && HEARSAY.has(text) && isOpen(walk)) walk.cue ??= text;
    if (
      (relation === 'obl' || relation === 'nmod' || relation === 'parataxis') &&
      isOpen(walk) &&
      prepositionsOf(tree, c).includes('according_to')
    )
      attribute(finder, [c], 'according to', walk);
    // "It was close, she said as she criticized the club": what stands behind the speaker is not said
    const behind = from === c || (from > c && baseRelation(tree, from) === 'advcl');
    const voice = finder.voices.byVerb.get(c) ?? -1;
    // "the sum it says is owed" is no frame
    const aside = relation === 'parataxis' && voice >= 0 && !isSetOff(tree, c);
    // ", said the spokesman" is hung on as any kind of clause
    const inverted = voice >= 0 && childBy(tree, c, 'nsubj') < 0 && /^(?:conj|advcl|acl|dep)$/.test(relation);
    if (
      (relation === 'parataxis' || inverted) &&
      isOpen(walk) &&
      !behind &&
      !aside &&
      (voice >= 0 || saysSo(lexicon, tree, c))
    ) {
      const speakers = logicalSubjects(tree, lexicon, c);
      if (voice >= 0 || (speakers.length > 0 && headOf(tree, speakers[0] ?? -1) === c))
        attribute(finder, speakers, lemmaOf(tree, c), walk, voice);
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

/** A clause with punctuation before or behind it. */
function isSetOff(tree: Tree, clause: number): boolean {
  const { start, end } = subtreeSpan(tree, clause);
  return [start - 1, start, end - 1, end].some((i) => uposOf(tree, i) === 'PUNCT' || uposOf(tree, i) === '');
}

const notOnly = (tree: Tree, token: number): boolean =>
  textOf(tree, token) === 'not' && textOf(tree, token + 1) === 'only';

/** "They drowned before the ship that rescued others came, according to the police": who ends the sentence says it all. */
function framed(finder: ActorFinder, trigger: number, walk: Walk): void {
  const { tree, voices } = finder;
  // "Fares must rise, the mayor said" urges by saying so
  if (!isOpen(walk) || walk.cue !== null || (walk.type !== null && SAID_ACTS.has(walk.type))) return;
  const verb = voices.framing.get(tree.sentenceOf[trigger] ?? -1) ?? -1;
  if (verb < 0 || headOf(tree, verb) < 0 || verb < trigger) return;
  walk.attributedTo = voices.byVerb.get(verb) ?? -1;
  walk.cue = textOf(tree, verb) === 'according' ? 'according to' : lemmaOf(tree, verb);
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
