/** Mentions that the syntax makes one: appositions, predicates, a name within the phrase that names its sort. */
import type { Named } from '../../document';
import { type Clusters, compatible } from './clusters';
import type { Lookup } from './lexicons';
import { matchPersons } from './match';
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
      roleAround(reading, mentions, i, profiles),
      subjectOf(reading, mention, profiles, i, byHead),
      namedSort(reading, mentions, i, profiles, lookup),
      namedRole(reading, mentions, i, profiles),
      joinedTitle(reading, mentions, i, profiles),
      furtherRole(reading, mentions, i, profiles, clusters, byHead),
      judged(reading, mentions[i]!, profiles[i]!, byHead),
    ];
    const other = partners.find(
      (k) =>
        k !== undefined &&
        fits(profiles[k]!, profiles[i]!) &&
        namesFit(reading, mentions, k, i, profiles) &&
        compatible(clusters.of(k), clusters.of(i)),
    );
    if (other !== undefined) clusters.merge(other, i);
  });
}

/** Two names in apposition are one only where one is the other's form, or stands in brackets: "Livorno, Tuscany" is two. */
function namesFit(
  { document }: Reading,
  mentions: readonly Candidate[],
  a: number,
  b: number,
  profiles: readonly Profile[],
): boolean {
  const [p, q] = [profiles[a]!, profiles[b]!];
  if (p.words.length === 0 || q.words.length === 0) return true;
  const place = (profile: Profile) => profile.type === 'Place' || profile.type === 'Country';
  const later = Math.max(mentions[a]!.start, mentions[b]!.start);
  if (document.tokens[later - 1]?.text === '(' && !place(p) && !place(q)) return true;
  return matchPersons(p.words, q.words) !== null || matchPersons(q.words, p.words) !== null;
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

/** "The UN envoy on [arbitrary executions, Christof Heyns,] ...": an apposed person is the role that the whole phrase names. */
function roleAround(
  { document }: Reading,
  mentions: readonly Candidate[],
  i: number,
  profiles: readonly Profile[],
): number | undefined {
  const mention = mentions[i]!;
  if (relationOf(document, mention.head) !== 'appos' || document.tokens[mention.start - 1]?.text !== ',')
    return undefined;
  if (profiles[i]!.type !== 'Person' || profiles[i]!.words.length === 0) return undefined;
  for (let k = i - 1; k >= 0 && mention.start - mentions[k]!.start < 30; k--) {
    const { type, words, number } = profiles[k]!;
    const around = mentions[k]!.head < mention.start - 1 && mentions[k]!.end === mention.end;
    if (around && mentions[k]!.kind === 'nominal' && type === 'Person' && number === 's' && words.length === 0)
      return k;
  }
  return undefined;
}

/** "Ahmed is a student": the subject of a predicate noun. */
function subjectOf(
  { document, children }: Reading,
  mention: Candidate,
  profiles: readonly Profile[],
  i: number,
  byHead: ReadonlyMap<number, number>,
): number | undefined {
  if (mention.kind === 'pronoun' || profiles[i]!.quantity !== null) return undefined;
  const own = children[mention.head]!;
  const copula = own.some(
    (child) =>
      document.deprels[child] === 'cop' && /^(?:is|was|are|were|be|been|'s|’s)$/i.test(document.tokens[child]!.text),
  );
  if (!copula || own.some((child) => document.lemmas[child] === 'not' || document.upos[child] === 'ADP'))
    return undefined;
  const subject = own.find((child) => document.deprels[child] === 'nsubj');
  const found = subject === undefined ? undefined : byHead.get(subject);
  // "the towns are Lyon, Lille and Nice": the first of a list is not all of them
  const listed = mention.kind === 'name' && own.some((child) => relationOf(document, child) === 'conj');
  return listed && found !== undefined && profiles[found]!.number === 'p' ? undefined : found;
}

/** "praised the nurse for her courage", "was fined for his remarks": whose courage is praised is whoever is praised. */
function judged(
  { document, children }: Reading,
  mention: Candidate,
  profile: Profile,
  byHead: ReadonlyMap<number, number>,
): number | undefined {
  if (profile.person !== 3 || document.xpos[mention.head] !== 'PRP$') return undefined;
  const noun = document.heads[mention.head]!;
  const reason = (children[noun] ?? []).find((child) => document.deprels[child] === 'case');
  if (reason === undefined || reason !== mention.head - 1 || BEFALLEN.has(document.lemmas[noun]!)) return undefined;
  if (!/^(?:for|over)$/.test(document.lemmas[reason]!) || !/^(?:obl|nmod)/.test(document.deprels[noun]!))
    return undefined;
  let above = document.heads[noun]!;
  // "honoured the farmer Alan Ruiz for his courage", hung on the name
  for (let steps = 0; /^(?:flat|appos)$/.test(document.deprels[above] ?? '') && steps < 3; steps++)
    above = document.heads[above]!;
  const object = (i: number) => /^(?:obj|nsubj:pass)$/.test(document.deprels[i] ?? '') && i < noun;
  const who = object(above) ? above : (children[above] ?? []).find(object);
  const verb = who === undefined ? -1 : document.heads[who]!;
  return who !== undefined && JUDGING.has(document.lemmas[verb] ?? '') ? byHead.get(who) : undefined;
}
const JUDGING = new Set(
  `praise thank congratulate commend honour honor laud applaud hail admire reward credit criticise criticize condemn denounce
  blame fault slam blast rebuke reprimand chide ridicule mock arrest jail sentence convict fine punish sue sanction suspend
  fire sack dismiss expel discipline censure impeach prosecute indict investigate remember salute celebrate`.split(
    /\s+/,
  ),
);
/** "arrested a man for her murder": hers whom it befell. */
const BEFALLEN = new Set(
  'murder killing death assassination abduction kidnapping rape arrest detention disappearance execution'.split(' '),
);

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
  for (let k = i + 1; k < mentions.length && mentions[k]!.start < mention.head; k++) {
    const { kind, head, end } = mentions[k]!;
    const type = profiles[k]!.type;
    if (kind !== 'name' || end > mention.head || !modifies(document, head, mention.head)) continue;
    if (type === 'Organization' || (type === null && lookup.nouns.has(profile.lemma))) return k;
  }
  return undefined;
}

/** Whether `i` hangs on `head` by compounds alone. */
function modifies(document: Named, i: number, head: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 6; at = document.heads[at]!, steps++) {
    if (at === head) return true;
    if (!/^(?:compound|flat|nmod:desc)/.test(document.deprels[at]!)) return false;
  }
  return false;
}

