/**
 * Named entities of GUM: mentions of people, organizations and places whose head is a proper noun, cut to the words of
 * the name. Proper nouns outside of them (events, works, months) are left unknown: GUM has no type for them that is ours.
 */
import type { Parsed } from '../../document';
import { type ConlluDocument, parsedFromConllu } from './conllu';
import { type GoldMention, readEntities } from './entities';
import type { LearntSpan, LearntType, NamedText } from './name-types';

const TYPES: Readonly<Record<string, LearntType>> = { person: 'PER', organization: 'ORG', place: 'LOC' };

/** `isTitle`: whether a word is a title ("Dr."): titles are no part of a person's name. */
export function gumNames(source: ConlluDocument, isTitle: (form: string) => boolean): NamedText {
  const document = parsedFromConllu(source);
  const names: LearntSpan[] = [];
  let covered = 0;
  for (const mention of readEntities(source)) {
    const type = TYPES[mention.type];
    const span = type === undefined ? null : nameWithin(document, mention, type, isTitle);
    if (span === null || span.start < covered) continue;
    names.push(span);
    covered = span.end;
  }
  const inside = new Set<number>();
  for (const { start, end } of names) for (let i = start; i < end; i++) inside.add(i);
  const unknown = document.tokens.flatMap((_, i) => (document.upos[i] === 'PROPN' && !inside.has(i) ? [i] : []));
  return {
    id: source.id,
    convention: 'gum',
    tokens: document.tokens.map((token) => token.text),
    starts: document.sentences.map((sentence) => sentence.start),
    names,
    complete: false,
    unknown: new Set(unknown),
  };
}

/** "the new Ministry of Defense, which ..." -> "Ministry of Defense". */
function nameWithin(
  document: Parsed,
  mention: GoldMention,
  type: LearntType,
  isTitle: (form: string) => boolean,
): LearntSpan | null {
  const { upos, tokens } = document;
  const head = headOf(document, mention);
  if (upos[head] !== 'PROPN') return null;
  let start = head;
  while (start > mention.start && isNameWord(document, start - 1)) start--;
  let end = head + 1;
  for (let next = endAfter(document, mention, end, type); next > end; next = endAfter(document, mention, end, type)) {
    end = next;
  }
  if (type === 'PER') while (start < end - 1 && isTitle(tokens[start]!.text)) start++;
  if (tokens[start]!.text === '-') start++;
  if (type === 'PER' && end === start + 1 && isTitle(tokens[start]!.text)) return null;
  return end > start ? { start, end, type } : null;
}

/** The token of the span whose head lies outside. */
function headOf(document: Parsed, { start, end }: GoldMention): number {
  for (let i = start; i < end; i++) {
    const head = document.heads[i]!;
    if (head < start || head >= end) return i;
  }
  return start;
}

function isNameWord(document: Parsed, i: number): boolean {
  const form = document.tokens[i]!.text;
  if (document.upos[i] === 'PROPN') return true;
  if (form === '-') return i > 0 && document.upos[i - 1] === 'PROPN';
  return document.upos[i] === 'ADJ' && /^\p{Lu}/u.test(form);
}

/** Where the name goes on to from `end`: over the next word of it, or over "of the" and the word after. */
function endAfter(document: Parsed, mention: GoldMention, end: number, type: LearntType): number {
  if (end >= mention.end) return end;
  if (document.upos[end] === 'PROPN') return end + 1;
  const form = document.tokens[end]!.text;
  if (form === '-' || (type !== 'PER' && /^(?:of|for|and|&|de)$/.test(form))) {
    let next = end + 1;
    if (next < mention.end && /^the$/i.test(document.tokens[next]!.text)) next++;
    if (next < mention.end && document.upos[next] === 'PROPN' && !startsMention(document, next, form)) return next + 1;
  }
  return end;
}

/** "France and Germany" are two names: a conjunct of the head begins another. */
function startsMention(document: Parsed, i: number, joint: string): boolean {
  return joint === 'and' && document.deprels[i] === 'conj';
}
