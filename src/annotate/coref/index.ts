/** Who is who: the mentions of a document, and the chains that they make. */
import type { Chain, Chained, Mention, Named } from '../../document';
import { chainName } from './chain-name';
import { type Cluster, createClusters } from './clusters';
import { type CorefLexicons, prepareLexicons } from './lexicons';
import { type Candidate, findMentions } from './mentions';
import { linkNames } from './names';
import { linkNominals, linkOwnCountries } from './nominals';
import { type Profile, profileOf } from './profile';
import { linkPronouns } from './pronouns';
import { asQuotation, findQuotations } from './quotations';
import { linkSpeakers } from './speakers';
import { linkStructure } from './structure';
import { readingOf } from './tree';

export type { CorefLexicons };

export function createResolver(lexicons: CorefLexicons): (document: Named) => Chained {
  const lookup = prepareLexicons(lexicons);
  return (document) => {
    const reading = readingOf(document);
    const mentions = findMentions(reading);
    const profiles = mentions.map((mention) => profileOf(reading, mention, lookup));
    const clusters = createClusters(profiles);
    linkNames(mentions, profiles, clusters, lookup);
    linkStructure(reading, mentions, profiles, clusters, lookup);
    linkNominals(mentions, profiles, clusters);
    const quoted = findQuotations(reading, mentions);
    linkPronouns(reading, mentions, profiles, clusters, quoted);
    linkSpeakers(reading, mentions, profiles, clusters, quoted);
    linkOwnCountries(reading, mentions, profiles, clusters);
    const quotations = quoted.map((span) => asQuotation(reading, span));
    return { ...document, ...chainsOf(document, mentions, profiles, clusters.of), quotations };
  };
}

function chainsOf(
  document: Named,
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  clusterOf: (mention: number) => Cluster,
): { mentions: Mention[]; chains: Chain[] } {
  const number = new Map<Cluster, number>();
  const chains: Chain[] = [];
  const numbered = mentions.map((mention, i): Mention => {
    const cluster = clusterOf(i);
    if (!number.has(cluster)) {
      number.set(cluster, chains.length);
      chains.push({
        mentions: cluster.members,
        type: cluster.type,
        name: chainName(document, mentions, profiles, cluster),
      });
    }
    return { ...mention, chain: number.get(cluster)! };
  });
  return { mentions: numbered, chains };
}
