/**
 * What a ranker sees of a mention and of a pair of mentions: small numbers, crossed with the kinds of both and hashed.
 * After Durrett and Klein (2013), "Easy Victories and Uphill Battles": surface features, crossed with the mentions' kinds.
 */
import { hashString } from '../../learn/hash';
import { type Cluster, compatible } from './clusters';
import type { Candidate } from './mentions';
import type { Profile } from './profile';
import type { QuotedSpan } from './quotations';
import { dominates, type Reading, relationOf } from './tree';

/** Hashed features fall into this many places. */
export const TABLE_BITS = 17;
const SHIFT = 32 - TABLE_BITS;

/** A mention in numbers, made once. */
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
  /** Token index of the governor, or -1. */
  readonly above: number;
  readonly sentence: number;
  readonly paragraph: number;
  /** Index of the quotation it is in, or -1. */
  readonly quote: number;
  readonly title: boolean;
  /** Words of the name or of the phrase, to look for the other's head in. */
  readonly words: ReadonlySet<string>;
}

const DETERMINERS = ['the', 'this', 'a', 'own', 'any', 'none'];
const TYPES = ['Person', 'Organization', 'Country', 'Group', 'Place'];

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
  return mentions.map((candidate, i) => {
    const profile = profiles[i]!;
    const coarse = candidate.kind === 'pronoun' ? 1 + Math.max(1, profile.person) : profile.words.length > 0 ? 0 : 1;
    const above = document.heads[candidate.head]!;
    const sentence = sentenceOf[candidate.head]!;
    return {
      candidate,
      profile,
      coarse,
      kind: coarse === 0 ? 1 : coarse === 1 ? 2 + DETERMINERS.indexOf(profile.determiner) : hashString(profile.lemma),
      lemma: hashString(profile.lemma),
      role: hashString(relationOf(document, candidate.head)),
      governor: above < 0 ? 0 : hashString(document.lemmas[above]!),
      above,
      sentence,
      paragraph: document.sentences[sentence]!.paragraph,
      quote: quoteOf[candidate.head]!,
      title: document.sentences[sentence]!.title,
      words: new Set([...profile.modifiers, ...profile.words]),
    };
  });
}

/** Features, one place in the table each. */
export interface FeatureList {
  readonly places: Int32Array;
  count: number;
}

export function createFeatureList(): FeatureList {
  return { places: new Int32Array(160), count: 0 };
}

function add(list: FeatureList, template: number, a: number, b: number): void {
  let h =
    Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a | 0, 0x85ebca6b) ^ Math.imul((b | 0) + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  list.places[list.count++] = (h ^ (h >>> 15)) >>> SHIFT;
}

function bucket(n: number): number {
  return n < 5 ? n : n < 8 ? 5 : n < 16 ? 6 : n < 32 ? 7 : n < 64 ? 8 : 9;
}

function typeNumber(type: string | null): number {
  return type === null ? 0 : 1 + TYPES.indexOf(type);
}

/** Whether the mention is new: features of it alone. */
export function newFeatures(list: FeatureList, m: Traits, seenHead: boolean): void {
  list.count = 0;
  const { profile } = m;
  const kind = m.kind;
  const type = typeNumber(profile.type);
  let t = 0;
  add(list, t++, kind, 0);
  add(list, t++, kind, type);
  add(list, t++, m.lemma, m.coarse);
  add(list, t++, kind, m.role);
  add(list, t++, kind, seenHead ? 1 : 2);
  add(list, t++, kind * 8 + type, seenHead ? 1 : 2);
  add(list, t++, kind, bucket(profile.modifiers.size));
  add(list, t++, kind, profile.number === 's' ? 1 : profile.number === 'p' ? 2 : 3);
  add(list, t++, kind, bucket(m.sentence));
  add(list, t++, kind, profile.quantity === null ? 1 : 2);
  add(list, t++, kind, profile.nationality === null ? 1 : 2);
  add(list, t++, kind, m.quote >= 0 ? 1 : 2);
  add(list, t++, m.coarse, m.governor);
  add(list, t++, kind, m.title ? 1 : 2);
  add(list, t++, kind, bucket(m.candidate.end - m.candidate.start));
}

