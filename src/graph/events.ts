/**
 * Event coreference: many claims, one event. Two claims tell of one event where type and date are the same and their
 * participants are compatible: each side that both of them name has somebody in common, and so have their places.
 *   "U.S. forces killed Soleimani on Friday" + "Soleimani was killed on Friday"                 -> one event
 *   "France met Germany on Monday"           + "France met Italy on Monday"                     -> two
 *   "ISIS attacked Iraq in 2014"             + another article's "ISIS attacked Mosul in 2014"  -> two: a year is too
 *                                               coarse, so there the participants must be the same
 * Without a date only claims of one article can be of one event, what is planned apart from what was done, and a country
 * or place alone is too little in common ("exiled Eritreans" here and there).
 * Greedy, the claims that say most first and then by id: a function of the set of claims, whatever their order.
 */
import { createHash } from 'node:crypto';
import { relationInfo } from '../ontology';
import type { Claim } from './claims';
import { compareText } from './knowledge-graph';

export interface EventCluster {
  /** "event:" and 20 hexadecimal digits of a hash over type, roles, day and a discriminator. */
  readonly id: string;
  /** Sorted by id, at least one. */
  readonly claims: readonly Claim[];
  /** Entity ids, sorted. */
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly places: readonly string[];
}

interface Draft {
  readonly claims: Claim[];
  readonly sources: Set<string>;
  readonly targets: Set<string>;
  readonly places: Set<string>;
}

