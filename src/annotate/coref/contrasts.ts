/** Words of which a thing has one at the most: the regional court is not the supreme court, the first suspect not the second. */
import type { Cluster, Clusters } from './clusters';
import type { Profile } from './profile';

const sets = (lines: string): ReadonlyMap<string, number> =>
  new Map(
    lines.split('\n').flatMap((line, set) =>
      line
        .trim()
        .split(/\s+/)
        .map((word) => [word, set] as const),
    ),
  );

const CONTRASTS =
  sets(`supreme high regional district county provincial municipal federal constitutional lower local appeals appeal magistrate crown military international
  north south east west northern southern eastern western northeastern northwestern southeastern southwestern central
  first second third fourth fifth
  ruling opposition
  old young elder younger
  male female`);

/**
 * Whether what a description says of itself leaves room for it in the cluster: it does not where the cluster says
 * another word of the same set, and not this one.
 */
export function contrastAllows(profile: Profile, cluster: Cluster, clusters: Clusters): boolean {
  for (const word of profile.modifiers) {
    const set = CONTRASTS.get(word);
    if (set === undefined || clusters.says(cluster, word)) continue;
    for (const [other, its] of CONTRASTS)
      if (its === set && other !== word && clusters.says(cluster, other)) return false;
  }
  return true;
}
