/**
 * How far the event lexicon reaches: in which coded sentences does some word or phrase of it have the gold class among
 * its senses? Trees and conditions are left out, so this is the ceiling of what extraction can find there.
 */
import type { Parsed } from '../document';
import type { EventLexicon, EventSense } from '../extract/lexicon';
import { headKeys } from '../extract/match';
import { buildTree } from '../extract/tree';
import { type PloverClass, RELATIONS } from '../ontology';
import { type GoldEvent, goldClasses, isEvent } from './events';
import { share } from './matching';

export interface LexiconFigures {
  /** Sentences with a coded event. */
  readonly sentences: number;
  /** The share of them whose class is among the senses, planned forms with theirs. */
  readonly senses: number;
  /** The same with what extraction makes of a sense by grammar: refusals and duties. */
  readonly readings: number;
}

export interface LexiconScore {
  readonly figures: LexiconFigures;
  /** Texts of which no sense has the gold class, each after that class. */
  readonly errors: readonly string[];
}

const FUTURE = new Set(['will', 'would', 'shall', "'ll", 'wo']);
const NEGATION = new Set(['not', "n't", 'never', 'no']);
const DUTY = new Set(['must', 'should']);
const COOPERATION: ReadonlySet<string> = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID']);
const GIVING: ReadonlySet<string> = new Set([...COOPERATION, 'AGREE', 'CONCEDE', 'RETREAT']);

export interface LexiconClasses {
  readonly senses: ReadonlySet<PloverClass>;
  readonly readings: ReadonlySet<PloverClass>;
}

/** The PLOVER classes of all senses whose words occur in the document, in any order. */
export function lexiconClasses(doc: Parsed, lexicon: EventLexicon): LexiconClasses {
  const tree = buildTree(doc);
  const lowered = doc.tokens.map(({ text }) => text.toLowerCase());
  const words = new Set([...doc.lemmas, ...lowered]);
  const occurs = (sense: EventSense) => sense.words.every((set) => [...set].some((word) => words.has(word)));
  const senses = new Set<PloverClass>();
  let planned = lowered.some((word) => FUTURE.has(word));
  doc.lemmas.forEach((lemma, i) => {
    const entry = doc.upos[i] === 'NOUN' ? `${lemma}#n` : lemma;
    if (lexicon.embedding.get(entry)?.effect === 'planned') planned = true;
    for (const sense of headKeys(tree, i).flatMap((key) => lexicon.senses.get(key) ?? []))
      if (occurs(sense)) for (const name of classOf(sense)) senses.add(name);
  });
  const any = (classes: ReadonlySet<string>) => [...senses].some((name) => classes.has(name));
  // cooperation that is only planned is an agreement, a planned retreat a concession
  if (planned && any(COOPERATION)) senses.add('AGREE');
  if (planned && senses.has('RETREAT')) senses.add('CONCEDE');
  const readings = new Set(senses);
  // "will not free them" refuses, "Ankara says Athens must act" demands
  if (planned && any(GIVING) && lowered.some((word) => NEGATION.has(word))) readings.add('REJECT');
  if (lowered.some((word) => DUTY.has(word))) readings.add('REQUEST');
  return { senses, readings };
}

function classOf({ type }: EventSense): readonly PloverClass[] {
  if (type === 'VOTED_FOR') return ['SUPPORT'];
  if (type === 'VOTED_AGAINST') return ['REJECT'];
  const { plover } = RELATIONS[type];
  return plover === 'FACT' || plover === 'VOTE' ? [] : [plover];
}

export interface ParsedSentence {
  readonly expected: readonly GoldEvent[];
  readonly doc: Parsed;
}

export function scoreLexicon(sentences: readonly ParsedSentence[], lexicon: EventLexicon): LexiconScore {
  const errors: string[] = [];
  const right = { senses: 0, readings: 0 };
  let total = 0;
  for (const { expected, doc } of sentences) {
    const gold = expected.filter(isEvent).map(goldClasses);
    if (gold.length === 0) continue;
    total++;
    const found = lexiconClasses(doc, lexicon);
    const covers = (names: ReadonlySet<PloverClass>) =>
      gold.some((classes) => classes.size === 0 || [...names].some((name) => classes.has(name)));
    if (covers(found.senses)) right.senses++;
    else errors.push(`${gold.map((classes) => [...classes].join('|')).join(', ')}  ${doc.article.text}`);
    if (covers(found.readings)) right.readings++;
  }
  return {
    figures: { sentences: total, senses: share(right.senses, total), readings: share(right.readings, total) },
    errors,
  };
}
