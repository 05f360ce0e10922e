/** One step up the tree from an event: what the word above does to it, and who says so. */
import type { EventType, Modality } from '../ontology';
import { type ActorFinder, actorsOf } from './actors';
import { isInfinitive, logicalSubjects } from './clause';
import {
  ASKED,
  EXPRESSED,
  IF,
  INSTEAD,
  ISSUES,
  MODALS,
  NEGATIVES,
  ONCE_IT_IS,
  PLATFORMS,
  SAID_ACTS,
  SAYING,
  SPEAKERS,
  STANDING,
  WISHES,
} from './context-cues';
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
  subtreeSpan,
  type Tree,
  textOf,
  uposOf,
  xposOf,
} from './tree';
export interface Walk {
  readonly type: EventType | null;
  negative: boolean;
  modality: Modality;
  tense: 'past' | 'present' | 'future' | null;
  attributedTo: number;
  cue: string | null;
  /** Modality and negation are settled: only who says so is still looked for. */
  settled: boolean;
  /** Told by the text itself, whoever is quoted around it: "said that the troops fighting the rebels had left". */
  own: boolean;
}

/** Nobody is found yet who says so, and somebody may. */
export const isOpen = (walk: Walk): boolean => walk.attributedTo < 0 && !walk.own;

/** The first that is not actual stays: it is the nearest to the event. */
export function weaken(walk: Walk, modality: Modality): void {
  if (walk.modality === 'actual') walk.modality = modality;
}

export function climb(finder: ActorFinder, lexicon: EventLexicon, node: number, head: number, walk: Walk): void {
  const { tree } = finder;
  const relation = relationOf(tree, node);
  const base = baseRelation(tree, node);
  const marks = childrenBy(tree, node, 'mark').map((m) => textOf(tree, m));
  switch (base) {
    case 'xcomp':
      // "would like to thank", "wishes to congratulate": it is done by these words
      if (walk.type !== null && EXPRESSED.has(walk.type) && WISHES.has(lemmaOf(tree, head)) && !isNegated(tree, head))
        settle(walk);
      effectOf(finder, lexicon, node, head, walk);
      return;
    case 'ccomp':
      // "asked why they should not go": nothing is denied
      if (childrenOf(tree, node).some((c) => textOf(tree, c) === 'why') && !walk.settled) {
        walk.negative = false;
        weaken(walk, 'hypothetical');
      }
      effectOf(finder, lexicon, node, head, walk);
      return;
    case 'csubj':
    case 'obj':
      effectOf(finder, lexicon, node, head, walk);
      return;
    case 'nsubj':
      // "the partnership of Chad and Mali will help trade": it is there
      if (
        walk.type !== null &&
        STANDING.has(walk.type) &&
        !isVerb(tree, node) &&
        !lexicon.supports.has(lemmaOf(tree, head))
      )
        settle(walk);
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
        if (marks.some((m) => IF.has(m)) && !isReached(tree, node, head, marks)) weaken(walk, 'hypothetical');
        else if (prepositionsOf(tree, node).includes('without')) walk.negative = !walk.negative;
        else if (isInfinitive(tree, node)) {
          // "took to Twitter to congratulate her": what is done by saying so is done
          effectOf(finder, lexicon, node, head, walk, isSaidAct(walk) && isPast(tree, head) ? 'actual' : 'planned');
          // "will not go to meet him": the purpose falls with the act, so go on
          return;
        } else if (marks.some((m) => m === 'of' || m === 'from')) effectOf(finder, lexicon, node, head, walk);
        // "called for appointing a judge", but not "called him out for blaming the judge"
        else if (
          marks.includes('for') &&
          childBy(tree, head, 'obj') < 0 &&
          ASKED.has(lexicon.embedding.get(lemmaOf(tree, head))?.effect ?? '')
        )
          effectOf(finder, lexicon, node, head, walk);
        // "rather than funding them"
        else if (INSTEAD.some((words) => marks.includes(words) || prepositionsOf(tree, node).includes(words)))
          walk.negative = !walk.negative;
        else if (isAhead(tree, node, head)) weaken(walk, 'planned');
      }
      settle(walk);
      if (isOpen(walk) && isPartOfReport(lexicon, tree, node, head)) {
        const told = childBy(tree, head, 'ccomp');
        effectOf(finder, lexicon, told, head, walk);
      }
      return;
    case 'acl':
      if (PROOFS.has(lemmaOf(tree, head)) && isNone(tree, head) && !walk.settled) walk.negative = !walk.negative;
      else if (
        (relation === 'acl' || marks.includes('that')) &&
        !walk.settled &&
        climbNoun(finder, lexicon, node, head, marks, walk)
      )
        return;
      settle(walk);
      // "said that the troops fighting the rebels had left": the writer tells that they fight
      if (!isInfinitive(tree, node) && !isAside(tree, node, head)) walk.own = walk.attributedTo < 0;
      return;
    case 'conj':
      // "said that A came, and that B left", where the parser joins the second to the saying
      if (marks.includes('that') && saysSo(lexicon, tree, head)) {
        apply(finder, lexicon, 'said', head, walk);
        return;
      }
      // "will attack and destroy": the auxiliary is shared where the second verb has no subject of its own
      if (childBy(tree, node, 'nsubj', 'nsubj:pass') >= 0 || hasFiniteForm(tree, node, head)) settleModality(walk);
      return;
    case 'parataxis':
      settleModality(walk);
      if (isOpen(walk) && saysSo(lexicon, tree, head))
        attribute(finder, logicalSubjects(tree, lexicon, head), lemmaOf(tree, head), walk);
      return;
    default:
      return;
  }
}