/** Claims of lasting facts have no event and must not be passed in. */
export function clusterEvents(claims: readonly Claim[]): EventCluster[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of [...claims].sort(bySpecificity)) {
    const done = claim.modality === 'actual' ? 'done' : 'ahead';
    const key = `${claim.type}|${claim.date ? claim.date.value : `${claim.article} ${done}`}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  const drafts = [...groups.values()].flatMap(clusterGroup);
  return nameClusters(joinUndated(drafts));
}

/** Claims that name both sides first, then those that name a place; the rest by id. */
function bySpecificity(a: Claim, b: Claim): number {
  return specificity(b) - specificity(a) || compareText(a.id, b.id);
}

function specificity(claim: Claim): number {
  const sides = (claim.sources.length > 0 ? 1 : 0) + (claim.targets.length > 0 || claim.mutual ? 1 : 0);
  return 2 * sides + (claim.place ? 1 : 0);
}

function clusterGroup(claims: readonly Claim[]): Draft[] {
  const drafts: Draft[] = [];
  for (const claim of claims) {
    const exact = claim.date !== null && claim.date.granularity !== 'day';
    const scored = drafts
      .map((draft) => ({ draft, score: exact ? sameRoles(draft, claim) : overlap(draft, claim) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (best && best.score !== second?.score) addTo(best.draft, claim);
    else drafts.push(addTo({ claims: [], sources: new Set(), targets: new Set(), places: new Set() }, claim));
  }
  return drafts;
}

function addTo(draft: Draft, claim: Claim): Draft {
  draft.claims.push(claim);
  for (const role of claim.sources) draft.sources.add(role.entity);
  for (const role of claim.targets) draft.targets.add(role.entity);
  if (claim.place) draft.places.add(claim.place);
  return draft;
}

/** How many participants they share; 0 where they cannot be of one event. */
function overlap(draft: Draft, claim: Claim): number {
  if (claim.place && draft.places.size > 0 && !draft.places.has(claim.place)) return 0;
  const sources = claim.sources.map((role) => role.entity);
  const targets = claim.targets.map((role) => role.entity);
  if (relationInfo(claim.type).symmetric) {
    const theirs = new Set([...draft.sources, ...draft.targets]);
    const mine = new Set([...sources, ...targets]);
    const both = countIn(theirs, [...mine]);
    return both >= Math.min(2, theirs.size, mine.size) ? both : 0;
  }
  const onSources = countIn(draft.sources, sources);
  const onTargets = countIn(draft.targets, targets);
  if (claim.date === null && onSources + onTargets === 1) {
    const shared = [...sources, ...targets].find((id) => draft.sources.has(id) || draft.targets.has(id)) ?? '';
    if (/^(?:country|place):/.test(shared)) return 0;
  }
  if (onSources === 0 && !mayBeSame(draft.sources, sources)) return 0;
  if (onTargets === 0 && !mayBeSame(draft.targets, targets)) return 0;
  return onSources + onTargets;
}

/** Where one of the two tells nobody; or both tell the same words of nobody who is known beyond an article ("the police"). */
function mayBeSame(theirs: ReadonlySet<string>, mine: readonly string[]): boolean {
  if (mine.length === 0 || theirs.size === 0) return true;
  const words = new Set([...theirs].map(withoutArticle));
  return mine.every((id) => withoutArticle(id) !== id && words.has(withoutArticle(id)));
}

/** "org:kenyan-army-2e4671de", known in one article alone, without the article's mark. */
const withoutArticle = (id: string): string => id.replace(/-[0-9a-f]{8}$/, '');

function countIn(set: ReadonlySet<string>, ids: readonly string[]): number {
  return ids.filter((id) => set.has(id)).length;
}

function sameRoles(draft: Draft, claim: Claim): number {
  const same =
    sameSet(
      draft.sources,
      claim.sources.map((role) => role.entity),
    ) &&
    sameSet(
      draft.targets,
      claim.targets.map((role) => role.entity),
    );
  return same ? overlap(draft, claim) : 0;
}

function sameSet(set: ReadonlySet<string>, other: readonly string[]): boolean {
  return set.size === new Set(other).size && other.every((one) => set.has(one));
}

/**
 * "He was killed on Friday ... the strike that killed him": what an article repeats without the date, or with a coarser
 * one ("the killing in January"), joins the only event of a day with the same participants that fits.
 */
function joinUndated(drafts: readonly Draft[]): Draft[] {
  const dated = new Map<string, Draft[]>();
  const keyOf = (article: string, draft: Draft): string =>
    [article, draft.claims[0]?.type, [...draft.sources].sort().join(' '), [...draft.targets].sort().join(' ')].join(
      '|',
    );
  for (const draft of drafts) {
    if (!draft.claims[0]?.date) continue;
    for (const article of new Set(draft.claims.map((claim) => claim.article))) {
      const key = keyOf(article, draft);
      dated.set(key, [...(dated.get(key) ?? []), draft]);
    }
  }
  return drafts.filter((draft) => {
    const [first] = draft.claims;
    if (!first || draft.sources.size + draft.targets.size === 0) return true;
    if (new Set(draft.claims.map((claim) => claim.article)).size > 1) return true;
    const [home, other] = (dated.get(keyOf(first.article, draft)) ?? []).filter((one) => fits(one, draft));
    if (!home || other) return true;
    for (const claim of draft.claims) addTo(home, claim);
    return false;
  });
}

/** The other has a finer date, within this one's where it has any. */
function fits(other: Draft, draft: Draft): boolean {
  const [finer, date] = [other.claims[0]?.date?.value ?? '', draft.claims[0]?.date?.value ?? ''];
  return finer.length > date.length && finer.startsWith(date);
}

function nameClusters(drafts: readonly Draft[]): EventCluster[] {
  const clusters = drafts
    .map((draft) => ({
      claims: draft.claims.sort((a, b) => compareText(a.id, b.id)),
      sources: [...draft.sources].sort(),
      targets: [...draft.targets].sort(),
      places: [...draft.places].sort(),
    }))
    .sort((a, b) => compareText(a.claims[0]?.id ?? '', b.claims[0]?.id ?? ''));
  const taken = new Set<string>();
  return clusters.map((cluster) => {
    const dated = cluster.claims.find((claim) => claim.date);
    const day = dated?.date?.value ?? `undated ${cluster.claims[0]?.article}`;
    const key = [dated?.type ?? cluster.claims[0]?.type, cluster.sources.join(' '), cluster.targets.join(' '), day];
    let id = hash([...key, '']);
    for (let n = 2; taken.has(id); n++) id = hash([...key, String(n)]);
    taken.add(id);
    return { id, ...cluster };
  });
}

function hash(parts: readonly (string | undefined)[]): string {
  return `event:${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20)}`;
}
