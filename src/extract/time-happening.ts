/** A happening that is told again by a definite noun ("the raid", "at the meeting"), and the time that was told with it before. */
import type { Named } from '../document';
import { timeOf } from './time-attach';
import { saysFuture } from './time-future';
import type { TimeExpression } from './time-grammar';
import {
  caseOf,
  childrenOf,
  createScene,
  headOf,
  isAct,
  isVerb,
  lemma,
  lower,
  relation,
  type Scene,
} from './time-scene';
import { AFTERWARDS, GATHERINGS, LIGHT_VERBS, MEANS, UTTERANCES } from './time-words';

/** How many sentences "the meeting" may lie behind the one that gives its day. */
const MEMORY_SENTENCES = 6;

/**
 * "A meeting was held on Monday. ... At the meeting the king praised the guards": the date of a happening told again by a
 * definite noun, where the event is that happening or came about at it.
 */
export function findHappening(
  doc: Named,
  times: readonly TimeExpression[],
  nodes: readonly number[],
  scene: Scene,
): { readonly time: TimeExpression; readonly future: boolean } | null {
  const noun = happeningOf(scene, nodes);
  const word = doc.lemmas[noun] ?? '';
  const here = doc.sentences.indexOf(scene.sentence);
  for (let at = here - 1; noun >= 0 && at >= 0 && here - at <= MEMORY_SENTENCES; at--) {
    const sentence = doc.sentences[at];
    if (sentence === undefined || sentence.title) return null;
    const before = createScene(
      doc,
      sentence,
      times.filter((t) => t.start >= sentence.start && t.start < sentence.end),
      scene.nouns,
    );
    for (let i = sentence.end - 1; i >= sentence.start; i--) {
      if (!tellsOf(doc, i, word)) continue;
      const found = before.times.length === 0 ? null : timeOf(before, [i]);
      if (found) return { time: found, future: saysFuture(before, i) };
      // another one, of which no day is told
      if (doc.lemmas[i] === word && !isDefinite(before, i)) return null;
    }
  }
  return null;
}

/** Whether the token names the happening of that noun: "meeting", or the verb "meet". */
function tellsOf(doc: Named, token: number, lemma: string): boolean {
  const own = doc.lemmas[token] ?? '';
  if (doc.upos[token] === 'NOUN') return own === lemma;
  if (doc.upos[token] !== 'VERB' || own.length < 3) return false;
  return own === lemma || lemma === `${own.replace(/e$/, '')}ing` || lemma === `${own}ment`;
}

const DEFINITE = /^(?:the|this|that|these|those|his|her|its|their|our|my)$/;

const isDefinite = (s: Scene, noun: number): boolean =>
  childrenOf(s, noun).some((c) => c < noun && /^(?:det|nmod)$/.test(relation(s, c)) && DEFINITE.test(lower(s, c)));

/** The happening, told before, that the event is ("the raid killed ten") or at which it came about ("said at the meeting"); -1 where none is. */
function happeningOf(s: Scene, nodes: readonly number[]): number {
  const known = (noun: number) => isAct(s, noun) && isDefinite(s, noun);
  const marks = (c: number) => MEANS.has(caseOf(s, c)) || (AFTERWARDS.has(caseOf(s, c)) && GATHERINGS.has(lemma(s, c)));
  for (const given of nodes) {
    if (known(given)) return given;
    // "a statement after the meeting calling on them", where the parser hangs the call on the meeting
    const over = headOf(s, given);
    if (relation(s, given) === 'acl' && GATHERINGS.has(lemma(s, over)) && known(over)) return over;
    // "issued a statement after the meeting calling on them"
    const put = relation(s, given) === 'acl' && UTTERANCES.has(lemma(s, headOf(s, given)));
    const node = put && isVerb(s, headOf(s, headOf(s, given))) ? headOf(s, headOf(s, given)) : given;
    const own = isVerb(s, node) ? childrenOf(s, node) : [];
    const at = own.find((c) => relation(s, c) === 'obl' && marks(c) && known(c));
    if (at !== undefined) return at;
    const subject = own.find((c) => relation(s, c) === 'nsubj' && known(c));
    if (subject !== undefined) return subject;
  }
  return -1;
}

/** How many sentences "The attack was launched on Monday" may stand behind the one that tells of an attack. */
const LATER_SENTENCES = 6;
/** Verbs of which a happening is the subject, besides those that carry one. */
const TAKES_PLACE = /^(?:happen|occur|take|begin|start|end|date|last|come|advance|follow)$/;

/**
 * "Hackers struck the site. ... The attack was launched on Wednesday": the date of what is told first, where a later sentence
 * says when it took place. Given by a definite noun that is the subject there; another one of its kind between them stops it.
 */
export function findLater(
  doc: Named,
  times: readonly TimeExpression[],
  nodes: readonly number[],
  scene: Scene,
): { readonly time: TimeExpression; readonly future: boolean } | null {
  const given = nodes[0] ?? -1;
  // "the request of the town asking them to pay"
  const over = relation(scene, given) === 'acl' && isAct(scene, headOf(scene, given)) ? headOf(scene, given) : given;
  const here = doc.sentences.indexOf(scene.sentence);
  for (let at = here + 1; over >= 0 && here >= 0 && at <= here + LATER_SENTENCES; at++) {
    const sentence = doc.sentences[at];
    if (sentence === undefined) return null;
    const near = times.filter((t) => t.start >= sentence.start && t.start < sentence.end);
    const later = createScene(doc, sentence, near, scene.nouns);
    for (let i = sentence.start; i < sentence.end; i++) {
      if (!isNounOf(doc, i, over)) continue;
      const verb = headOf(later, i);
      const told = isDefinite(later, i) && relation(later, i) === 'nsubj' && isVerb(later, verb);
      const found = told && (TAKES_PLACE.test(lemma(later, verb)) || LIGHT_VERBS.has(lemma(later, verb)));
      const time = found && near.length > 0 ? timeOf(later, [verb]) : null;
      if (time) return { time, future: saysFuture(later, verb) };
      if (!isDefinite(later, i)) return null;
    }
  }
  return null;
}

/** Whether the token is the noun of that act: "attack" of the noun or the verb, "shelling" of "shell". */
function isNounOf(doc: Named, token: number, act: number): boolean {
  const [noun, own] = [doc.lemmas[token] ?? '', doc.lemmas[act] ?? ''];
  if (doc.upos[token] !== 'NOUN' || /Number=Plur/.test(doc.feats[token] ?? '') || own.length < 3) return false;
  return noun === own || noun === `${own.replace(/e$/, '')}ing` || noun === `${own}ment`;
}
