/** First persons within quotations: "I" is the speaker, "we" the speaker's side. */
import { type Clusters, compatible } from './clusters';
import type { Candidate } from './mentions';
import type { Profile } from './profile';
import type { QuotedSpan } from './quotations';
import { type Reading, relationOf } from './tree';

export function linkSpeakers(
  reading: Reading,
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  clusters: Clusters,
  quotations: readonly QuotedSpan[],
): void {
  for (const { speaker, mentions: within } of quotations) {
    if (speaker < 0) continue;
    within.forEach((i) => {
      if (profiles[i]!.person !== 1) return;
      const who = profiles[i]!.number === 's' ? speaker : sideOf(reading, mentions, profiles, clusters, speaker);
      if (who === undefined || clusters.of(who) === clusters.of(i)) return;
      const own = clusters.of(i);
      if (
        own.members.every((member) => profiles[member]!.person === 1) &&
        compatible({ ...clusters.of(who), number: null }, own)
      )
        clusters.merge(who, i);
    });
  }
}

/** Descriptions of a speaker that are looked at. */
const MAX_MEMBERS = 100;

/** The speaker itself where it is a body; else the body in the speaker's description ("State Department spokeswoman"). */
function sideOf(
  { document }: Reading,
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  clusters: Clusters,
  speaker: number,
): number | undefined {
  const cluster = clusters.of(speaker);
  if (cluster.type !== 'Person') return speaker;
  for (const member of cluster.members.slice(0, MAX_MEMBERS)) {
    const outer = mentions[member]!;
    if (outer.kind === 'pronoun') continue;
    for (let k = member + 1; k < mentions.length && mentions[k]!.start < outer.end; k++) {
      const inner = mentions[k]!;
      if (profiles[k]!.type !== 'Organization' || document.heads[inner.head] !== outer.head) continue;
      if (/^(?:compound|nmod)$/.test(relationOf(document, inner.head))) return k;
    }
  }
  return undefined;
}
