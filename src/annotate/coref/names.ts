/** Names that are forms of one: "Soleimani" after "Gen. Qassem Soleimani", "FAO", "the U.S. State Department", "Iraqi". */
import { type Cluster, type Clusters, compatible } from './clusters';
import type { Lookup } from './lexicons';
import { acronyms, extraWords, matchBodies, matchPersons, withoutSort } from './match';
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
  const index = createFormIndex(firsts, clusters);
  firsts.forEach((i, n) => {
    const own = clusters.of(i);
    const fits = (k: number) =>
      clusters.of(k) !== own && compatible(clusters.of(k), own) && formOf(clusters.of(k), own, lookup);
    const candidates = index.fuller(own.names[0]!);
    const before = candidates.findLast((k) => k < n && fits(firsts[k]!));
    const found = before ?? candidates.find((k) => k > n && fits(firsts[k]!));
    if (found !== undefined) index.add(clusters.merge(firsts[found]!, i));
  });
}

interface FormIndex {
  /** Positions of names that `short` may be a form of, ascending: they have its last word, or it is their acronym. */
  fuller(short: readonly string[]): number[];
  /** Tells of a cluster's longest name. */
  add(cluster: Cluster): void;
}

/** `firsts`: one mention for each name; found by their positions. */
function createFormIndex(firsts: readonly number[], clusters: Clusters): FormIndex {
  const places = new Map<string, Set<number>>();
  const position = new Map(firsts.map((mention, n) => [mention, n] as const));
  const add = (cluster: Cluster) => {
    const keys = wordsAndAcronyms(cluster.names[0]!);
    for (const member of cluster.members) {
      const n = position.get(member);
      if (n === undefined) continue;
      for (const key of keys) {
        const list = places.get(key);
        if (list === undefined) places.set(key, new Set([n]));
        else list.add(n);
      }
    }
  };
  for (const mention of firsts) add(clusters.of(mention));
  const fuller = (short: readonly string[]) => {
    const keys = [short.at(-1)!, withoutSort(short).at(-1)!, ...(short.length === 1 ? [`= ${short[0]}`] : [])];
    return [...new Set(keys.flatMap((key) => [...(places.get(key) ?? [])]))].sort((a, b) => a - b);
  };
  return { fuller, add };
}

function wordsAndAcronyms(words: readonly string[]): string[] {
  return [...words, ...(words.length > 1 ? acronyms(words).map((letters) => `= ${letters}`) : [])];
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
  return extra !== null && (b.length > 1 || PARTIES.test(b[0]!)) && lookup.countries.has(extra.join(' '));
}

/** "the Finnish Greens", "the Greens". */
const PARTIES =
  /^(?:greens|liberals|conservatives|democrats|socialists|communists|republicans|labou?r|nationals|christian-democrats|social-democrats)$/;
