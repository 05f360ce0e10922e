/** What a mention says of itself: type, number, gender, person, determiner, words, nationality, titles. */
import type { Named, TokenSpan } from '../../document';
import type { Noun } from '../../learn/lexicons';
import type { EntityType } from '../../ontology';
import { fold, isCapital, type Lookup } from './lexicons';
import type { Candidate } from './mentions';
import {
  determinerOf,
  isProper,
  lemmaOf,
  modifiersOf,
  nationalityOf,
  type Profile,
  properWords,
  quantityOf,
  saidBefore,
} from './phrase-words';
import { pronounProfile } from './pronoun-profile';
import { type Children, type Reading, relationOf } from './tree';

export type { Profile };

/** "his country" goes where "he" comes from, by rule. */
export const OWN_COUNTRY = /^(?:country|nation|homeland)$/;

export function profileOf(reading: Reading, mention: Candidate, lookup: Lookup): Profile {
  const { document, children } = reading;
  const text = document.tokens[mention.head]!.text;
  if (mention.kind === 'pronoun') return pronounProfile(text);
  const determiner = determinerOf(document, children, mention);
  const modifiers = modifiersOf(document, mention);
  const base = {
    determiner,
    modifiers,
    proper: properWords(document, mention),
    lemma: lemmaOf(document, mention),
    quantity: quantityOf(document, children, mention),
    nationality: nationalityOf(reading, mention, lookup),
  };
  if (mention.name >= 0) {
    const { start, end, type } = document.names[mention.name]!;
    return nameProfile(
      document,
      mention,
      lookup,
      base,
      start,
      end,
      describedType(document, start, mention.head, lookup) ?? type,
    );
  }
  const proper = properSpan(document, children, mention);
  if (proper === null || isTitle(document, proper, lookup))
    return nominalProfile(document, children, mention, lookup, base);
  const type = guessType(document, mention, proper, lookup);
  return nameProfile(document, mention, lookup, base, proper.start, proper.end, type);
}

type Base = Pick<Profile, 'determiner' | 'modifiers' | 'proper' | 'lemma' | 'quantity' | 'nationality'>;

const QUOTES = new Set(['"', '“', '”', "'", '‘', '’', '«']);

/** "the magazine MicroMega", "the group 'Odhikar'": the sort that is said right before a name stands against the namer's. */
function describedType(document: Named, start: number, head: number, lookup: Lookup): string | null {
  const quoted = QUOTES.has(document.tokens[start - 1]?.text ?? '');
  const before = quoted ? start - 2 : start - 1;
  const relation = document.deprels[before];
  const after = document.heads[before] === head && (relation === 'compound' || relation === 'nmod:desc');
  const apposed = quoted && document.heads[head] === before && document.deprels[head] === 'appos';
  if (!after && !apposed) return null;
  if (document.upos[before] !== 'NOUN' || !/^\p{Ll}/u.test(document.tokens[before]!.text)) return null;
  const type = nounOf(fold(document.lemmas[before]!), lookup)?.type;
  return type === 'Organization' ? 'ORG' : type === 'Person' ? 'PER' : null;
}