/** A clause that hangs on a noun; true where the noun's own clause goes on telling of the event ("made a request to"). */
function climbNoun(
  finder: ActorFinder,
  lexicon: EventLexicon,
  node: number,
  head: number,
  marks: readonly string[],
  walk: Walk,
): boolean {
  const { tree } = finder;
  const effect = lexicon.embedding.get(`${lemmaOf(tree, head)}#n`)?.effect;
  if (isInfinitive(tree, node)) {
    const said = isSaidAct(walk) && PLATFORMS.has(lemmaOf(tree, head));
    apply(finder, lexicon, effect ?? (said ? 'actual' : 'planned'), head, walk);
    return true;
  }
  const verb = headOf(tree, head);
  const above = isVerb(tree, verb) ? lexicon.embedding.get(lemmaOf(tree, verb)) : undefined;
  const object = /^i?obj$/.test(baseRelation(tree, head));
  if (marks.includes('that')) {
    // "told Mali that ...", where the parser hangs the clause on Mali
    if (effect === undefined && object && above !== undefined) apply(finder, lexicon, above.effect, verb, walk);
    else if (effect === 'said') apply(finder, lexicon, 'said', head, walk);
    else return false;
    return true;
  }
  if (marks.some((m) => m === 'of' || m === 'for')) {
    // "accused the mayor of stealing", where the parser hangs the clause on the mayor
    if (effect !== undefined) apply(finder, lexicon, effect, head, walk);
    else if (object && above?.control === 'obj' && above.effect === 'said') apply(finder, lexicon, 'said', verb, walk);
    else return false;
    return true;
  }
  return false;
}

/** "Mr. Lee, who had attacked them": what is added behind a comma or a name is part of what is said. */
function isAside(tree: Tree, clause: number, noun: number): boolean {
  if (relationOf(tree, clause) !== 'acl:relcl') return false;
  const { start } = subtreeSpan(tree, clause);
  return uposOf(tree, noun) === 'PROPN' || textOf(tree, start) === ',' || textOf(tree, start - 1) === ',';
}

/** "Taught there until he was expelled": it came to it. */
const isReached = (tree: Tree, clause: number, head: number, marks: readonly string[]): boolean =>
  marks.some((m) => m === 'until' || m === 'till') &&
  (['VBD', 'VBN', 'VBG'].includes(xposOf(tree, head)) ||
    childrenBy(tree, head, 'cop').some((c) => xposOf(tree, c) === 'VBD')) &&
  !childrenBy(tree, head, 'aux').some((a) => xposOf(tree, a) === 'MD') &&
  !isNegated(tree, head) &&
  (xposOf(tree, clause) === 'VBD' ||
    childrenBy(tree, clause, 'aux', 'aux:pass').some((a) => xposOf(tree, a) === 'VBD'));

/** "Said the talks had stopped when Chad left": parsers hang the last clause on the saying, and it is part of what is said. */
function isPartOfReport(lexicon: EventLexicon, tree: Tree, clause: number, head: number): boolean {
  const told = childBy(tree, head, 'ccomp');
  if (told < head || told > clause || !saysSo(lexicon, tree, head)) return false;
  const { start } = subtreeSpan(tree, clause);
  const first = textOf(tree, start) === ',' ? start + 1 : start;
  const comma = first > start || textOf(tree, start - 1) === ',';
  const word = textOf(tree, first);
  return comma ? word === 'when' || word === 'because' : REPORTED_CLAUSES.has(word);
}
const REPORTED_CLAUSES = new Set(['when', 'because', 'after', 'before', 'if', 'once', 'since', 'until', 'while']);

/** "There is no evidence that they attacked". */
const PROOFS = new Set(['evidence', 'proof', 'indication', 'sign', 'suggestion', 'truth', 'trace', 'record']);
const isNone = (tree: Tree, noun: number): boolean =>
  childrenBy(tree, noun, 'det').some((d) => textOf(tree, d) === 'no');

const isSaidAct = (walk: Walk): boolean => walk.type !== null && SAID_ACTS.has(walk.type);

const isNegated = (tree: Tree, verb: number): boolean =>
  childrenBy(tree, verb, 'advmod').some((c) => NEGATIVES.has(textOf(tree, c)));

/** "took", "has taken"; not "will take". */
const isPast = (tree: Tree, verb: number): boolean =>
  ['VBD', 'VBN', 'VBZ'].includes(xposOf(tree, verb)) &&
  !childrenBy(tree, verb, 'aux').some((a) => xposOf(tree, a) === 'MD');

