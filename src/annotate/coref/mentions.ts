/**
 * The mentions of a document: names, noun phrases, pronouns, each with its span and head.
 * A phrase is what hangs on its head without what stands outside it: prepositions, conjuncts, appositions,
 * the clause of a predicate noun.
 */
import type { MentionKind, Name, Named, TokenSpan } from '../../document';
import { isCapital } from './lexicons';
import { type Children, type Reading, relationOf } from './tree';

export interface Candidate extends TokenSpan {
  readonly head: number;
  readonly kind: MentionKind;
  /** Index into `names`, or -1. */
  readonly name: number;
}

/** Dependents that are never part of the phrase, on either side. */
const OUTSIDE = new Set(
  'case cc conj appos parataxis discourse vocative expl mark cop aux punct list dep reparandum orphan nsubj csubj dislocated'.split(
    ' ',
  ),
);
/** Dependents of a clause: outside where the noun is its predicate. */
const CLAUSAL = new Set('obl advcl advmod ccomp xcomp obj iobj nsubj csubj aux mark'.split(' '));
/** A noun with one of these relations is part of a larger name or word. */
const INNER = new Set('flat fixed goeswith case cc mark discourse'.split(' '));

const ARGUMENTS = new Set(['nsubj', 'obj', 'iobj', 'obl', 'nmod']);

export function findMentions(reading: Reading): Candidate[] {
  const { document, children, nameOf } = reading;
  const found: Candidate[] = [];
  const headed = new Set<number>();
  document.names.forEach((name, n) => {
    const head = headOfName(document, name);
    headed.add(head);
    const { start, end } = spanOfName(reading, name, head);
    found.push({ start, end, head, kind: 'name', name: n });
  });
  for (let i = 0; i < document.tokens.length; i++) {
    if (headed.has(i)) continue;
    const kind = kindOf(document, children, i, nameOf[i]!);
    if (kind === null) continue;
    const { start, end } = phrase(reading, i);
    found.push({ start, end, head: i, kind, name: -1 });
  }
  return nested(found);
}

/** Spans of another's choice as mentions. */
export function givenMentions({ document, nameOf }: Reading, spans: readonly TokenSpan[]): Candidate[] {
  const seen = new Set<string>();
  const found: Candidate[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (seen.has(`${start} ${end}`)) continue;
    seen.add(`${start} ${end}`);
    const head = headOfName(document, { start, end });
    const n = nameOf[head]!;
    const name =
      n >= 0 && headOfName(document, document.names[n]!) === head && !found.some((other) => other.name === n) ? n : -1;
    found.push({
      start,
      end,
      head,
      name,
      kind: name >= 0 ? 'name' : document.upos[head] === 'PRON' ? 'pronoun' : 'nominal',
    });
  }
  return found;
}

/** The token of the name that hangs outside it; the first of several. */
function headOfName(document: Named, name: TokenSpan): number {
  for (let i = name.start; i < name.end; i++) {
    const head = document.heads[i]!;
    if ((head < name.start || head >= name.end) && document.upos[i] !== 'PUNCT' && relationOf(document, i) !== 'case')
      return i;
  }
  return name.start;
}

/** The phrase that the name heads ("Iraqi Prime Minister Adel Abdul-Mahdi"), or the name itself within another phrase. */
function spanOfName(reading: Reading, name: Name, head: number): TokenSpan {
  const relation = relationOf(reading.document, head);
  const inside = relation === 'compound' || relation === 'amod' || relation === 'flat';
  if (inside) return { start: name.start, end: name.end };
  const span = phrase(reading, head);
  return { start: Math.min(span.start, name.start), end: Math.max(span.end, name.end) };
}

function kindOf(document: Named, children: Children, i: number, name: number): MentionKind | null {
  const upos = document.upos[i]!;
  const relation = relationOf(document, i);
  if (INNER.has(relation) || document.deprels[i] === 'nmod:desc') return null;
  if (upos === 'PRON') return isMentionPronoun(document, i) ? 'pronoun' : null;
  if (name >= 0) return null;
  if (upos === 'NOUN' || upos === 'PROPN') {
    // "at 8 p.m." is no prime minister
    if (/^[ap]\.?m\.?$/.test(document.tokens[i]!.text)) return null;
    if (relation === 'compound' && COUNTING.has(document.lemmas[i]!)) return null;
    if (relation === 'compound' || relation === 'amod')
      return upos === 'NOUN' || isCapital(document.tokens[i]!.text) ? 'nominal' : null;
    return 'nominal';
  }
  // "the wounded", "the first of them", "two were killed"
  const argument = ARGUMENTS.has(relation);
  if ((upos === 'ADJ' || upos === 'NUM') && argument) {
    const determined = children[i]!.some((child) => document.deprels[child] === 'det');
    return upos === 'NUM' || determined ? 'nominal' : null;
  }
  if (upos === 'DET' && argument) return 'pronoun';
  return null;
}

