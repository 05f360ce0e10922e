/** Descriptions that are one: the same words again, and roles of persons who were named with them. */
import { type Cluster, type Clusters, compatible } from './clusters';
import type { Candidate } from './mentions';
import type { Profile } from './profile';

/** Armed forces by any word: "U.S. troops", "the U.S. military", "American forces". */
const FORCES = new Set(['force', 'troop', 'military']);

export function linkNominals(mentions: readonly Candidate[], profiles: readonly Profile[], clusters: Clusters): void {
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'nominal') return;
    const profile = profiles[i]!;
    for (let k = i - 1; k >= 0; k--) {
      if (clusters.of(k) === clusters.of(i) || mentions[k]!.end > mention.start) continue;
      if (!sameDescription(profiles[k]!, profile, mentions[k]!) && !sameRole(clusters.of(k), profile)) continue;
      if (!compatible(clusters.of(k), clusters.of(i))) continue;
      clusters.merge(k, i);
      return;
    }
  });
}

/** The same head, with no word that the first did not have, and meant to be known. */
function sameDescription(first: Profile, again: Profile, mention: Candidate): boolean {
  if (mention.kind !== 'nominal' || again.determiner === 'a' || again.determiner === 'any') return false;
  if (first.quantity !== again.quantity || first.number !== again.number) return false;
  const forces = FORCES.has(first.lemma) && FORCES.has(again.lemma) && first.nationality !== null;
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
function sameRole(cluster: Cluster, profile: Profile): boolean {
  const role = profile.titles[0];
  if (role === undefined || cluster.type !== 'Person' || cluster.names.length === 0) return false;
  if (profile.determiner !== 'the' && profile.determiner !== 'this') return false;
  return [...cluster.titles].some(
    (title) => title === role || title.startsWith(`${role} `) || title.endsWith(` ${role}`),
  );
}