/** "It will be hard once the rebels seize the town", "wonders what she will see when she returns". */
function isAhead(tree: Tree, clause: number, head: number): boolean {
  const tag = xposOf(tree, clause);
  if (tag !== 'VBZ' && tag !== 'VBP') return false;
  const words = childrenBy(tree, clause, 'mark', 'advmod').map((c) => textOf(tree, c));
  if (!words.some((w) => ONCE_IT_IS.has(w))) return false;
  return words.includes('once') || childrenBy(tree, head, 'aux').some((a) => MODALS[textOf(tree, a)] === 'planned');
}

const hasFiniteForm = (tree: Tree, node: number, head: number): boolean => {
  const tag = xposOf(tree, node);
  // "to build trade and continue talks": taggers take the second for a present
  if (tag === 'VBP' && isInfinitive(tree, head)) return false;
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
    if (isOpen(walk))
      attribute(finder, speakersOf(tree, lexicon, head), lemmaOf(tree, head), walk, voiceOf(finder, head));
    // what the speaker's own clause says of its "said" does not touch the event
    walk.settled = true;
    return;
  }
  if (walk.settled) return;
  if (effect === 'negative') walk.negative = !walk.negative;
  else if (effect !== 'actual') weaken(walk, effect);
}

function speakersOf(tree: Tree, lexicon: EventLexicon, head: number): number[] {
  if (isVerb(tree, head) || uposOf(tree, head) === 'AUX') {
    if (isPassive(tree, head)) return [];
    const subjects = logicalSubjects(tree, lexicon, head);
    return subjects.length > 0 ? subjects : childrenBy(tree, head, 'expl');
  }
  const owner = childBy(tree, head, 'nmod:poss');
  if (owner >= 0) return [owner];
  const makers = childrenBy(tree, head, 'nmod').filter((c) =>
    prepositionsOf(tree, c).some((p) => p === 'by' || p === 'of' || p === 'from'),
  );
  if (makers.length > 0) return makers;
  // "the army said in a statement that", "issued a report that"
  const verb = headOf(tree, head);
  const told =
    isVerb(tree, verb) &&
    (saysSo(lexicon, tree, verb) || (baseRelation(tree, head) === 'obj' && ISSUES.has(lemmaOf(tree, verb))));
  return told && !isPassive(tree, verb) ? logicalSubjects(tree, lexicon, verb) : [];
}

export function saysSo(lexicon: EventLexicon, tree: Tree, verb: number): boolean {
  const effect = lexicon.embedding.get(lemmaOf(tree, verb))?.effect;
  return effect === 'said' || effect === 'denied';
}

export function attribute(finder: ActorFinder, speakers: readonly number[], cue: string, walk: Walk, voice = -1): void {
  walk.cue = cue;
  const heard = voice >= 0 ? voice : speakers.map((s) => finder.voices.bySubject.get(s)).find((m) => m !== undefined);
  const found = heard ?? (firstActor(finder, speakers) ?? firstActor(finder, speakerBefore(finder, speakers)))?.mention;
  if (found !== undefined) walk.attributedTo = found;
}

/** The speaker heard at the verb; of a participle ("..., said Ruiz, a teacher in Lyon, adding that") the one before it. */
export function voiceOf({ tree, voices }: ActorFinder, verb: number): number {
  const own = voices.byVerb.get(verb) ?? -1;
  if (own >= 0 || relationOf(tree, verb) !== 'acl' || xposOf(tree, verb) !== 'VBG') return own;
  const start = tree.doc.sentences[tree.sentenceOf[verb] ?? -1]?.start ?? verb;
  for (let i = headOf(tree, verb) - 1; i >= start && i >= verb - FAR; i--) {
    const before = voices.byVerb.get(i);
    if (before !== undefined) return before;
  }
  return -1;
}
/** Tokens between a verb of saying and the participle that says on. */
const FAR = 25;

const firstActor = (finder: ActorFinder, tokens: readonly number[]) =>
  tokens.map((token) => actorsOf(finder, token, 'any')[0]).find((actor) => actor !== undefined);

/** "The army said it had fired. It said the raid went on.": a pronoun that no chain explains says on. */
function speakerBefore(finder: ActorFinder, speakers: readonly number[]): number[] {
  const { tree, doc } = finder;
  const pronoun = speakers.find((token) => uposOf(tree, token) === 'PRON' && SPEAKERS.has(textOf(tree, token)));
  const index = pronoun === undefined ? -1 : (tree.sentenceOf[pronoun] ?? -1);
  const [here, before] = [doc.sentences[index], doc.sentences[index - 1]];
  if (!here || !before || here.paragraph !== before.paragraph || before.title) return [];
  for (let i = before.start; i < before.end; i++)
    if (headOf(tree, i) < 0) return SAYING.has(lemmaOf(tree, i)) ? childrenBy(tree, i, 'nsubj') : [];
  return [];
}
