import type { ActorFinder } from './actors';
import { antecedentOf, hasModal, isInfinitive, isStatement } from './clause';
import { holds } from './conditions';
import type { EventLexicon, EventSense, SensePos } from './lexicon';
import { helpersOf, hyphened, isParticle, isParticleOf, isPhrasal, PARTICLES } from './phrasal';
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
  type Tree,
  textOf,
  uposOf,
} from './tree';

/** A sense that a word of the text satisfies. */
export interface Firing {
  readonly sense: EventSense;
  /** Document index of the trigger's head. */
  readonly head: number;
  /** The phrase's further words, in the text. */
  readonly words: readonly number[];
}

const POS_OF: Readonly<Record<string, readonly SensePos[]>> = {
  VERB: ['verb'],
  AUX: ['verb'],
  NOUN: ['noun'],
  PROPN: ['noun'],
  ADJ: ['adj', 'verb'],
};

/** Where the lexicon lists the senses of a token: by part of speech and head word, "verb:come". */
export function headKeys(tree: Tree, token: number): string[] {
  return (POS_OF[uposOf(tree, token)] ?? []).flatMap((pos) => lemmaKeys(tree, token, pos));
}

/** All senses that fire at a token, the most specific first. */
export function firingsAt(finder: ActorFinder, lexicon: EventLexicon, token: number): Firing[] {
  const { tree } = finder;
  const upos = uposOf(tree, token);
  const found: Firing[] = [];
  // a word of a name says nothing ("the March Hotel"), nor does a month
  if (upos === 'PROPN' && finder.doc.tokens[token]?.text !== textOf(tree, token)) return found;
  for (const pos of POS_OF[upos] ?? []) {
    // "the wounded", "were jailed": participles that the tagger takes for adjectives
    // and "would free them": an adjective that has an auxiliary and an object is a verb
    if (pos === 'verb' && upos === 'ADJ' && !/ed$/.test(textOf(tree, token)) && !actsAsVerb(tree, token)) continue;
    if (pos === 'verb' && upos === 'AUX' && relationOf(tree, token) !== 'root') continue;
    for (const key of lemmaKeys(tree, token, pos, lexicon)) {
      for (const sense of lexicon.senses.get(key) ?? []) {
        const words = wordsOf(tree, token, sense);
        if (words === null) continue;
        if (!sense.conditions.every((c) => holds(finder, lexicon, token, words, c))) continue;
        found.push({ sense, head: token, words });
      }
    }
  }
  return found.sort((a, b) => specificity(b.sense) - specificity(a.sense) || a.sense.line - b.sense.line);
}

const actsAsVerb = (tree: Tree, token: number): boolean =>
  childBy(tree, token, 'aux') >= 0 && childBy(tree, token, 'obj') >= 0;

/** Two for a word of the phrase, one for a condition; what only shuts out sport, things as doers or some words makes no sense narrower. */
export const specificity = (sense: EventSense): number =>
  2 * sense.words.length +
  sense.conditions.filter((c) => c.slot !== 'sport' && !c.optional && c.kind !== 'isnt').length;

/** The lemma, and where the lexicon does not know it a plain guess from the form ("raped" is no "rap"). */
function lemmaKeys(tree: Tree, token: number, pos: SensePos, lexicon?: EventLexicon): string[] {
  const lemma = lemmaOf(tree, token);
  const text = textOf(tree, token);
  const whole = hyphened(tree, token);
  const keys = [...(whole === '' ? [] : [`${pos}:${whole}`]), `${pos}:${lemma}`];
  if (pos === 'verb' && text !== lemma && lexicon?.senses.has(`verb:${lemma}`)) return keys;
  if (text !== lemma) keys.push(`${pos}:${text}`);
  if (pos === 'verb') for (const stem of stemsOf(text)) keys.push(`verb:${stem}`);
  if (pos === 'noun' && text.endsWith('s')) keys.push(`noun:${text.slice(0, -1)}`);
  return keys.filter((key, i) => keys.indexOf(key) === i);
}

