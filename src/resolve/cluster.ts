/** Local entities of all documents -> shared ones with ids. A function of the set: no order of documents matters. */
import type { EntityType } from '../ontology';
import type { Decision, EntityReference } from './decisions';
import type { LocalEntity } from './identity';
import { byCodeUnits, slugOf } from './names';

export interface Placed {
  readonly storeId: string;
  readonly articleId: string;
  readonly entity: LocalEntity;
}

export interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly country: string | null;
}

const PREFIX: Record<EntityType, string> = {
  Person: 'person',
  Organization: 'org',
  Country: 'country',
  Group: 'group',
  Place: 'place',
};

/** The cluster of each local entity, parallel to `placed`. */
export function clusterEntities(placed: readonly Placed[], decisions: readonly Decision[]): Cluster[] {
  const first = clusterBy(
    placed,
    placed.map((p) => p.entity.key),
  );
  if (decisions.length === 0) return first;
  return clusterBy(placed, decidedKeys(placed, first, decisions));
}

function clusterBy(placed: readonly Placed[], keys: readonly string[]): Cluster[] {
  const groups = new Map<string, Placed[]>();
  placed.forEach((p, i) => {
    const key = keys[i] ?? p.entity.key;
    const group = groups.get(key);
    if (group) group.push(p);
    else groups.set(key, [p]);
  });
  const taken = new Map<string, number>();
  const clusters = new Map<string, Cluster>();
  for (const key of [...groups.keys()].sort(byCodeUnits)) {
    const cluster = summarise(groups.get(key) ?? []);
    const times = (taken.get(cluster.id) ?? 0) + 1;
    taken.set(cluster.id, times);
    clusters.set(key, times === 1 ? cluster : { ...cluster, id: `${cluster.id}-${times}` });
  }
  return placed.flatMap((p, i) => clusters.get(keys[i] ?? p.entity.key) ?? []);
}

function summarise(members: readonly Placed[]): Cluster {
  const type = mostCommon(members.map((m) => m.entity.type));
  const countries = new Set(members.map((m) => m.entity.country).filter((c) => c !== null));
  const country = countries.size === 1 ? ([...countries][0] ?? null) : null;
  const name = fullest(members.map((m) => m.entity.name));
  const only = members[0];
  // what is known in one article alone bears the article's mark, so that another article does not change its id
  const mark = only?.entity.key.includes(`@${only.storeId}`) ? `-${only.storeId.slice(0, 8)}` : '';
  const slug = type === 'Country' && country ? country.toLowerCase() : slugOf(name);
  return { id: `${PREFIX[type]}:${slug}${mark}`, name, type, country };
}

/** The longest; of equals the first by code units. */
function fullest(names: readonly string[]): string {
  return [...new Set(names)].sort((a, b) => b.length - a.length || byCodeUnits(a, b))[0] ?? '';
}

function mostCommon(types: readonly EntityType[]): EntityType {
  const counts = new Map<EntityType, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || byCodeUnits(a[0], b[0]))[0]?.[0] ?? 'Group';
}

/** Keys after people's decisions, which name entities by the ids that hold without any. */
function decidedKeys(
  placed: readonly Placed[],
  clusters: readonly Cluster[],
  decisions: readonly Decision[],
): string[] {
  const keys = placed.map((p) => p.entity.key);
  const means = (i: number, ref: EntityReference) =>
    clusters[i]?.id === ref.id &&
    (ref.article === null || ref.article === placed[i]?.articleId || ref.article === placed[i]?.storeId);
  for (const { kind, second } of decisions) {
    if (kind !== 'different') continue;
    keys.forEach((key, i) => {
      if (means(i, second) && second.article !== null) keys[i] = `${key}~${placed[i]?.storeId ?? ''}`;
    });
  }
  for (const { kind, first, second } of decisions) {
    if (kind !== 'same') continue;
    const into = keys.filter((_, i) => means(i, first)).sort(byCodeUnits)[0];
    if (into === undefined) continue;
    const moved = new Set(keys.filter((_, i) => means(i, first) || means(i, second)));
    keys.forEach((key, i) => {
      // a reference to one article moves that article's entity alone
      const whole = moved.has(key) && second.article === null && first.article === null;
      if (whole || means(i, first) || means(i, second)) keys[i] = into;
    });
  }
  return keys;
}
