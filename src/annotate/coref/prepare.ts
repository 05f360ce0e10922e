/** What training and inference do alike: mentions, what each says of itself, and the links that the rules are sure of. */
import type { Named, TokenSpan } from '../../document';
import { type Clusters, createClusters } from './clusters';
import type { Lookup } from './lexicons';
import { type Candidate, findMentions, givenMentions } from './mentions';
import { linkNames } from './names';
import { linkRoles } from './nominals';
import { type Profile, profileOf } from './profile';
import { findQuotations } from './quotations';
import type { Ranking } from './rank';
import { linkStructure } from './structure';
import { traitsOf } from './traits';
import { readingOf } from './tree';

export interface Prepared extends Ranking {
  readonly mentions: readonly Candidate[];
  readonly profiles: readonly Profile[];
  readonly clusters: Clusters;
}

/** `given`: spans to take for mentions, instead of finding them. */
export function prepare(document: Named, lookup: Lookup, given?: readonly TokenSpan[]): Prepared {
  const reading = readingOf(document);
  const mentions = given === undefined ? findMentions(reading) : givenMentions(reading, given);
  const profiles = mentions.map((mention) => profileOf(reading, mention, lookup));
  const clusters = createClusters(profiles);
  const quotations = findQuotations(reading, mentions);
  linkNames(mentions, profiles, clusters, lookup);
  linkStructure(reading, mentions, profiles, clusters, lookup);
  const outer = outerOf(mentions);
  linkRoles(mentions, profiles, clusters, outer);
  const byLemma = groups(profiles.map(({ lemma }, i) => [lemma, i] as const));
  const spoken = groups(quotations.map((quote) => [quote.speaker, quote] as const));
  return {
    reading,
    mentions,
    profiles,
    clusters,
    quotations,
    byHead: new Map(mentions.map(({ head }, i) => [head, i])),
    byLemma,
    outer,
    spoken,
    traits: traitsOf(reading, mentions, profiles, quotations),
  };
}

function outerOf(mentions: readonly Candidate[]): Int32Array {
  const open: number[] = [];
  return Int32Array.from(mentions, (mention, i) => {
    while (open.length > 0 && mentions[open.at(-1)!]!.end < mention.end) open.pop();
    while (open.length > 0 && mentions[open.at(-1)!]!.end <= mention.start) open.pop();
    const around = open.at(-1) ?? -1;
    open.push(i);
    return around;
  });
}

function groups<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V[]> {
  const map = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  }
  return map;
}
