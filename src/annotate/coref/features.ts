/**
 * What a ranker sees of a mention and of a pair of mentions: small numbers, crossed with the kinds of both and hashed.
 * After Durrett and Klein (2013), "Easy Victories and Uphill Battles": surface features, crossed with the mentions' kinds.
 */
import type { Cluster } from './clusters';
import type { Candidate } from './mentions';
import type { QuotedSpan } from './quotations';
import { MAX_ROLES, type Traits, typeNumber } from './traits';
import { dominates, type Reading } from './tree';

/** Hashed features fall into this many places. */
export const TABLE_BITS = 17;
const SHIFT = 32 - TABLE_BITS;

/** Where features go: in training their places in the table, in inference their weights are added up. */
export interface FeatureList {
  /** null in training. */
  readonly weights: Float32Array | null;
  readonly places: Int32Array;
  count: number;
  /** For each fine kind the places or weights of features with few values; NaN where one was never asked for. */
  readonly known: Map<number, Float64Array>;
  /** The kind of the last pair, and what is known of it. */
  kind: number;
  remembered: Float64Array;
  /** The mention of the last pair, and what it gives with each type of the antecedent's chain. */
  mention: Traits | null;
  readonly byType: Float64Array;
}

const MAX_KINDS = 128;

export function createFeatureList(weights: Float32Array | null): FeatureList {
  return {
    weights,
    places: new Int32Array(160),
    count: 0,
    known: new Map(),
    kind: -1,
    remembered: new Float64Array(0),
    mention: null,
    byType: new Float64Array(2 * ENTITY_TYPES),
  };
}

function placeOf(template: number, a: number, b: number): number {
  let h =
    Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a | 0, 0x85ebca6b) ^ Math.imul((b | 0) + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> SHIFT;
}

/** The weight of a feature, in training 0. */
function add(list: FeatureList, template: number, a: number, b: number): number {
  const place = placeOf(template, a, b);
  if (list.weights !== null) return list.weights[place]!;
  list.places[list.count++] = place;
  return 0;
}

/** Templates with few values of b, and how many: for each coarse kind of the antecedent, or (from KIND_TEMPLATES on) for all. */
const FEW_VALUES: readonly (readonly [template: number, values: number])[] = [
  [32, 1],
  [33, 10],
  [35, 64],
  [36, MAX_ROLES],
  [38, 3 * MAX_ROLES],
  [39, 10],
  [42, 330],
  [43, 37],
  [46, 3],
  [47, 42],
  [49, 182],
  [52, 7],
  [60, 64],
  [61, 7],
  [62, 3],
  [70, 6],
  [75, 3],
  [34, 10],
  [37, MAX_ROLES * MAX_ROLES],
  [40, 46],
  [44, 10],
  [45, 154],
  [48, 23],
  [51, 21],
  [53, 23],
  [54, 7],
  [65, 3],
  [67, 4],
  [68, 12],
  [72, 8],
  [73, 7],
  [74, 3],
];
const KIND_TEMPLATES = 17;
const COARSE_KINDS = 5;
const LAST_TEMPLATE = 75;
/** With none. */
const ENTITY_TYPES = 6;

const VALUES = new Int32Array(LAST_TEMPLATE + 1);
const FIRST = new Int32Array(LAST_TEMPLATE + 1);
const REMEMBERED = FEW_VALUES.reduce((at, [template, values], i) => {
  VALUES[template] = values;
  FIRST[template] = at;
  return at + values * (i < KIND_TEMPLATES ? COARSE_KINDS : 1);
}, 0);

function remember(list: FeatureList, m: Traits): void {
  if (list.mention === m) return;
  list.mention = m;
  list.byType.fill(Number.NaN);
  if (list.kind === m.kind) return;
  let known = list.known.get(m.kind);
  if (known === undefined) {
    if (list.known.size >= MAX_KINDS) list.known.clear();
    known = new Float64Array(REMEMBERED).fill(Number.NaN);
    list.known.set(m.kind, known);
  }
  list.kind = m.kind;
  list.remembered = known;
}

/** As `add`, from what is remembered of the list's kind; `slot` numbers the values of b, `coarse` the antecedent's kinds. */
function few(list: FeatureList, template: number, a: number, b: number, coarse = 0, slot = b): number {
  const values = VALUES[template]!;
  if (slot >>> 0 >= values) return add(list, template, a, b);
  return recall(list, list.remembered, FIRST[template]! + coarse * values + slot, template, a, b);
}

