/** Descriptions that are one: the same words again, roles of persons who were named with them, "his country". */
import { type Cluster, type Clusters, compatible, isWithin } from './clusters';
import type { Candidate } from './mentions';
import { OWN_COUNTRY, type Profile } from './profile';
import { type Reading, relationOf } from './tree';

/** Armed forces by any word: "U.S. troops", "the U.S. military", "American forces". */
const FORCES = new Set(['force', 'troop', 'military']);

export function linkNominals(mentions: readonly Candidate[], profiles: readonly Profile[], clusters: Clusters): void {
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'nominal') return;
    const found = antecedentOf(mentions, profiles, clusters, i);
    if (found !== undefined) clusters.merge(found, i);
  });
}

/** Bearers of roles that are looked at, going back. */
const MAX_BEARERS = 200;

/** Only the roles of persons who are named: what is sure enough to stand before any ranking. */
export function linkRoles(
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  clusters: Clusters,
  outer: Int32Array,
): void {
  const bearers = mentions.flatMap((_, i) =>
    profiles[i]!.words.length > 0 && profiles[i]!.type === 'Person' ? [i] : [],
  );
  let before = 0;
  mentions.forEach((mention, i) => {
    while (before < bearers.length && bearers[before]! < i) before++;
    if (mention.kind === 'pronoun' || profiles[i]!.titles.length === 0 || profiles[i]!.words.length > 0) return;
    const found =
      roleBefore(mentions, profiles, clusters, i, bearers.slice(Math.max(0, before - MAX_BEARERS), before)) ??
      namedLater(profiles, clusters, i, bearers.slice(before, before + MAX_BEARERS));
    if (found !== undefined && !isWithin(i, clusters.of(found), clusters, outer)) clusters.merge(found, i);
  });
}

/** The nearest bearer of the role before mention i. */
function roleBefore(
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  clusters: Clusters,
  i: number,
  bearers: readonly number[],
): number | undefined {
  return bearers.findLast((k) => {
    const cluster = clusters.of(k);
    if (cluster === clusters.of(i) || mentions[k]!.end > mentions[i]!.start) return false;
    return sameRole(cluster, profiles[i]!, clusters) && compatible(cluster, clusters.of(i));
  });
}

/** Mentions that a description is compared with, going back. */
const MAX_BACK = 500;

function antecedentOf(
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  clusters: Clusters,
  i: number,
): number | undefined {
  const [mention, profile, own] = [mentions[i]!, profiles[i]!, clusters.of(i)];
  for (let k = i - 1; k >= 0 && k > i - MAX_BACK; k--) {
    const cluster = clusters.of(k);
    if (cluster === own || mentions[k]!.kind !== 'nominal' || mentions[k]!.end > mention.start) continue;
    if (sameDescription(profiles[k]!, profile) && compatible(cluster, own)) return k;
  }
  return undefined;
}

/** "the Iraqi prime minister" in the lead, "Iraqi Prime Minister Adel Abdul-Mahdi" further down: the same role of the same country. */
function namedLater(
  profiles: readonly Profile[],
  clusters: Clusters,
  i: number,
  bearers: readonly number[],
): number | undefined {
  const { nationality, determiner, titles } = profiles[i]!;
  if (nationality === null || determiner !== 'the') return undefined;
  return bearers.find(
    (k) =>
      profiles[k]!.nationality === nationality &&
      profiles[k]!.titles.includes(titles[0]!) &&
      compatible(clusters.of(k), clusters.of(i)),
  );
}

/** The same head, with no word that the first did not have, and meant to be known. */
function sameDescription(first: Profile, again: Profile): boolean {
  if (again.determiner === 'a' || again.determiner === 'any') return false;
  if (first.quantity !== again.quantity || first.number !== again.number) return false;
  const forces =
    FORCES.has(first.lemma) &&
    FORCES.has(again.lemma) &&
    first.nationality !== null &&
    first.nationality === again.nationality;
  if (first.lemma !== again.lemma && !forces) return false;
  if (again.nationality !== null && first.nationality !== again.nationality) return false;
  if (again.determiner === 'own') return first.determiner === 'own' && sameWords(first.modifiers, again.modifiers);
  if (again.determiner === 'none' && again.type === null) return false;
  if (again.determiner === 'none' && !sameWords(first.modifiers, again.modifiers) && !forces) return false;
  return forces || [...again.modifiers].every((word) => first.modifiers.has(word));
}

function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((word) => b.has(word));
}

/** "the Iraqi prime minister" of "Iraqi Prime Minister Adel Abdul-Mahdi"; "the secretary" of "Secretary of State". */
function sameRole(cluster: Cluster, profile: Profile, clusters: Clusters): boolean {
  const role = profile.titles[0];
  if (role === undefined || cluster.type !== 'Person' || cluster.names.length === 0) return false;
  if (profile.determiner !== 'the' && profile.determiner !== 'this') return false;
  // "the Dubai ruler" is no other place's
  const places = [...profile.modifiers].filter((word) => profile.nationality === null && profile.proper.has(word));
  if (!places.every((word) => clusters.says(cluster, word))) return false;
  return cluster.titles.some((title) => title === role || title.startsWith(`${role} `) || title.endsWith(` ${role}`));
}

/** "his country" is the country of whoever "he" is; runs after pronouns are resolved. */
export function linkOwnCountries(
  { document, children }: Reading,
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  clusters: Clusters,
): void {
  const byHead = new Map(mentions.map((mention, i) => [mention.head, i]));
  const countries = new Map<string, number>();
  mentions.forEach((_, i) => {
    const { country } = profiles[i]!;
    if (country !== null && !countries.has(country)) countries.set(country, i);
  });
  mentions.forEach((mention, i) => {
    if (!OWN_COUNTRY.test(profiles[i]!.lemma) || profiles[i]!.determiner !== 'own') return;
    const owner = children[mention.head]!.find((child) => relationOf(document, child) === 'nmod' && byHead.has(child));
    const nationality = owner === undefined ? null : clusters.of(byHead.get(owner)!).nationality;
    const country = nationality === null ? undefined : countries.get(nationality);
    if (country !== undefined && compatible(clusters.of(country), clusters.of(i))) clusters.merge(country, i);
  });
}
