import type { EventType, Modality, Polarity } from '../ontology';
import type { ActorFinder } from './actors';
import { climb } from './context-climb';
import { SAID_ACTS } from './context-cues';
import { isNone } from './context-nouns';
import { readOwn } from './context-own';
import { whoseWord } from './context-speech';
import { isOpen, isSaidAct, negate, type Walk, weaken } from './context-walk';
import type { EventLexicon } from './lexicon';
import { headOf, isVerb, lemmaOf, textOf, uposOf } from './tree';

/** How an event is told: said not to be, planned, possible, asked for; when; by whom. */
export interface Context {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly tense: 'past' | 'present' | 'future' | null;
  /** Index into `mentions`, or -1. */
  readonly attributedTo: number;
  readonly cue: string | null;
}

/**
 * Reads the context of an event's trigger by walking from it to the root of its sentence.
 *
 * @param words - further words of the event's phrase ("made no REQUEST")
 */
export function contextOf(
  finder: ActorFinder,
  lexicon: EventLexicon,
  trigger: number,
  type: EventType | null = null,
  words: readonly number[] = [],
): Context {
  const { tree } = finder;
  const walk: Walk = {
    type,
    trigger,
    negative: false,
    modality: 'actual',
    tense: null,
    attributedTo: -1,
    cue: null,
    settled: false,
    affirmed: false,
    own: false,
    refusing: words.some((w) => textOf(tree, w) === 'no'),
  };
  // "made no such request", "signed no deal", where "no" is not a word of the phrase itself
  if (isVerb(tree, trigger) && !words.some((w) => textOf(tree, w) === 'no'))
    if (words.some((w) => headOf(tree, w) !== trigger && uposOf(tree, w) === 'NOUN' && isNone(tree, w))) negate(walk);
  // "prepares a case against him": the verb of the phrase says that it is still to come
  if (words.some((w) => uposOf(tree, w) === 'NOUN') && AHEAD.has(lemmaOf(tree, trigger)) && !isSaidAct(walk))
    weaken(walk, 'planned');
  for (let node = trigger, from = -1, steps = 0; node >= 0 && steps < 30; steps++) {
    readOwn(finder, lexicon, node, from, walk);
    const head = headOf(tree, node);
    if (head >= 0) climb(finder, lexicon, node, head, walk);
    from = node;
    node = head;
  }
  quoted(finder, lexicon, trigger, walk);
  framed(finder, lexicon, trigger, walk);
  return {
    polarity: walk.negative ? 'negative' : 'positive',
    modality: walk.modality,
    tense: walk.tense ?? (walk.modality === 'actual' ? null : 'future'),
    attributedTo: walk.attributedTo,
    cue: walk.cue,
  };
}

const AHEAD = new Set(['prepare', 'plan', 'schedule', 'arrange', 'mull', 'weigh', 'contemplate']);

/** "They drowned before the ship that rescued others came, according to the police": who ends the sentence says it all. */
function framed(finder: ActorFinder, lexicon: EventLexicon, trigger: number, walk: Walk): void {
  const { tree, voices } = finder;
  // "Fares must rise, the mayor said" urges by saying so
  if (!isOpen(walk) || walk.cue !== null || (walk.type !== null && SAID_ACTS.has(walk.type))) return;
  const sentence = tree.sentenceOf[trigger] ?? -1;
  const headline = voices.headlines.get(sentence);
  if (headline !== undefined) {
    walk.attributedTo = headline;
    walk.cue = 'headline';
    return;
  }
  const verb = voices.framing.get(sentence) ?? -1;
  if (verb < 0 || headOf(tree, verb) < 0 || verb < trigger) return;
  walk.attributedTo = whoseWord(finder, lexicon, voices.byVerb.get(verb) ?? -1);
  walk.cue = textOf(tree, verb) === 'according' ? 'according to' : lemmaOf(tree, verb);
}

/** Inside a quotation the speaker says so, whatever the tree. */
function quoted(finder: ActorFinder, lexicon: EventLexicon, trigger: number, walk: Walk): void {
  if (walk.attributedTo >= 0) return;
  const { doc } = finder;
  const start = doc.tokens[trigger]?.start ?? -1;
  const q = doc.quotations.findIndex(
    (one, i) => one.start <= start && start < one.end && (finder.speakers[i] ?? -1) >= 0,
  );
  const quotation = doc.quotations[q];
  if (quotation === undefined) return;
  walk.attributedTo = whoseWord(finder, lexicon, finder.speakers[q] ?? -1);
  walk.cue = quotation.cue >= 0 ? (doc.lemmas[quotation.cue] ?? null) : 'quotation';
}
