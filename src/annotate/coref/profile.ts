/** What a mention says of itself: type, number, gender, person, determiner, words, nationality, titles. */
import type { Named, TokenSpan } from '../../document';
import type { Noun } from '../../learn/lexicons';
import type { EntityType } from '../../ontology';
import { fold, isCapital, type Lookup } from './lexicons';
import type { Candidate } from './mentions';
import { type Children, type Reading, relationOf } from './tree';

/** "his country" goes where "he" comes from, by rule. */
export const OWN_COUNTRY = /^(?:country|nation|homeland)$/;

export const DETERMINERS = ['the', 'this', 'a', 'own', 'any', 'none'] as const;
export type Determiner = (typeof DETERMINERS)[number];

export interface Profile {
  readonly type: EntityType | null;
  readonly number: 's' | 'p' | null;
  readonly gender: 'm' | 'f' | null;
  /** Of pronouns, else 0. */
  readonly person: 0 | 1 | 2 | 3;
  readonly determiner: Determiner;
  /** Lower-case lemma of the head; of a pronoun the word itself. */
  readonly lemma: string;
  /** Of names: folded, without "the", titles and possessive; hyphened words are one. */
  readonly words: readonly string[];
  /** Folded words of the phrase besides its head, determiner and numbers, up to where a clause begins. */
  readonly modifiers: ReadonlySet<string>;
  /** Those of them that are proper nouns. */
  readonly proper: ReadonlySet<string>;
  /** "five", "10", "several", ...: how many are meant, or null. */
  readonly quantity: string | null;
  /** iso3 of a country's name, adjective or people. */
  readonly country: string | null;
  /** iso3 of a nominal's modifier ("the Iraqi prime minister"). */
  readonly nationality: string | null;
  /** Folded titles before a name ("prime minister"), or the role that a nominal is. */
  readonly titles: readonly string[];
}

const PRONOUNS: Readonly<Record<string, Pick<Profile, 'number' | 'gender' | 'person' | 'type'>>> = {
  ...row('i me my mine myself', 's', null, 1, 'Person'),
  ...row("we us our ours ourselves 's", 'p', null, 1, null),
  ...row('you your yours u ya yourself', null, null, 2, 'Person'),
  ...row('yourselves', 'p', null, 2, 'Person'),
  ...row('he him his himself', 's', 'm', 3, 'Person'),
  ...row('she her hers herself', 's', 'f', 3, 'Person'),
  ...row('it its itself', 's', null, 3, null),
  ...row("they them their theirs themselves 'em em", 'p', null, 3, null),
  ...row('this that', 's', null, 3, null),
  ...row('these those', 'p', null, 3, null),
};

function row(
  words: string,
  number: Profile['number'],
  gender: Profile['gender'],
  person: Profile['person'],
  type: EntityType | null,
): Record<string, Pick<Profile, 'number' | 'gender' | 'person' | 'type'>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, { number, gender, person, type }]));
}

const THE = new Set(['the']);
const THIS = new Set(['this', 'that', 'these', 'those', 'such']);
const A = new Set(['a', 'an', 'another', 'some']);
const OTHER_QUANTITY = new Set(
  'several many few some most all both various numerous dozens hundreds thousands more other others another any no every each'.split(
    ' ',
  ),
);

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

const NO_WORDS: ReadonlySet<string> = new Set();
const MAX_PRONOUNS = 4096;
const pronouns = new Map<string, Profile>();

function pronounProfile(text: string): Profile {
  let profile = pronouns.get(text);
  if (profile === undefined) {
    profile = profileOfPronoun(fold(text));
    if (pronouns.size >= MAX_PRONOUNS) pronouns.clear();
    pronouns.set(text, profile);
  }
  return profile;
}

function profileOfPronoun(lemma: string): Profile {
  const known = PRONOUNS[lemma] ?? { number: null, gender: null, person: 3 as const, type: null };
  return {
    ...known,
    determiner: 'none',
    lemma,
    words: [],
    modifiers: NO_WORDS,
    proper: NO_WORDS,
    quantity: null,
    country: null,
    nationality: null,
    titles: [],
  };
}

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

