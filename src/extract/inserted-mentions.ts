/** Mentions that are found after the chains were made, put in their places. */
import type { Chained, Mention } from '../document';

/** The document with the mentions added, each in the chain that it names; all of a document's numbers of mentions follow. */
export function withMentions(doc: Chained, added: readonly Mention[]): Chained {
  // outer mentions before inner ones, as everywhere
  const all = [...doc.mentions.map((mention, m) => ({ mention, m })), ...added.map((mention) => ({ mention, m: -1 }))];
  all.sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end || a.m - b.m);
  const moved = new Map(all.flatMap(({ m }, at) => (m < 0 ? [] : [[m, at] as const])));
  const mentions = all.map(({ mention }) => mention);
  const members: number[][] = doc.chains.map(() => []);
  mentions.forEach((mention, m) => {
    members[mention.chain]!.push(m);
  });
  return {
    ...doc,
    mentions,
    chains: doc.chains.map((chain, c) => ({ ...chain, mentions: members[c]! })),
    quotations: doc.quotations.map((q) => ({ ...q, speaker: moved.get(q.speaker) ?? -1 })),
  };
}
