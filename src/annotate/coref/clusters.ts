/** Mentions that are one, growing together; what a cluster knows of itself is the sum of what its mentions say. */
import type { EntityType } from '../../ontology';
import type { Profile } from './profile';

export interface Cluster {
  /** Indices of mentions, ascending. */
  members: number[];
  type: EntityType | null;
  number: Profile['number'];
  gender: Profile['gender'];
  country: string | null;
  nationality: string | null;
  /** The words of its names, longest first. */
  names: (readonly string[])[];
  titles: Set<string>;
  quantity: string | null;
  /** All words of its descriptions and names. */
  says: Set<string>;
}

export interface Clusters {
  /** The cluster of a mention. */
  readonly of: (mention: number) => Cluster;
  /** Merges two mentions' clusters and returns the one that stands; the caller has checked that they may. */
  readonly merge: (a: number, b: number) => Cluster;
}

export function createClusters(profiles: readonly Profile[]): Clusters {
  const clusters = profiles.map(
    (profile, i): Cluster => ({
      members: [i],
      type: profile.type,
      number: profile.number,
      gender: profile.gender,
      country: profile.country,
      nationality: profile.nationality,
      names: profile.words.length > 0 ? [profile.words] : [],
      titles: new Set(profile.titles),
      quantity: profile.quantity,
      says: new Set([...profile.words, ...profile.modifiers]),
    }),
  );
  const merge = (a: number, b: number): Cluster => {
    const [into, from] = [clusters[a]!, clusters[b]!];
    if (into === from) return into;
    for (const member of from.members) clusters[member] = into;
    into.members = [...into.members, ...from.members].sort((x, y) => x - y);
    into.type = mergedType(into, from);
    into.number ??= from.number;
    into.gender ??= from.gender;
    into.country ??= from.country;
    into.nationality ??= from.nationality;
    into.quantity ??= from.quantity;
    into.names = [...into.names, ...from.names].sort((x, y) => y.length - x.length);
    for (const word of from.says) into.says.add(word);
    for (const title of from.titles) into.titles.add(title);
    return into;
  };
  return { of: (mention) => clusters[mention]!, merge };
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
  return true;
}

function isBody(cluster: Cluster): boolean {
  return cluster.type === 'Organization' || cluster.type === 'Group';
}
