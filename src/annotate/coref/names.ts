/** Names that are forms of one: "Soleimani" after "Gen. Qassem Soleimani", "FAO", "the U.S. State Department", "Iraqi". */
import { type Cluster, type Clusters, compatible } from './clusters';
import type { Lookup } from './lexicons';
import { extraWords, matchBodies, matchPersons } from './match';
import type { Candidate } from './mentions';
import type { Profile } from './profile';

export function linkNames(
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  clusters: Clusters,
  lookup: Lookup,
): void {
  const named = mentions.flatMap((_, i) => (profiles[i]!.words.length > 0 ? [i] : []));
  linkSame(named, profiles, clusters, lookup);
  linkForms(named, profiles, clusters, lookup);
}

/** The same name, country or known body, wherever it stands. */
function linkSame(named: readonly number[], profiles: readonly Profile[], clusters: Clusters, lookup: Lookup): void {
  const first = new Map<string, number>();
  for (const i of named) {
    const key = keyOf(profiles[i]!, lookup);
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    else if (compatible(clusters.of(before), clusters.of(i))) clusters.merge(before, i);
  }
}

function keyOf(profile: Profile, lookup: Lookup): string {
  const words = profile.words.join(' ');
  if (profile.country !== null) return `country ${profile.country}`;
  if (profile.type === 'Person') return `person ${words}`;
  if (profile.type === 'Group') return `group ${profile.quantity ?? ''} ${words}`;
  return `${profile.type === 'Organization' ? 'body' : 'place'} ${lookup.organizations.get(words) ?? lookup.places.get(words) ?? words}`;
}

/** Shorter forms to the fuller one: to the nearest before, else to the first after. */
function linkForms(named: readonly number[], profiles: readonly Profile[], clusters: Clusters, lookup: Lookup): void {
  for (const i of named) {
    const own = clusters.of(i);
    // every mention of a cluster has the same words here; its first one asks for all
    if (own.members.find((member) => profiles[member]!.words.length > 0) !== i) continue;
    const others = [...named.filter((k) => k < i).reverse(), ...named.filter((k) => k > i)];
    const found = others.find(
      (k) => clusters.of(k) !== own && compatible(clusters.of(k), own) && formOf(clusters.of(k), own, lookup),
    );
    if (found !== undefined) clusters.merge(found, i);
  }
}

function formOf(full: Cluster, short: Cluster, lookup: Lookup): boolean {
  const [a, b] = [full.names[0]!, short.names[0]!];
  if (full.type === 'Person' && short.type === 'Person') return a.length >= b.length && matchPersons(a, b) !== null;
  if (full.type === 'Person' || short.type === 'Person') return false;
  const match = matchBodies(a, b);
  if (match === 'acronym') return full.type === short.type;
  if (match !== null) return true;
  // "the U.S. State Department", "the State Department": only a country may be left out
  if (full.type !== 'Organization' || short.type !== 'Organization') return false;
  const extra = extraWords(a, b);
  return extra !== null && b.length > 1 && lookup.countries.has(extra.join(' '));
}
