/** Who is who: the mentions of a document, and the chains that they make. */
import type { Chain, Chained, Mention, Named, TokenSpan } from '../../document';
import { chainName } from './chain-name';
import type { Cluster } from './clusters';
import { type CorefLexicons, prepareLexicons } from './lexicons';
import type { Candidate } from './mentions';
import { linkNominals, linkOwnCountries } from './nominals';
import { prepare } from './prepare';
import type { Profile } from './profile';
import { linkPronouns } from './pronouns';
import { asQuotation } from './quotations';
import { createRanker, type RankerWeights, readRanker } from './rank';
import { linkSpeakers } from './speakers';

export { type CorefLexicons, type RankerWeights, readRanker };

/** Chains a document; with `given` spans those are its mentions. */
export type Resolver = (document: Named, given?: readonly TokenSpan[]) => Chained;

/** Without a ranker, rules of thumb find what pronouns and descriptions go back to. */
export function createResolver(lexicons: CorefLexicons, ranker: RankerWeights | null = null): Resolver {
  const lookup = prepareLexicons(lexicons);
  const rank = ranker === null ? null : createRanker(ranker);
  return (document, given) => {
    const prepared = prepare(document, lookup, given);
    const { reading, mentions, profiles, clusters, quotations } = prepared;
    if (rank !== null) rank(prepared);
    else {
      linkNominals(mentions, profiles, clusters);
      linkPronouns(reading, mentions, profiles, clusters, quotations);
    }
    linkSpeakers(reading, mentions, profiles, clusters, quotations);
    linkOwnCountries(reading, mentions, profiles, clusters);
    const { mentions: numbered, chains } = chainsOf(document, mentions, profiles, clusters.of);
    return {
      ...document,
      mentions: numbered,
      chains,
      quotations: quotations.map((span) => asQuotation(reading, span)),
    };
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
        mentions: cluster.members.sort((a, b) => a - b),
        type: cluster.type,
        name: chainName(document, mentions, profiles, cluster),
      });
    }
    const { start, end, head, kind, name } = mention;
    return { start, end, head, kind, name, chain: number.get(cluster)! };
  });
  return { mentions: numbered, chains };
}
