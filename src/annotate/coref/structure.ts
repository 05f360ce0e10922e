/** Mentions that the syntax makes one: appositions, predicates, a name within the phrase that names its sort. */
import { type Clusters, compatible } from './clusters';
import type { Lookup } from './lexicons';
import type { Candidate } from './mentions';
import type { Profile } from './profile';
import { type Reading, relationOf } from './tree';

export function linkStructure(
  reading: Reading,
  mentions: readonly Candidate[],
  profiles: readonly Profile[],
  clusters: Clusters,
  lookup: Lookup,
): void {
  const byHead = new Map(mentions.map((mention, i) => [mention.head, i]));
  mentions.forEach((mention, i) => {
    const other =
      partnerOf(reading, mention, profiles[i]!, byHead) ?? namedSort(reading, mentions, i, profiles, lookup);
    if (other !== undefined && compatible(clusters.of(other), clusters.of(i))) clusters.merge(other, i);
  });
}

/** "Soleimani, a top commander" (appos); "Ahmed is a student" (subject of a predicate noun). */
function partnerOf(
  { document, children }: Reading,
  mention: Candidate,
  profile: Profile,
  byHead: ReadonlyMap<number, number>,
): number | undefined {
  const { head } = mention;
  if (relationOf(document, head) === 'appos') return byHead.get(document.heads[head]!);
  if (mention.kind === 'pronoun' || profile.quantity !== null) return undefined;
  const own = children[head]!;
  if (
    !own.some(
      (child) =>
        document.deprels[child] === 'cop' && /^(?:is|was|are|were|be|been|'s|’s)$/i.test(document.tokens[child]!.text),
    )
  )
    return undefined;
  if (own.some((child) => document.lemmas[child] === 'not' || document.upos[child] === 'ADP')) return undefined;
  const subject = own.find((child) => document.deprels[child] === 'nsubj');
  return subject === undefined ? undefined : byHead.get(subject);
}

/** "the [Islamic State] extremist group" is the Islamic State; "[Google] headquarters" is not Google. */
function namedSort(
  { document }: Reading,
  mentions: readonly Candidate[],
  i: number,
  profiles: readonly Profile[],
  lookup: Lookup,
): number | undefined {
  const mention = mentions[i]!;
  if (mention.kind !== 'nominal' || profiles[i]!.determiner === 'a' || !SORTS.has(profiles[i]!.lemma)) return undefined;
  for (let k = i + 1; k < mentions.length && mentions[k]!.start < mention.end; k++) {
    const inner = mentions[k]!;
    const type = profiles[k]!.type;
    if (
      inner.kind !== 'name' ||
      document.heads[inner.head] !== mention.head ||
      relationOf(document, inner.head) !== 'compound'
    )
      continue;
    if (type === 'Organization' || (type === null && lookup.nouns.has(profiles[i]!.lemma))) return k;
  }
  return undefined;
}

const SORTS = new Set(
  'group party company movement network organization organisation agency newspaper militia bank airline magazine channel cartel gang firm website service'.split(
    ' ',
  ),
);
