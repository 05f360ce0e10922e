/** Mentions that are one, growing together; what a cluster knows of itself is the sum of what its mentions say. */
import type { EntityType } from '../../ontology';
import { matchPersons } from './match';
import type { Profile } from './profile';

export interface Cluster {
  /** Indices of mentions, in no order. */
  members: number[];
  /** The least of them. */
  first: number;
  type: EntityType | null;
  number: Profile['number'];
  gender: Profile['gender'];
  country: string | null;
  nationality: string | null;
  /** The words of its names, longest first. */
  names: readonly (readonly string[])[];
  /** Each once. */
  titles: readonly string[];
  quantity: string | null;
}

export interface Clusters {
  /** The cluster of a mention. */
  readonly of: (mention: number) => Cluster;
  /** Merges two mentions' clusters and returns the one that stands; the caller has checked that they may. */
  readonly merge: (a: number, b: number) => Cluster;
  /** Whether a word is in its descriptions or names. */
  readonly says: (cluster: Cluster, word: string) => boolean;
}

const NO_NAMES: readonly (readonly string[])[] = [];

export function createClusters(profiles: readonly Profile[]): Clusters {
  const clusters = profiles.map(
    (profile, i): Cluster => ({
      members: [i],
      first: i,
      type: profile.type,
      number: profile.number,
      gender: profile.gender,
      country: profile.country,
      nationality: profile.nationality,
      names: profile.words.length > 0 ? [profile.words] : NO_NAMES,
      titles: once(profile.titles),
      quantity: profile.quantity,
    }),
  );
  // few clusters are ever asked for their words
  const said = new Map<Cluster, Set<string>>();
  const addWords = (words: Set<string>, member: number) => {
    for (const word of profiles[member]!.words) words.add(word);
    for (const word of profiles[member]!.modifiers) words.add(word);
  };
  const says = (cluster: Cluster, word: string): boolean => {
    let words = said.get(cluster);
    if (words === undefined) {
      words = new Set();
      for (const member of cluster.members) addWords(words, member);
      said.set(cluster, words);
    }
    return words.has(word);
  };
  const merge = (a: number, b: number): Cluster => {
    const [one, other] = [clusters[a]!, clusters[b]!];
    if (one === other) return one;
    // the smaller goes into the larger, so that many merges stay cheap
    const [into, from] = one.members.length >= other.members.length ? [one, other] : [other, one];
    const type = mergedType(one, other);
    const words = said.get(into);
    for (const member of from.members) {
      clusters[member] = into;
      into.members.push(member);
      if (words !== undefined) addWords(words, member);
    }
    said.delete(from);
    into.first = Math.min(into.first, from.first);
    into.type = type;
    into.number = one.number ?? other.number;
    into.gender = one.gender ?? other.gender;
    into.country = one.country ?? other.country;
    into.nationality = one.nationality ?? other.nationality;
    into.quantity = one.quantity ?? other.quantity;
    if (from.names.length > 0) into.names = joinNames(one.names, other.names);
    if (from.titles.length > 0) into.titles = once([...into.titles, ...from.titles]);
    return into;
  };
  return { of: (mention) => clusters[mention]!, merge, says };
}

function once(words: readonly string[]): readonly string[] {
  return words.length < 2 ? words : [...new Set(words)];
}

/** Each form once, longest first. */
function joinNames(
  a: readonly (readonly string[])[],
  b: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const forms = new Map([...a, ...b].map((words) => [words.join(' '), words]));
  return [...forms.values()].sort((x, y) => y.length - x.length);
}

/** A name's type stands before a description's; a country's before a body's. */
function mergedType(a: Cluster, b: Cluster): EntityType | null {
  if (a.type === null || b.type === null) return a.type ?? b.type;
  if (a.country !== null || b.country !== null) return 'Country';
  if (a.names.length > 0 !== b.names.length > 0) return a.names.length > 0 ? a.type : b.type;
  return a.type === 'Group' ? b.type : a.type;
}

const KIN: Readonly<Record<EntityType, readonly EntityType[]>> = {
  Person: ['Person'],
  Organization: ['Organization', 'Group'],
  Group: ['Group', 'Organization'],
  Country: ['Country', 'Place'],
  Place: ['Place', 'Country'],
};

/** Whether two clusters may be one: no clash of type, country, number, gender. */
export function compatible(a: Cluster, b: Cluster): boolean {
  if (a === b || (a.country !== null && a.country === b.country)) return true;
  if (a.type !== null && b.type !== null && !KIN[a.type].includes(b.type)) return false;
  if (a.country !== null && b.country !== null && a.country !== b.country) return false;
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return false;
  if (a.number !== null && b.number !== null && a.number !== b.number && !isBody(a) && !isBody(b)) return false;
  if (a.quantity !== null && b.quantity !== null && a.quantity !== b.quantity) return false;
  if (a.nationality !== null && b.nationality !== null && a.nationality !== b.nationality) return false;
  return !twoPersons(a, b);
}

/** "Vaclav Havel" and "Milos Vystrcil": full names of persons that are no forms of one. */
function twoPersons(a: Cluster, b: Cluster): boolean {
  if (a.type !== 'Person' || b.type !== 'Person') return false;
  const [p, q] = [a.names[0] ?? [], b.names[0] ?? []];
  if (p.length < 2 || q.length < 2) return false;
  return matchPersons(p, q) === null && matchPersons(q, p) === null;
}

function isBody(cluster: Cluster): boolean {
  return cluster.type === 'Organization' || cluster.type === 'Group';
}

/** "undersecretary to [the prime minister]" is not that minister, nor who is in apposition to it. */
export function isWithin(i: number, cluster: Cluster, clusters: Clusters, outer: Int32Array): boolean {
  for (let at = outer[i]!; at >= 0; at = outer[at]!) if (clusters.of(at) === cluster) return true;
  return false;
}