/** As `add`, from place `at` of what is remembered. */
function recall(list: FeatureList, table: Float64Array, at: number, template: number, a: number, b: number): number {
  let known = table[at]!;
  if (Number.isNaN(known)) {
    const place = placeOf(template, a, b);
    known = list.weights === null ? place : list.weights[place]!;
    table[at] = known;
  }
  if (list.weights !== null) return known;
  list.places[list.count++] = known;
  return 0;
}

function bucket(n: number): number {
  return n < 5 ? n : n < 8 ? 5 : n < 16 ? 6 : n < 32 ? 7 : n < 64 ? 8 : 9;
}

/** Whether the mention is new, by features of it alone: the sum of their weights. */
export function newFeatures(list: FeatureList, m: Traits, seenHead: boolean): number {
  list.count = 0;
  const { profile, kind, type } = m;
  let t = 0;
  let sum = 0;
  sum += add(list, t++, kind, 0);
  sum += add(list, t++, kind, type);
  sum += add(list, t++, m.lemma, m.coarse);
  sum += add(list, t++, kind, m.role);
  sum += add(list, t++, kind, seenHead ? 1 : 2);
  sum += add(list, t++, kind * 8 + type, seenHead ? 1 : 2);
  sum += add(list, t++, kind, bucket(profile.modifiers.size));
  sum += add(list, t++, kind, profile.number === 's' ? 1 : profile.number === 'p' ? 2 : 3);
  sum += add(list, t++, kind, bucket(m.sentence));
  sum += add(list, t++, kind, profile.quantity === null ? 1 : 2);
  sum += add(list, t++, kind, profile.nationality === null ? 1 : 2);
  sum += add(list, t++, kind, m.quote >= 0 ? 1 : 2);
  sum += add(list, t++, m.coarse, m.governor);
  sum += add(list, t++, kind, m.title ? 1 : 2);
  sum += add(list, t++, kind, bucket(m.candidate.end - m.candidate.start));
  return sum;
}

/** Whether `m` goes back to `k`, which stands before it and may be one with it; `cluster` is k's. The sum of the weights. */
export function pairFeatures(
  list: FeatureList,
  reading: Reading,
  m: Traits,
  k: Traits,
  cluster: Cluster,
  between: number,
  quotations: readonly QuotedSpan[],
  antecedent: number,
): number {
  list.count = 0;
  const { kind } = m;
  remember(list, m);
  const coarse = k.coarse;
  const pair = Math.imul(kind, 31) + coarse;
  const [p, q] = [m.profile, k.profile];
  const sentences = m.sentence - k.sentence;
  const near = bucket(sentences);
  const type = typeNumber(cluster.type);
  const size = bucket(cluster.members.length);
  const sameHead = m.head === k.head ? 1 : 2;
  let sum = 0;
  sum += few(list, 32, pair, 0, coarse);
  sum += few(list, 33, pair, near, coarse);
  sum += few(list, 34, kind, bucket(between));
  sum += few(list, 35, pair, Math.min(between, 3) * 16 + near, coarse);
  sum += few(list, 36, pair, k.role, coarse, k.roleNumber);
  const roleSlot = m.roleNumber < MAX_ROLES ? k.roleNumber * MAX_ROLES + m.roleNumber : -1;
  sum += few(list, 37, kind, k.role * 3 + m.role, 0, roleSlot);
  const sentencesOfTwo = Math.min(sentences, 2);
  const nearSlot = sentencesOfTwo < 0 ? -1 : k.roleNumber * 3 + sentencesOfTwo;
  sum += few(list, 38, pair, Math.imul(k.role, 7) + sentencesOfTwo, coarse, nearSlot);
  sum += few(list, 39, pair, bucket(m.paragraph - k.paragraph), coarse);
  sum += few(list, 40, kind, type * 8 + m.type);
  sum += recall(list, list.byType, type, 41, m.lemma, type);
  sum += few(list, 42, pair, type * 64 + near, coarse);
  sum += few(list, 43, pair, agreement(cluster.number, p.number) * 8 + agreement(cluster.gender, p.gender), coarse);
  sum += few(list, 44, kind, size);
  sum += few(list, 45, kind, size * 16 + near);
  sum += few(list, 46, pair, sameHead, coarse);
  sum += few(list, 47, pair, sameHead * 16 + near, coarse);
  if (m.coarse === 1) {
    const words = wordRelation(m.modifiers, k.modifiers);
    sum += few(list, 48, kind, sameHead * 8 + words);
    sum += few(list, 49, pair, sameHead * 64 + words * 8 + m.type, coarse);
    sum += add(list, 50, m.lemma, coarse < 2 ? k.lemma : coarse);
    sum += few(list, 51, kind, agreement(p.nationality, q.nationality) * 4 + agreement(p.quantity, q.quantity));
    sum += few(list, 52, pair, (k.words.includes(m.head) ? 1 : 2) + (clusterSays(cluster, p.lemma) ? 4 : 0), coarse);
    sum += few(list, 53, kind, k.determiner * 4 + sameHead);
    sum += few(list, 54, kind, (sharesTitle(p.titles, cluster) ? 1 : 2) + (cluster.names.length > 0 ? 4 : 0));
  }
  if (m.coarse === 0) {
    const [a, b] = [p.words, q.words];
    const shared = Math.min(countShared(a, b), 3);
    sum += few(list, 60, coarse, shared * 16 + Math.min(a.length, 3) * 4 + Math.min(b.length, 3), coarse);
    sum += few(list, 61, coarse, (a.at(-1) === b.at(-1) ? 1 : 2) + (a[0] === b[0] ? 4 : 0), coarse);
    sum += few(list, 62, pair, a.includes(q.lemma) ? 1 : 2, coarse);
  }
  if (m.coarse >= 2 && coarse >= 2) sum += add(list, 64, kind, k.kind);
  sum += few(list, 65, kind, m.governor === k.governor && m.governor !== 0 ? 1 : 2);
  sum += recall(list, list.byType, ENTITY_TYPES + type, 66, m.coarse, Math.imul(m.governor, 5) + type);
  const within = contains(k.candidate, m.candidate) ? 1 : contains(m.candidate, k.candidate) ? 2 : 3;
  sum += few(list, 67, kind, within);
  if (sentences === 0) {
    const clause = m.above >= 0 && m.above === k.above ? 1 : 2;
    sum += few(list, 68, kind, clause * 4 + within);
    sum += add(list, 69, kind, Math.imul(clause, 13) + k.role * 3 + m.role);
    const below = k.above >= 0 && dominates(reading.document, k.above, m.candidate.head) ? 1 : 2;
    const above = m.above >= 0 && dominates(reading.document, m.above, k.candidate.head) ? 1 : 0;
    sum += few(list, 70, pair, below * 2 + above, coarse);
  }
  sum += few(list, 72, kind, quoteRelation(m, k, quotations, antecedent));
  sum += few(list, 73, kind, (k.title ? 1 : 2) + (sentences === 0 ? 4 : 0));
  sum += few(list, 74, kind, 1);
  sum += few(list, 75, pair, cluster.names.length > 0 ? 1 : 2, coarse);
  return sum;
}