/** Whether `m` goes back to `k`, which stands before it; `cluster` is k's. */
export function pairFeatures(
  list: FeatureList,
  reading: Reading,
  m: Traits,
  k: Traits,
  cluster: Cluster,
  own: Cluster,
  between: number,
  quotations: readonly QuotedSpan[],
  antecedent: number,
): void {
  list.count = 0;
  const kind = m.kind;
  const pair = Math.imul(kind, 31) + k.coarse;
  const [p, q] = [m.profile, k.profile];
  const sentences = m.sentence - k.sentence;
  const near = bucket(sentences);
  let t = 32;
  add(list, t++, pair, 0);
  add(list, t++, pair, near);
  add(list, t++, kind, bucket(between));
  add(list, t++, pair, Math.min(between, 3) * 16 + near);
  add(list, t++, pair, k.role);
  add(list, t++, kind, k.role * 3 + m.role);
  add(list, t++, pair, Math.imul(k.role, 7) + Math.min(sentences, 2));
  add(list, t++, pair, bucket(m.paragraph - k.paragraph));
  const type = typeNumber(cluster.type);
  add(list, t++, kind, type * 8 + typeNumber(p.type));
  add(list, t++, m.lemma, type);
  add(list, t++, pair, type * 64 + near);
  add(list, t++, pair, agreement(cluster.number, p.number) * 8 + agreement(cluster.gender, p.gender));
  add(list, t++, kind, bucket(cluster.members.length));
  add(list, t++, kind, bucket(cluster.members.length) * 16 + near);
  const sameHead = p.lemma === q.lemma ? 1 : 2;
  add(list, t++, pair, sameHead);
  add(list, t++, pair, sameHead * 16 + near);
  if (m.coarse === 1) {
    const words = wordRelation(p.modifiers, q.modifiers);
    add(list, t++, kind, sameHead * 8 + words);
    add(list, t++, pair, sameHead * 64 + words * 8 + typeNumber(p.type));
    add(list, t++, m.lemma, k.coarse < 2 ? k.lemma : k.coarse);
    add(list, t++, kind, agreement(p.nationality, q.nationality) * 4 + agreement(p.quantity, q.quantity));
    add(list, t++, pair, (k.words.has(p.lemma) ? 1 : 2) + (clusterSays(cluster, p.lemma) ? 4 : 0));
    add(list, t++, kind, DETERMINERS.indexOf(q.determiner) * 4 + sameHead);
    add(
      list,
      t++,
      kind,
      (p.titles.some((title) => cluster.titles.has(title)) ? 1 : 2) + (cluster.names.length > 0 ? 4 : 0),
    );
  }
  t = 60;
  if (m.coarse === 0) {
    const [a, b] = [p.words, q.words];
    const shared = a.filter((word) => b.includes(word)).length;
    add(list, t++, k.coarse, Math.min(shared, 3) * 16 + Math.min(a.length, 3) * 4 + Math.min(b.length, 3));
    add(list, t++, k.coarse, (a.at(-1) === b.at(-1) ? 1 : 2) + (a[0] === b[0] ? 4 : 0));
    add(list, t++, pair, p.words.includes(q.lemma) ? 1 : 2);
  }
  t = 64;
  if (m.coarse >= 2 && k.coarse >= 2) add(list, t, kind, k.kind);
  t = 65;
  add(list, t++, kind, m.governor === k.governor && m.governor !== 0 ? 1 : 2);
  add(list, t++, m.coarse, Math.imul(m.governor, 5) + type);
  const within = contains(k.candidate, m.candidate) ? 1 : contains(m.candidate, k.candidate) ? 2 : 3;
  add(list, t++, kind, within);
  if (sentences === 0) {
    const clause = m.above >= 0 && m.above === k.above ? 1 : 2;
    add(list, t++, kind, clause * 4 + within);
    add(list, t++, kind, Math.imul(clause, 13) + k.role * 3 + m.role);
    const below = k.above >= 0 && dominates(reading.document, k.above, m.candidate.head) ? 1 : 2;
    add(list, t++, pair, below * 2 + (m.above >= 0 && dominates(reading.document, m.above, k.candidate.head) ? 1 : 0));
  }
  t = 72;
  add(list, t++, kind, quoteRelation(m, k, quotations, antecedent));
  add(list, t++, kind, (k.title ? 1 : 2) + (sentences === 0 ? 4 : 0));
  add(list, t++, kind, compatible(cluster, own) ? 1 : 2);
  add(list, t++, pair, cluster.names.length > 0 ? 1 : 2);
}

function contains(a: Candidate, b: Candidate): boolean {
  return a.start <= b.start && b.end <= a.end;
}

/** 1 same, 2 different, 3 one of them says nothing, 4 neither. */
function agreement(a: string | null, b: string | null): number {
  return a === null && b === null ? 4 : a === null || b === null ? 3 : a === b ? 1 : 2;
}

/** 1 the same words, 2 fewer, 3 more, 4 some shared, 5 none shared, 6 neither has any. */
function wordRelation(m: ReadonlySet<string>, k: ReadonlySet<string>): number {
  if (m.size === 0) return k.size === 0 ? 6 : 2;
  let shared = 0;
  for (const word of m) if (k.has(word)) shared++;
  if (shared === m.size) return shared === k.size ? 1 : 2;
  if (shared === 0) return k.size === 0 ? 3 : 5;
  return shared === k.size ? 3 : 4;
}

/** "the ministry" and a name with "ministry" in it. */
function clusterSays(cluster: Cluster, lemma: string): boolean {
  return cluster.names.some((words) => words.includes(lemma));
}

/** 1 both outside, 2 in one quotation, 3 in two of one speaker, 4 of two, 5 m quoted and k its speaker, 6 m quoted, 7 k quoted. */
function quoteRelation(m: Traits, k: Traits, quotations: readonly QuotedSpan[], antecedent: number): number {
  if (m.quote < 0) return k.quote < 0 ? 1 : 7;
  if (m.quote === k.quote) return 2;
  const speaker = quotations[m.quote]!.speaker;
  if (k.quote >= 0) return speaker >= 0 && speaker === quotations[k.quote]!.speaker ? 3 : 4;
  return speaker === antecedent ? 5 : 6;
}