/** Regular stems of a verb's form ("rebuffed" -> rebuff, "raided" -> raid, "stopping" -> stop): lemmas may be guessed wrong for rare verbs. */
function stemsOf(form: string): string[] {
  const ending = /^(.{2,}?)(ied|ed|ing|es|s)$/.exec(form);
  const stem = ending?.[1];
  if (stem === undefined) return [];
  if (ending?.[2] === 'ied') return [`${stem}y`];
  const last = stem.at(-1);
  return [stem, `${stem}e`, ...(last !== undefined && last === stem.at(-2) ? [stem.slice(0, -1)] : [])];
}

const NEAR = new Set([
  'obj',
  'obl',
  'xcomp',
  'compound',
  'advmod',
  'case',
  'nmod',
  'iobj',
  'amod',
  'fixed',
  'nsubj',
  'conj',
  'acl',
  'det',
  'mark',
  'advcl',
  'ccomp',
  'cop',
  'flat',
]);
/** Where somebody is taken "to". */
const PLACES_TO = new Set(['court', 'task', 'trial', 'jail', 'prison', 'account']);
/** Words of a phrase are looked for this many arcs below its head. */
const PHRASE_DEPTH = 3;

/** The tokens of the phrase's further words below its head, or null where one is missing. */
function wordsOf(tree: Tree, head: number, sense: EventSense): number[] | null {
  if (sense.words.length === 0) return [];
  const near = neighbourhood(tree, head, sense);
  const helpers = helpersOf(tree, head, near);
  const found: number[] = [];
  for (const alternatives of sense.words) {
    const small = [...alternatives].every((word) => PARTICLES.has(word));
    const is = (t: number): boolean =>
      !found.includes(t) && says(tree, t, alternatives) && (!small || isParticleOf(tree, head, t));
    // "handed over 40 percent of its arms": a particle right behind the verb is its own, whatever the parser hangs it on
    const hit =
      [...near, ...helpers].find(is) ??
      (isParticle(tree, head + 1) && is(head + 1) ? head + 1 : undefined) ??
      (alternatives.has('out') ? outOf(tree, head) : undefined);
    if (hit === undefined) return null;
    found.push(hit);
  }
  return found;
}

/** "forced the head of state OUT of the country": hung on the object. */
const outOf = (tree: Tree, verb: number): number | undefined =>
  childrenBy(tree, verb, 'obj')
    .flatMap((object) => childrenBy(tree, object, 'nmod'))
    .flatMap((place) => childrenBy(tree, place, 'case'))
    .find((word) => textOf(tree, word) === 'out');

/** The token is one of the words; "according to" is no accord, "in order to" no order. */
const says = (tree: Tree, token: number, alternatives: ReadonlySet<string>): boolean =>
  textOf(tree, token) !== 'according' &&
  !(textOf(tree, token) === 'order' && textOf(tree, token - 1) === 'in' && textOf(tree, token + 1) === 'to') &&
  (alternatives.has(lemmaOf(tree, token)) ||
    alternatives.has(textOf(tree, token)) ||
    alternatives.has(hyphened(tree, token)));

const CLAUSES = new Set(['xcomp', 'ccomp', 'advcl', 'acl', 'conj']);
const CIRCUMSTANCE = new Set([
  'after',
  'following',
  'before',
  'during',
  'since',
  'amid',
  'over',
  'until',
  'despite',
  'because_of',
  'between',
  'against',
  'due_to',
  'while',
  'when',
  'upon',
  'without',
]);
const MEASURES = new Set(['NUM', 'SYM', 'DET', 'PRON']);
const QUANTITIES = new Set([
  'number',
  'quantity',
  'ton',
  'tonne',
  'million',
  'billion',
  'dollar',
  'euro',
  'dozen',
  'hundred',
  'thousand',
  'series',
  'wave',
  'round',
  'package',
  'worth',
  'amount',
  'lot',
  'kind',
  'type',
  'form',
  'state',
  'act',
  'letter',
  'note',
  'memo',
  'vote',
  'declaration',
  'barrage',
  'volley',
  'set',
  'string',
  'pair',
  'couple',
  'range',
  'piece',
  'word',
  'message',
]);

