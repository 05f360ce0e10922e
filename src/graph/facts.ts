/**
 * Facts: what the claims that are positive and actual say of two entities, one for each (source, type, target).
 * They are projections, made anew at each build. Denied and planned claims stay claims.
 * `cypher/maintain/project-facts.cypher` says the same in Cypher; a test holds the two together.
 */
import type { RelationType } from '../ontology';
import type { Claim, Role } from './claims';
import { daysOf } from './dates';
import { compareText, edgeKey, type Properties, properties } from './knowledge-graph';

export interface Fact {
  readonly source: string;
  readonly type: RelationType;
  readonly target: string;
  readonly properties: Properties;
}

export function projectFacts(claims: readonly Claim[], eventOf: ReadonlyMap<string, string>): Fact[] {
  const groups = new Map<string, { source: string; target: string; claims: Claim[] }>();
  for (const claim of [...claims].sort(byAge)) {
    if (!isRealised(claim)) continue;
    for (const [source, target] of pairsOf(claim)) {
      const key = edgeKey(source, claim.type, target);
      const group = groups.get(key);
      if (group) group.claims.push(claim);
      else groups.set(key, { source, target, claims: [claim] });
    }
  }
  return [...groups.values()].map(({ source, target, claims }) => ({
    source,
    type: claims[0]!.type,
    target,
    properties: factProperties(claims, eventOf),
  }));
}

/** How many (source, type, target) are only planned, possible, asked for or denied: no claim has them happen. */
export function countUnrealised(claims: readonly Claim[]): number {
  const [real, other] = [new Set<string>(), new Set<string>()];
  for (const claim of claims) {
    const keys = isRealised(claim) ? real : other;
    for (const [source, target] of pairsOf(claim)) keys.add(edgeKey(source, claim.type, target));
  }
  return [...other].filter((key) => !real.has(key)).length;
}

function isRealised({ polarity, modality }: Claim): boolean {
  return polarity === 'positive' && modality === 'actual';
}

/** The pairs of a claim, nobody with itself: each source with each target; of a mutual one each with those that come later in the text. */
export function pairsOf(claim: Claim): [source: string, target: string][] {
  const pairs = (from: readonly Role[], to: readonly Role[], allowed: (a: Role, b: Role) => boolean) =>
    from.flatMap((a) =>
      to.filter((b) => a.entity !== b.entity && allowed(a, b)).map((b) => [a.entity, b.entity] as [string, string]),
    );
  return claim.mutual
    ? pairs(claim.sources, claim.sources, (a, b) => a.start < b.start)
    : pairs(claim.sources, claim.targets, () => true);
}

/** By publication, articles without a date last; then by id. */
function byAge(a: Claim, b: Claim): number {
  return compareText(a.published ?? '9999', b.published ?? '9999') || compareText(a.id, b.id);
}

/** `claims` by age; each list in that order, nothing twice. */
function factProperties(claims: readonly Claim[], eventOf: ReadonlyMap<string, string>): Properties {
  const days = claims.flatMap((claim) => (claim.date ? (daysOf(claim.date) ?? []) : []));
  const reported = claims.filter((claim) => claim.factuality === 'claim');
  return properties({
    evidence: distinct(claims.map((claim) => claim.evidence)),
    factuality: reported.length < claims.length ? 'fact' : 'claim',
    attributedTo: distinct(reported.flatMap((claim) => claim.speaker ?? [])),
    articles: distinct(claims.map((claim) => claim.article)),
    claims: claims.map((claim) => claim.id),
    eventIds: distinct(claims.flatMap((claim) => eventOf.get(claim.id) ?? [])),
    firstDate: days.map((day) => day.start).sort()[0],
    lastDate: days
      .map((day) => day.end)
      .sort()
      .at(-1),
    confidence: Math.max(...claims.map((claim) => claim.confidence)),
    title: mostFrequent(claims.flatMap((claim) => claim.title ?? [])),
  });
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** Of those that are as frequent, the first by code units. */
export function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return ranked[0]?.[0] ?? null;
}
