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
  linkForms(named, clusters, lookup);
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

/** Shorter forms to the fuller one: to the nearest before, else to the first after. One mention stands for each name. */
function linkForms(named: readonly number[], clusters: Clusters, lookup: Lookup): void {
  const seen = new Set<Cluster>();
  const firsts = named.filter((i) => !seen.has(clusters.of(i)) && seen.add(clusters.of(i)));
  firsts.forEach((i, n) => {
    const own = clusters.of(i);
    const fits = (k: number) =>
      clusters.of(k) !== own && compatible(clusters.of(k), own) && formOf(clusters.of(k), own, lookup);
    let found = -1;
    for (let k = n - 1; k >= 0 && found < 0; k--) if (fits(firsts[k]!)) found = firsts[k]!;
    for (let k = n + 1; k < firsts.length && found < 0; k++) if (fits(firsts[k]!)) found = firsts[k]!;
    if (found >= 0) clusters.merge(found, i);
  });
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