/** The proper nouns around a head that no name covers: "the Sagrada Familia". */
function properSpan(document: Named, children: Children, mention: Candidate): TokenSpan | null {
  const proper = (i: number) =>
    isCapital(document.tokens[i]!.text) && (isProper(document.xpos[i]!) || document.upos[i] === 'PROPN');
  if (!proper(mention.head)) return null;
  let [start, end] = [mention.head, mention.head + 1];
  const own = (i: number) =>
    children[mention.head]!.includes(i) || document.upos[i] === 'PUNCT' || document.heads[i]! >= mention.start;
  const joined = (i: number) => proper(i) || /^[-–’'.]$/.test(document.tokens[i]!.text);
  while (start > mention.start && joined(start - 1) && own(start - 1)) start--;
  while (end < mention.end && joined(end) && own(end)) end++;
  return { start, end };
}

/** "the Prime Minister", "Vice-President", "the Nigerian President": a role in capitals is a description. */
function isTitle(document: Named, { start, end }: TokenSpan, lookup: Lookup): boolean {
  const words = nameWords(document, start, end, lookup, false);
  while (words.length > 1 && lookup.countries.has(words[0]!)) words.shift();
  const key = words.join(' ');
  return lookup.titles.has(key) || (words.length === 1 && lookup.nouns.get(key)?.type === 'Person');
}

/** PER after a title or a given name; else what the lists say. */
function guessType(document: Named, mention: Candidate, span: TokenSpan, lookup: Lookup): string {
  const words = nameWords(document, span.start, span.end, lookup, true);
  const key = words.join(' ');
  if (lookup.countries.has(key) || lookup.places.has(key)) return 'LOC';
  if (lookup.organizations.has(key)) return 'ORG';
  const titled = titlesBefore(document, mention, span.end - words.length, lookup).length > 0;
  if (words.length > 1 && (titled || lookup.givenNames.has(words[0]!))) return 'PER';
  return titled && words.length === 1 && !lookup.nouns.has(key) ? 'PER' : 'MISC';
}

function nameProfile(
  document: Named,
  mention: Candidate,
  lookup: Lookup,
  base: Base,
  start: number,
  end: number,
  type: string,
): Profile {
  const words = nameWords(document, start, end, lookup, type === 'PER');
  const key = words.join(' ');
  const country = type === 'PER' ? null : (lookup.countries.get(key) ?? null);
  const people = lookup.peoples.get(key) ?? null;
  const titles = type === 'PER' ? titlesBefore(document, mention, start, lookup) : [];
  return {
    person: 0,
    determiner: base.determiner,
    modifiers: base.modifiers,
    proper: base.proper,
    lemma: base.lemma,
    quantity: base.quantity,
    type:
      nameType(type, country, base.quantity !== null, people) ??
      (type === 'MISC' ? (nounOf(base.lemma, lookup)?.type ?? null) : null),
    number: people === 'several' || (type === 'NORP' && /s$/.test(key) && country === null) ? 'p' : 's',
    gender: type === 'PER' ? genderOf(words, titles, lookup) : null,
    words,
    country: people === 'one' || (people === 'several' && base.quantity !== null) ? null : country,
    nationality: base.nationality ?? (people === null ? saidBefore(document, mention, start, lookup) : country),
    titles,
  };
}

function nameType(
  type: string,
  country: string | null,
  counted: boolean,
  people: 'one' | 'several' | null,
): EntityType | null {
  if (type === 'PER') return 'Person';
  if (people === 'one') return 'Person';
  if (people === 'several' && counted) return 'Group';
  if (country !== null) return 'Country';
  if (type === 'ORG') return 'Organization';
  if (type === 'GPE' || type === 'LOC') return 'Place';
  return type === 'NORP' ? 'Group' : null;
}

/** Words as they stand between spaces, so that "Abdul-Mahdi" is one; titles go where the name is a person's. */
function nameWords(document: Named, start: number, end: number, lookup: Lookup, person: boolean): string[] {
  const words: string[] = [];
  for (let i = start; i < end; i++) {
    const glued = i > start && document.tokens[i - 1]!.end === document.tokens[i]!.start && words.length > 0;
    const text = fold(document.tokens[i]!.text);
    if (glued && text !== "'s" && text !== "'") words[words.length - 1] += text;
    else if (text !== "'s" && text !== "'" && text !== '') words.push(text);
  }
  while (words.length > 1 && (words[0] === 'the' || (person && lookup.titles.has(words[0]!)))) words.shift();
  return words;
}

/** Titles that stand before the name within its phrase, longest first: "Iraqi [Prime Minister] Adel Abdul-Mahdi". */
function titlesBefore(document: Named, mention: Candidate, nameStart: number, lookup: Lookup): string[] {
  const words: string[] = [];
  for (let i = mention.start; i < nameStart; i++) words.push(fold(document.tokens[i]!.text));
  const found: string[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = words.length; to > from; to--) {
      const phrase = words.slice(from, to).join(' ');
      if (!lookup.titles.has(phrase) && !(to === from + 1 && lookup.nouns.get(phrase)?.type === 'Person')) continue;
      found.push(phrase);
      from = to;
      break;
    }
  }
  return found;
}

