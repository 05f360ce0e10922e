/** A mention in numbers, made once for all pairs that it is in. */
import { hashString } from '../../learn/hash';
import type { Candidate } from './mentions';
import { DETERMINERS } from './phrase-words';
import type { Profile } from './profile';
import type { QuotedSpan } from './quotations';
import { type Reading, relationOf } from './tree';

export interface Traits {
  readonly candidate: Candidate;
  readonly profile: Profile;
  /** Fine kind: the pronoun itself, a nominal by its determiner, a name. */
  readonly kind: number;
  /** 0 name, 1 nominal, 2 to 4 pronoun of first to third person. */
  readonly coarse: number;
  readonly lemma: number;
  /** Hashes of the relation, and of the governor's lemma. */
  readonly role: number;
  readonly governor: number;
  /** The relation's number among those met so far: small, and for look-ups alone. */
  readonly roleNumber: number;
  /** Index into DETERMINERS, and 0 or 1 + index into TYPES. */
  readonly determiner: number;
  readonly type: number;
  /** Token index of the governor, or -1. */
  readonly above: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** Index of the quotation it is in, or -1. */
  readonly quote: number;
  readonly title: boolean;
  /** Whether a quotation is its speech. */
  readonly speaks: boolean;
  /** "his", "You": a pronoun of persons. */
  readonly personal: boolean;
  /** What cannot be a person: "commemoration", "Wednesday". */
  readonly thing: boolean;
  /** Numbers of the head's lemma, of the modifiers, of these and the words of the name; ascending. */
  readonly head: number;
  readonly modifiers: readonly number[];
  readonly words: readonly number[];
}

const TYPES: readonly (string | null)[] = [null, 'Person', 'Organization', 'Country', 'Group', 'Place'];

/** 0 for none. */
export function typeNumber(type: string | null): number {
  return TYPES.indexOf(type);
}

const NO_NUMBERS: readonly number[] = [];

export function traitsOf(
  reading: Reading,
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  quotations: readonly QuotedSpan[],
): Traits[] {
  const { document, sentenceOf } = reading;
  const quoteOf = new Int32Array(document.tokens.length).fill(-1);
  quotations.forEach(({ start, end }, q) => {
    quoteOf.fill(q, start, end);
  });
  const speakers = new Set(quotations.map(({ speaker }) => speaker));
  const numberOf = createNumbering();
  const numbersOf = (words: Iterable<string>) => Array.from(words, numberOf).sort((a, b) => a - b);
  return mentions.map((candidate, i) => {
    const profile = profiles[i]!;
    const coarse = candidate.kind === 'pronoun' ? 1 + Math.max(1, profile.person) : profile.words.length > 0 ? 0 : 1;
    const above = document.heads[candidate.head]!;
    const sentence = sentenceOf[candidate.head]!;
    const role = relationOf(document, candidate.head);
    const determiner = DETERMINERS.indexOf(profile.determiner);
    const lemma = hashString(profile.lemma);
    const modifiers = profile.modifiers.size === 0 ? NO_NUMBERS : numbersOf(profile.modifiers);
    return {
      candidate,
      profile,
      coarse,
      kind: coarse === 0 ? 1 : coarse === 1 ? 2 + determiner : lemma,
      lemma,
      role: hashString(role),
      governor: above < 0 ? 0 : hashString(document.lemmas[above]!),
      roleNumber: roleNumber(role),
      determiner,
      type: typeNumber(profile.type),
      above,
      sentence,
      paragraph: document.sentences[sentence]!.paragraph,
      quote: quoteOf[candidate.head]!,
      title: document.sentences[sentence]!.title,
      speaks: speakers.has(i),
      personal: profile.person > 0 && profile.type === 'Person',
      thing: isThing(profile, candidate),
      head: numberOf(profile.lemma),
      modifiers,
      words: profile.words.length === 0 ? modifiers : numbersOf(new Set([...profile.modifiers, ...profile.words])),
    };
  });
}

/** Each string its number, from 0. */
function createNumbering(): (word: string) => number {
  const numbers = new Map<string, number>();
  return (word) => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
    }
    return number;
  };
}

/** Relations are few, unless a file has its own. */
export const MAX_ROLES = 64;
const roles = new Map<string, number>();

/** MAX_ROLES and above where there are too many. */
function roleNumber(role: string): number {
  let number = roles.get(role);
  if (number === undefined) {
    if (roles.size >= MAX_ROLES) return MAX_ROLES;
    number = roles.size;
    roles.set(role, number);
  }
  return number;
}

const DAY_OR_MONTH =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december)$/;
const ABSTRACT = /(?:tion|sion|ment|ness|ism|ance|ence|ship|hood)$/;

function isThing(profile: Profile, candidate: Candidate): boolean {
  if (candidate.kind === 'pronoun' || profile.type !== null) return false;
  return (candidate.name < 0 && ABSTRACT.test(profile.lemma)) || DAY_OR_MONTH.test(profile.lemma);
}