function neighbourhood(tree: Tree, head: number, sense: EventSense): number[] {
  const { pos } = sense;
  const worded = (t: number): boolean => sense.words.some((w) => says(tree, t, w));
  const found: number[] = [];
  let layer = [head];
  for (let depth = 0; depth < PHRASE_DEPTH; depth++) {
    const next: number[] = [];
    for (const node of layer) {
      for (const c of childrenOf(tree, node)) {
        const base = baseRelation(tree, c);
        if (!NEAR.has(base)) continue;
        // "took the council to court": a noun that the parser takes for a verb
        if (base === 'acl' && PLACES_TO.has(textOf(tree, c)) && worded(c)) {
          found.push(c);
          continue;
        }
        // "took note and issued": a second verb is no word of the first
        if (base === 'conj' && node === head && isVerb(tree, c) && isVerb(tree, head)) continue;
        // an active subject is no part of a verb's phrase; a passive one may be ("a lawsuit was filed")
        if (base === 'nsubj' && relationOf(tree, c) !== 'nsubj:pass' && pos === 'verb') continue;
        // clauses below belong to themselves, except the complement ("agree to work together")
        if ((base === 'acl' || base === 'advcl' || base === 'ccomp') && depth > 0) continue;
        if (base === 'nmod' && depth === 0 && pos === 'verb') continue;
        // "suspended talks after an attack", "announced a suspension of aid": no attack was suspended, no aid announced
        const phrasal = node === head && isPhrasal(tree, head) && childrenOf(tree, c).includes(head + 1);
        if (base === 'obl' && isHelp(tree, c)) continue;
        if (base === 'obl' && !phrasal && prepositionsOf(tree, c).some((p) => CIRCUMSTANCE.has(p))) continue;
        if (
          base === 'nmod' &&
          pos === 'verb' &&
          !MEASURES.has(uposOf(tree, node)) &&
          !QUANTITIES.has(lemmaOf(tree, node))
        )
          continue;
        // below the phrase's nouns only their prepositions, adjectives and conjuncts
        if (
          depth >= 1 &&
          !['case', 'amod', 'compound', 'fixed', 'conj', 'obj', 'obl', 'nmod', 'advmod', 'xcomp'].includes(base)
        )
          continue;
        if (depth >= 2 && !['case', 'amod', 'compound', 'fixed'].includes(base)) continue;
        // a clause is part of the phrase only where its own verb is ("refuse to MEET"), and so is all below it
        if (CLAUSES.has(base) && isVerb(tree, c) && ((base === 'advcl' && !isInfinitive(tree, c)) || !worded(c)))
          continue;
        // "reported that police had arrested him": no arrest is reported here, police made it
        if (
          base === 'ccomp' &&
          isVerb(tree, c) &&
          childBy(tree, c, 'nsubj') >= 0 &&
          isStatement(tree, c) &&
          !hasModal(tree, c)
        )
          continue;
        next.push(c);
        const antecedent = base === 'obj' ? antecedentOf(tree, c) : c;
        if (antecedent !== c) found.push(antecedent);
      }
    }
    found.push(...next);
    layer = next;
  }
  // "the curfew that they imposed", "a deal struck with": the noun above a relative is its object,
  // but "a decision to withdraw troops" withdraws no decision
  const above = headOf(tree, head);
  const purpose = isInfinitive(tree, head) && childBy(tree, head, 'obj') >= 0;
  if (
    pos === 'verb' &&
    above >= 0 &&
    (relationOf(tree, head) === 'acl:relcl' || (relationOf(tree, head) === 'acl' && !purpose))
  )
    found.push(above);
  // "a call, which the office said he had initiated"
  const outer =
    above >= 0 && relationOf(tree, head) === 'ccomp' && relationOf(tree, above) === 'acl:relcl' && !isSetIn(tree, above)
      ? headOf(tree, above)
      : -1;
  if (pos === 'verb' && outer >= 0) found.push(outer);
  return found;
}

/** "sent troops WITH THE SUPPORT OF the union": no support was sent. */
const isHelp = (tree: Tree, noun: number): boolean =>
  prepositionsOf(tree, noun).includes('with') &&
  childrenBy(tree, noun, 'nmod').some((c) => prepositionsOf(tree, c).includes('of')) &&
  childBy(tree, noun, 'det') >= 0;

/** "a meeting IN WHICH it recommended": the relative stands for a place or time. */
const isSetIn = (tree: Tree, clause: number): boolean =>
  childrenBy(tree, clause, 'obl').some((c) => uposOf(tree, c) === 'PRON' && prepositionsOf(tree, c).length > 0);