function contains(a: Candidate, b: Candidate): boolean {
  return a.start <= b.start && b.end <= a.end;
}

/** 1 same, 2 different, 3 one of them says nothing, 4 neither. */
function agreement(a: string | null, b: string | null): number {
  return a === null && b === null ? 4 : a === null || b === null ? 3 : a === b ? 1 : 2;
}

/** 1 the same words, 2 fewer, 3 more, 4 some shared, 5 none shared, 6 neither has any. Both ascend. */
function wordRelation(m: readonly number[], k: readonly number[]): number {
  if (m.length === 0) return k.length === 0 ? 6 : 2;
  if (k.length === 0) return 3;
  let shared = 0;
  for (let i = 0, j = 0; i < m.length && j < k.length; ) {
    const step = m[i]! - k[j]!;
    if (step === 0) shared++;
    if (step <= 0) i++;
    if (step >= 0) j++;
  }
  if (shared === m.length) return shared === k.length ? 1 : 2;
  if (shared === 0) return 5;
  return shared === k.length ? 3 : 4;
}

function countShared(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  for (const word of a) if (b.includes(word)) shared++;
  return shared;
}

/** "the ministry" and a name with "ministry" in it. */
function clusterSays(cluster: Cluster, lemma: string): boolean {
  for (const words of cluster.names) if (words.includes(lemma)) return true;
  return false;
}

function sharesTitle(titles: readonly string[], cluster: Cluster): boolean {
  for (const title of titles) if (cluster.titles.includes(title)) return true;
  return false;
}

/** 1 both outside, 2 in one quotation, 3 in two of one speaker, 4 of two, 5 m quoted and k its speaker, 6 m quoted, 7 k quoted. */
function quoteRelation(m: Traits, k: Traits, quotations: readonly QuotedSpan[], antecedent: number): number {
  if (m.quote < 0) return k.quote < 0 ? 1 : 7;
  if (m.quote === k.quote) return 2;
  const speaker = quotations[m.quote]!.speaker;
  if (k.quote >= 0) return speaker >= 0 && speaker === quotations[k.quote]!.speaker ? 3 : 4;
  return speaker === antecedent ? 5 : 6;
}