const isProper = (xpos: string) => xpos === 'NNP' || xpos === 'NNPS';

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

function lemmaOf(document: Named, mention: Candidate): string {
  const lemma = document.lemmas[mention.head]!;
  return fold(lemma === '' || lemma === '_' ? document.tokens[mention.head]!.text : lemma);
}

function determinerOf(document: Named, children: Children, mention: Candidate): Determiner {
  for (const child of children[mention.head]!) {
    if (child < mention.start || child >= mention.end) continue;
    const relation = document.deprels[child]!;
    if (relation === 'nmod:poss') return 'own';
    if (!relation.startsWith('det')) continue;
    const word = fold(document.tokens[child]!.text);
    if (THE.has(word)) return 'the';
    if (THIS.has(word)) return 'this';
    return A.has(word) ? 'a' : 'any';
  }
  return 'none';
}

function quantityOf(document: Named, children: Children, mention: Candidate): string | null {
  for (const child of children[mention.head]!) {
    if (child < mention.start || child >= mention.end || child > mention.head) continue;
    const word = fold(document.tokens[child]!.text);
    if (document.deprels[child] === 'nummod' || OTHER_QUANTITY.has(word)) return word;
  }
  return null;
}

const MODIFIERS = new Set(['amod', 'compound', 'nmod:poss', 'nmod', 'nmod:desc', 'flat']);

function nationalityOf({ document, children, nameOf }: Reading, mention: Candidate, lookup: Lookup): string | null {
  for (const child of children[mention.head]!) {
    if (child < mention.start || child >= mention.end) continue;
    if (!MODIFIERS.has(document.deprels[child]!)) continue;
    const iso3 = countryAt(document, nameOf[child]!, child, lookup);
    if (iso3 !== null) return iso3;
  }
  return null;
}

/** "Iraqi Prime Minister Adel Abdul-Mahdi", however the tree hangs the adjective. */
function saidBefore(document: Named, mention: Candidate, nameStart: number, lookup: Lookup): string | null {
  for (let i = mention.start; i < nameStart; i++) {
    const iso3 = lookup.countries.get(fold(document.tokens[i]!.text));
    if (iso3 !== undefined && document.upos[i] !== 'PRON') return iso3;
  }
  return null;
}

/** The country that token `i`, or the name around it, says. */
function countryAt(document: Named, n: number, i: number, lookup: Lookup): string | null {
  const name = document.names[n];
  if (name === undefined) return lookup.countries.get(fold(document.tokens[i]!.text)) ?? null;
  if (name.type === 'PER' || name.type === 'ORG') return null;
  const words: string[] = [];
  for (let k = name.start; k < name.end; k++) words.push(fold(document.tokens[k]!.text));
  return lookup.countries.get(words.filter((word, k) => k > 0 || word !== 'the').join(' ')) ?? null;
}

function properWords(document: Named, mention: Candidate): ReadonlySet<string> {
  let words: Set<string> | null = null;
  for (let i = mention.start; i < mention.head; i++) {
    if (!isProper(document.xpos[i]!) || !isCapital(document.tokens[i]!.text)) continue;
    words ??= new Set();
    words.add(fold(document.tokens[i]!.text));
  }
  return words ?? NO_WORDS;
}

const NO_MODIFIER = new Set('the a an this that these those his her its their our my your of in to for and'.split(' '));

function modifiersOf(document: Named, mention: Candidate): ReadonlySet<string> {
  let words: Set<string> | null = null;
  for (let i = mention.start; i < mention.end; i++) {
    if (i === mention.head || document.upos[i] === 'PUNCT' || document.upos[i] === 'NUM') continue;
    const relation = relationOf(document, i);
    if (relation === 'acl' || relation === 'advcl') break;
    const word = fold(document.tokens[i]!.text);
    if (NO_MODIFIER.has(word) || word === "'s") continue;
    words ??= new Set();
    words.add(word);
  }
  return words ?? NO_WORDS;
}