/** Nouns of people that only count the noun they stand before: "twin bombings". */
const COUNTING = new Set(['twin', 'couple']);

const NO_MENTION = new Set([
  'there',
  'what',
  'who',
  'which',
  'whom',
  'whatever',
  'whoever',
  'whichever',
  'whose',
  'how',
  'why',
  'when',
  'where',
]);

/** Relative and interrogative pronouns and the empty "it", "there" are none. */
function isMentionPronoun(document: Named, i: number): boolean {
  const xpos = document.xpos[i]!;
  const text = document.tokens[i]!.text.toLowerCase();
  if (xpos.startsWith('W') || xpos === 'EX' || NO_MENTION.has(text)) return false;
  if (/PronType=(?:Rel|Int)/.test(document.feats[i]!)) return false;
  return relationOf(document, i) !== 'expl';
}

/**
 * From the first to the last token that hangs on the head, cut where the subtrees begin that stand outside the phrase.
 * Where arcs cross, a word between that hangs elsewhere stays within (a run without gaps scored no better on GUM dev).
 */
function phrase({ document, children, subtrees }: Reading, head: number): TokenSpan {
  const first = subtrees.starts[head]!;
  let [start, end] = [first, subtrees.ends[head]!];
  const predicate = children[head]!.some((child) => PREDICATE.has(relationOf(document, child)));
  for (const child of children[head]!) {
    const relation = relationOf(document, child);
    const out =
      OUTSIDE.has(relation) ||
      (predicate && CLAUSAL.has(relation)) ||
      (relation === 'advmod' && (child === first || child > head)) ||
      (child > head && TIMES.test(document.tokens[child]!.text));
    if (!out || (relation === 'punct' && !breaksPhrase(document, child))) continue;
    if (child < head) start = Math.max(start, Math.min(subtrees.ends[child]!, head));
    else end = Math.min(end, Math.max(subtrees.starts[child]!, head + 1));
  }
  return trim(document, start, end, head);
}

/** Dependents of a noun that is a predicate. */
const PREDICATE = new Set(['cop', 'nsubj', 'csubj']);

const TIMES =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.))$/;

/** A comma before a relative clause or a reduced one is within the phrase; a bracket or a dash ends it. */
function breaksPhrase(document: Named, i: number): boolean {
  return /^(?:[–—:;(]|--|\.)$/.test(document.tokens[i]!.text);
}

function trim(document: Named, start: number, end: number, head: number): TokenSpan {
  let [from, to] = [start, end];
  const edge = (i: number) => document.upos[i] === 'PUNCT' && !/^[$%€£]$/.test(document.tokens[i]!.text);
  const cased = (i: number) => relationOf(document, i) === 'case' && (document.heads[i] === head || i === from);
  while (
    from < head &&
    (edge(from) || relationOf(document, from) === 'cc' || cased(from) || LEADING.test(document.tokens[from]!.text))
  )
    from++;
  while (to > head + 1 && (edge(to - 1) || cased(to - 1) || TRAILING.test(document.xpos[to - 1]!))) to--;
  const bracket = openBracket(document, from, to);
  if (bracket > head) to = bracket;
  // "four people: Col. A, ..." ends at its colon, however the tree hangs
  for (let i = head + 1; i < to; i++) if (/^(?::|;|--|—)$/.test(document.tokens[i]!.text)) to = i;
  return { start: from, end: to };
}

/** Words that point at the phrase from outside, and tags that no phrase ends with. */
const LEADING =
  /^(?:notably|including|especially|particularly|mainly|mostly|even|just|also|only|both|either|neither)$/i;
const TRAILING = /^(?:POS|IN|TO|CC)$/;

/** The first bracket that the span opens and does not close, or -1. */
function openBracket(document: Named, start: number, end: number): number {
  const open: number[] = [];
  for (let i = start; i < end; i++) {
    const text = document.tokens[i]!.text;
    if (text === '(' || text === '[') open.push(i);
    else if (text === ')' || text === ']') open.pop();
  }
  return open[0] ?? -1;
}

/** Sorted by start, outer first; of two that cross, the later one is cut to its head's side; of two alike the name stays. */
function nested(found: readonly Candidate[]): Candidate[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end || a.head - b.head);
  const kept: Candidate[] = [];
  const open: Candidate[] = [];
  for (const candidate of sorted) {
    while (open.length > 0 && open.at(-1)!.end <= candidate.start) open.pop();
    const outer = open.at(-1);
    let mention = candidate;
    if (outer !== undefined && candidate.end > outer.end) {
      if (candidate.head >= outer.end) continue;
      mention = { ...candidate, end: outer.end };
    }
    if (outer !== undefined && outer.start === mention.start && outer.end === mention.end) {
      if (mention.name < 0) continue;
      if (outer.name < 0) {
        open.pop();
        kept.splice(kept.indexOf(outer), 1);
      }
    }
    kept.push(mention);
    open.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}