/** "Secretary of State [Mike Pompeo]", "CEO of the Refugee Council [Enver Solomon]": a bare role that ends with the bearer's name. */
function namedRole(
  { document }: Reading,
  mentions: readonly Candidate[],
  i: number,
  profiles: readonly Profile[],
): number | undefined {
  const mention = mentions[i]!;
  const { words } = profiles[i]!;
  // a title in capitals is read as the name's first word: "Legislator Ana Ruiz"
  if (mention.kind !== 'nominal' || !isBareRole({ ...profiles[i]!, words: [] })) return undefined;
  for (let k = i + 1; k < mentions.length && mentions[k]!.start <= mention.end; k++) {
    const { kind, name, start, end } = mentions[k]!;
    const near = end === mention.end || start === mention.end || start === mention.head + 1;
    if (kind !== 'name' || profiles[k]!.type !== 'Person' || !near) continue;
    if (words.length > 0 && words[0] !== profiles[k]!.words[0]) continue;
    // "leader of Jane Doe", "leader Jane Doe's" are others
    if (document.upos[document.names[name]!.start - 1] === 'ADP' || document.tokens[end]?.text === "'s") continue;
    return k;
  }
  return undefined;
}

/** "NC president and former chief minister [Farooq Abdullah]": a bare role joined to a titled name is the same person's. */
function joinedTitle(
  { document }: Reading,
  mentions: readonly Candidate[],
  i: number,
  profiles: readonly Profile[],
): number | undefined {
  const mention = mentions[i]!;
  if (mention.kind !== 'nominal' || !isBareRole(profiles[i]!) || document.upos[mention.end] !== 'CCONJ')
    return undefined;
  for (let k = i + 1; k < mentions.length && mentions[k]!.start <= mention.end + 1; k++) {
    if (mentions[k]!.start !== mention.end + 1 || profiles[k]!.type !== 'Person') continue;
    if (profiles[k]!.words.length > 0 && profiles[k]!.titles.length > 0) return k;
  }
  return undefined;
}

/** "Mohammed, Vice-President and Prime Minister of the UAE and Ruler of Dubai": bare roles after a comma, or after one that is so. */
function furtherRole(
  { document }: Reading,
  mentions: readonly Candidate[],
  i: number,
  profiles: readonly Profile[],
  clusters: Clusters,
  byHead: ReadonlyMap<number, number>,
): number | undefined {
  const mention = mentions[i]!;
  if (
    mention.kind !== 'nominal' ||
    !isBareRole(profiles[i]!) ||
    !/^(?:conj|appos)/.test(document.deprels[mention.head]!)
  )
    return undefined;
  const comma = document.tokens[mention.start - 1]?.text === ',';
  for (let at = document.heads[mention.head]!, steps = 0; at >= 0 && steps < 4; at = document.heads[at]!, steps++) {
    const k = byHead.get(at);
    if (k === undefined || profiles[k]!.type !== 'Person' || mentions[k]!.start > mention.start) continue;
    const role = isBareRole(profiles[k]!);
    const named = profiles[k]!.words.length > 0;
    const again = clusters
      .of(k)
      .members.some(
        (m) => mentions[m]!.start > mentions[k]!.start && mentions[m]!.end <= mention.start && isBareRole(profiles[m]!),
      );
    return role || (named && (comma || again)) ? k : undefined;
  }
  return undefined;
}

/** "president", "former minister": one person by his role, with no word that would make it stand for itself. */
function isBareRole({ type, number, determiner, words, person }: Profile): boolean {
  return type === 'Person' && number === 's' && determiner === 'none' && words.length === 0 && person === 0;
}

const SORTS = new Set(
  'group party company movement network organization organisation agency newspaper militia bank airline magazine channel cartel gang firm'.split(
    ' ',
  ),
);