function genderOf(words: readonly string[], titles: readonly string[], lookup: Lookup): 'm' | 'f' | null {
  for (const title of titles) {
    const gender = lookup.titles.get(title)?.gender ?? lookup.nouns.get(title)?.gender ?? null;
    if (gender !== null) return gender;
  }
  return words.length > 1 ? (lookup.givenNames.get(words[0]!) ?? null) : null;
}

function nominalProfile(document: Named, children: Children, mention: Candidate, lookup: Lookup, base: Base): Profile {
  const { lemma } = base;
  const plural = isPlural(document, mention.head);
  const text = fold(document.tokens[mention.head]!.text);
  const noun = nounOf(lemma, lookup);
  const title = lookup.titles.get(lemma);
  const people = lookup.peoples.get(text) ?? null;
  let type: EntityType | null = noun?.type ?? (title !== undefined ? 'Person' : people !== null ? 'Person' : null);
  if (isModifier(document, mention, type) || isState(document, children, mention, lemma)) type = null;
  const several = plural || noun?.plural === true || people === 'several';
  if (several && (type === 'Person' || type === 'Country')) type = 'Group';
  const country = people === 'several' && base.quantity === null ? (lookup.countries.get(text) ?? null) : null;
  return {
    person: 0,
    determiner: base.determiner,
    modifiers: base.modifiers,
    proper: base.proper,
    lemma,
    quantity: base.quantity,
    nationality: base.nationality,
    type: country !== null ? 'Country' : type,
    number: several || (base.quantity !== null && base.quantity !== 'one' && base.quantity !== '1') ? 'p' : 's',
    gender: noun?.gender ?? title?.gender ?? null,
    words: [],
    country,
    titles: type === 'Person' ? [roleOf(document, mention, lookup)] : [],
  };
}

/** "an 81-nation coalition": within a compound these name no place. */
function isModifier(document: Named, mention: Candidate, type: EntityType | null): boolean {
  return (type === 'Country' || type === 'Place') && relationOf(document, mention.head) === 'compound';
}

/** "a state of heightened tensions" is no state. */
function isState(document: Named, children: Children, mention: Candidate, lemma: string): boolean {
  if (lemma !== 'state') return false;
  return children[mention.head]!.some(
    (child) => child > mention.head && relationOf(document, child) === 'nmod' && document.upos[child] === 'NOUN',
  );
}

function isPlural(document: Named, i: number): boolean {
  return document.xpos[i] === 'NNS' || document.xpos[i] === 'NNPS' || document.feats[i]!.includes('Number=Plur');
}

/** The longest title that ends with the head, or the head: "prime minister" of "the Iraqi prime minister". */
function roleOf(document: Named, mention: Candidate, lookup: Lookup): string {
  const head = mention.head;
  let best = lemmaOf(document, mention);
  let phrase = best;
  for (let i = head - 1; i >= mention.start; i--) {
    phrase = `${fold(document.tokens[i]!.text)} ${phrase}`;
    if (lookup.titles.has(phrase)) best = phrase;
  }
  phrase = lemmaOf(document, mention);
  for (let i = head + 1; i < Math.min(mention.end, head + 3); i++) {
    phrase = `${phrase} ${fold(document.tokens[i]!.text)}`;
    if (lookup.titles.has(phrase)) best = phrase;
  }
  return best;
}

/** "troops" where the tagger takes it for a name's own form. */
function nounOf(lemma: string, lookup: Lookup): Noun | undefined {
  return (
    lookup.nouns.get(lemma) ??
    (lemma.includes('-') ? lookup.nouns.get(lemma.replace(/^.*-/, '')) : undefined) ??
    (lemma.endsWith('s') ? lookup.nouns.get(lemma.slice(0, -1)) : undefined)
  );
}
