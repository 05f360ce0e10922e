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
    const partners = [
      ...appositives(reading, mentions, i, byHead),
      subjectOf(reading, mention, profiles[i]!, byHead),
      namedSort(reading, mentions, i, profiles, lookup),
    ];
    const other = partners.find(
      (k) => k !== undefined && fits(profiles[k]!, profiles[i]!) && compatible(clusters.of(k), clusters.of(i)),
    );
    if (other !== undefined) clusters.merge(other, i);
  });
}

/** A thing is no actor: "violence from the Islamic State, the Sunni militant group". */
function fits(a: Profile, b: Profile): boolean {
  const thing = (profile: Profile) => profile.type === null && profile.words.length === 0 && profile.person === 0;
  return !(thing(a) && b.type !== null && b.type !== 'Place') && !(thing(b) && a.type !== null && a.type !== 'Place');
}

/** "Soleimani, a top commander": what it hangs on, or else what ends right before the comma. */
function appositives(
  { document }: Reading,
  mentions: readonly Candidate[],
  i: number,
  byHead: ReadonlyMap<number, number>,
): (number | undefined)[] {
  const mention = mentions[i]!;
  if (relationOf(document, mention.head) !== 'appos') return [];
  const near: number[] = [];
  for (let k = i - 1; k >= 0 && mention.start - mentions[k]!.start < 30; k--)
    if (mentions[k]!.end === mention.start - 1) near.push(k);
  return [byHead.get(document.heads[mention.head]!), ...near];
}

/** "Ahmed is a student": the subject of a predicate noun. */
function subjectOf(
  { document, children }: Reading,
  mention: Candidate,
  profile: Profile,
  byHead: ReadonlyMap<number, number>,
): number | undefined {
  if (mention.kind === 'pronoun' || profile.quantity !== null) return undefined;
  const own = children[mention.head]!;
  const copula = own.some(
    (child) =>
      document.deprels[child] === 'cop' && /^(?:is|was|are|were|be|been|'s|’s)$/i.test(document.tokens[child]!.text),
  );
  if (!copula || own.some((child) => document.lemmas[child] === 'not' || document.upos[child] === 'ADP'))
    return undefined;
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
  const profile = profiles[i]!;
  if (mention.kind !== 'nominal' || profile.determiner === 'a' || profile.number === 'p' || !SORTS.has(profile.lemma))
    return undefined;
  for (let k = i + 1; k < mentions.length && mentions[k]!.start < mention.end; k++) {
    const inner = mentions[k]!;
    const type = profiles[k]!.type;
    if (
      inner.kind !== 'name' ||
      document.heads[inner.head] !== mention.head ||
      relationOf(document, inner.head) !== 'compound'
    )
      continue;
    if (type === 'Organization' || (type === null && lookup.nouns.has(profile.lemma))) return k;
  }
  return undefined;
}

const SORTS = new Set(
  'group party company movement network organization organisation agency newspaper militia bank airline magazine channel cartel gang firm website service'.split(
    ' ',
  ),
);
