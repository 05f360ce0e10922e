/**
 * Lasting facts between two mentions: offices, membership, parts, nationality, place, kin, ownership.
 * They come from names' structure, titles, appositions, possessives, prepositions, copulas, and a few verbs.
 * A noun phrase states its fact itself, whoever is quoted around it; a verb's fact has the context of its clause.
 */
import type { Chained, EventClaim, FactClaim } from '../document';
import type { FactType } from '../ontology';
import { confidenceOf, type Pattern } from './confidence';
import { factPattern, OWN_CONFIDENCE } from './fact-pattern';
import { bearer, nominalAt } from './facts-bearers';
import { withoutGuessedOffices } from './facts-home';
import { findNameTies } from './facts-names';
import { findPlaces } from './facts-places';
import { findPairs } from './facts-places-pairs';
import { findSeats } from './facts-posts';
import { findRoles } from './facts-roles';
import {
  chainAt,
  createScene,
  type FactDraft,
  type FactLexicons,
  type FactScene,
  innerMentions,
  roleLemma,
  typeOf,
} from './facts-scene';
import { findPurchases, findStakes } from './facts-stakes';
import { findCounterparts, findSuccessions } from './facts-succession';
import { findTies } from './facts-ties';
import { belongingPhrases } from './facts-ties-after';
import { findPredicates } from './facts-verbs';
import { dateOf, findTimes, type TimeExpression, termDate } from './time';
import { relationOf, textOf, uposOf } from './tree';

export type { FactLexicons } from './facts-scene';

/** Of a clause's head: said not to be so, planned, who says so. Given by the finder of events. */
export type ClauseContext = Pick<FactClaim, 'polarity' | 'modality' | 'tense' | 'attributedTo' | 'cue'>;

/** Facts that a noun may date: "president since 2013". */
const OFFICES: ReadonlySet<FactType> = new Set(['HOLDS_POSITION', 'SPOKESPERSON_OF', 'LEADS', 'MEMBER_OF']);

const STATED: ClauseContext = { polarity: 'positive', modality: 'actual', tense: null, attributedTo: -1, cue: null };

/** `events`: descriptions that take part in one get facts too; other descriptions stand in no graph and get none. */
export function findFacts(
  doc: Chained,
  lexicons: FactLexicons,
  events: readonly EventClaim[] = [],
  contextAt: (token: number) => ClauseContext = () => STATED,
  weights: ReadonlyMap<string, number> = OWN_CONFIDENCE,
  observe: (claim: FactClaim, pattern: Pattern) => void = () => undefined,
): FactClaim[] {
  const bare = createScene(doc, lexicons, chainsIn(doc, events));
  const acting = { ...bare, engaged: new Set([...bare.engaged, ...belongingActors(bare)]) };
  const roles = findRoles(acting);
  // "the director of the bank's Leeds office": the office stands in the graph then
  const told = findPredicates(acting);
  const served = [...roles, ...told]
    .filter((d) => typeOf(doc, d.target) === 'Organization')
    .map((d) => chainAt(doc, d.target));
  const scene = { ...acting, engaged: new Set([...acting.engaged, ...served]) };
  const times = findTimes(doc);
  const drafts = [
    ...roles,
    ...findTies(scene),
    ...findNameTies(scene),
    ...findPairs(scene, lexicons.places),
    ...findPlaces(scene, lexicons),
    ...told,
    ...findStakes(scene),
    ...findPurchases(scene),
    ...findSeats(scene),
  ];
  const sure = withoutGuessedOffices(scene, drafts);
  drafts.push(...findSuccessions(scene, sure), ...findCounterparts(scene, sure));
  const kept = withoutRivals(scene, withHomes(scene, withoutGuessedOffices(scene, drafts)));
  return onceEach(scene, kept).map((draft) => {
    const pattern = factPattern(scene, draft);
    const claim = { ...claimOf(scene, draft, times, contextAt), confidence: confidenceOf(pattern, weights) };
    observe(claim, pattern);
    return claim;
  });
}

function chainsIn(doc: Chained, events: readonly EventClaim[]): Set<number> {
  const ends = events.flatMap((e) =>
    e.sources.length > 0 && e.targets.length > 0 ? [...e.sources, ...e.targets] : [],
  );
  return new Set(ends.map((m) => chainAt(doc, m)));
}

/**
 * Chains of people and bodies that are told to be somebody's, whatever they do: "the Palestinian health ministry", "two Danish
 * sailors", "Myanmar's government"; and "a team from Leeds University", "five Iraqis" where they do something or it is done to them.
 */
function belongingActors(scene: FactScene): number[] {
  const { doc, tree } = scene;
  return doc.mentions.flatMap((mention, m) => {
    const type = typeOf(doc, m);
    if (mention.kind !== 'nominal' || type === null || !/^(?:Group|Organization|Person)$/.test(type)) return [];
    const acts = /^(?:nsubj|obj|obl:agent)/.test(relationOf(tree, mention.head));
    if (ofNation(scene, m) && (type !== 'Person' || (acts && uposOf(tree, mention.head) === 'NOUN')))
      return [mention.chain];
    if (type === 'Group' && ofBody(scene, m)) return [mention.chain];
    if (!acts || type === 'Person') return [];
    const belongs = belongingPhrases(scene, m).some((c) => {
      const whose = nominalAt(scene, c);
      return typeOf(doc, whose) === 'Organization' && scene.named.has(chainAt(doc, whose));
    });
    return belongs || (type === 'Group' && scene.isPeople(textOf(tree, mention.head))) ? [mention.chain] : [];
  });
}

/** "Labour MPs", "Nordbank's directors": a body is named before the noun; its "members" tell nothing new. */
function ofBody(scene: FactScene, m: number): boolean {
  const { doc } = scene;
  const head = doc.mentions[m]?.head ?? -1;
  const role = roleLemma(scene, head);
  return (
    role !== null &&
    role !== 'member' &&
    innerMentions(doc, m).some(
      (i) =>
        typeOf(doc, i) === 'Organization' && doc.mentions[i]?.kind === 'name' && (doc.mentions[i]?.end ?? 0) <= head,
    )
  );
}

/** "Myanmar's government", "Danish sailors": one country's name or adjective stands in the mention before its noun ("any Danish sailor" may be nobody). */
function ofNation(scene: FactScene, m: number): boolean {
  const { doc, tree } = scene;
  const { head, start } = doc.mentions[m] ?? { head: -1, start: -1 };
  const nations = innerMentions(doc, m).filter(
    (i) => typeOf(doc, i) === 'Country' && (doc.mentions[i]?.end ?? 0) <= head,
  );
  return (
    nations.length === 1 && doc.mentions[nations[0] ?? -1]?.kind === 'name' && !/^(?:no|any)$/.test(textOf(tree, start))
  );
}

/** "the union's secretary general Ann Lee of Uruguay": the office is the union's, and the country her own. */
function withHomes(scene: FactScene, drafts: readonly FactDraft[]): FactDraft[] {
  const { doc, tree } = scene;
  const told = drafts.filter((d) => d.type === 'HOLDS_POSITION' && d.rule.startsWith('role.title.'));
  return drafts.map((d) => {
    const other =
      d.type === 'HOLDS_POSITION' &&
      d.rule === 'tie.of' &&
      typeOf(doc, d.target) === 'Country' &&
      told.some(
        (r) =>
          typeOf(doc, r.target) === 'Organization' &&
          chainAt(doc, r.source) === chainAt(doc, d.source) &&
          tree.sentenceOf[r.trigger.start] === tree.sentenceOf[d.trigger.start],
      );
    return other ? { ...d, type: 'CITIZEN_OF', title: null } : d;
  });
}

/** A body whose name tells its country is no part of another ("the Iranian Ministry" that the chains took for an Iraqi one). */
function withoutRivals(scene: FactScene, drafts: readonly FactDraft[]): FactDraft[] {
  const { doc } = scene;
  const home = new Map<number, number>();
  const parts = drafts.filter((d) => d.type === 'PART_OF' && typeOf(doc, d.target) === 'Country');
  for (const d of parts) {
    const source = doc.mentions[d.source];
    if (source?.kind === 'name' && !home.has(source.chain)) home.set(source.chain, chainAt(doc, d.target));
  }
  const offices = new Set(
    drafts
      .filter((d) => d.type === 'HOLDS_POSITION' || d.type === 'OWNS' || d.type === 'LEADS')
      .map((d) => `${chainAt(doc, d.source)} ${chainAt(doc, d.target)}`),
  );
  return drafts.filter((d) => {
    // "founder Ann Lee of Zentra" belongs to it as its founder
    if (
      /^tie\.(?:of|at)$/.test(d.rule) &&
      d.type === 'MEMBER_OF' &&
      offices.has(`${chainAt(doc, d.source)} ${chainAt(doc, d.target)}`)
    )
      return false;
    const country = home.get(chainAt(doc, d.source));
    return country === undefined || !parts.includes(d) || country === chainAt(doc, d.target);
  });
}

/** One claim a sentence for each fact, the surest; in the order of the text. */
function onceEach(scene: FactScene, drafts: readonly FactDraft[]): FactDraft[] {
  const best = new Map<string, FactDraft>();
  for (const { source: of, target: said, ...rest } of drafts) {
    const { doc, tree } = scene;
    const source = bearer(scene, of);
    const target = named(scene, bearer(scene, said), rest.type);
    // "Kim's house in Hanoi": the city is not his
    if (rest.type === 'OWNS' && target !== said && target !== bearer(scene, said)) continue;
    const chains = [chainAt(doc, source), chainAt(doc, target)];
    if (target < 0 || source < 0 || chains[0] === chains[1]) continue;
    const key = `${tree.sentenceOf[rest.trigger.start]} ${rest.type} ${chains.join(' ')}`;
    const known = best.get(key);
    if (!known || known.confidence < rest.confidence) best.set(key, { ...rest, source, target });
  }
  return [...best.values()].sort(
    (a, b) => a.trigger.start - b.trigger.start || a.source - b.source || a.target - b.target,
  );
}

/**
 * A state or place that is not named tells nothing ("the nation's capital"), but for one named in it ("the Lombardy region");
 * an office "of the Republic" is of the country that the text is about.
 */
function named(scene: FactScene, target: number, fact: FactType): number {
  const { doc } = scene;
  const mention = doc.mentions[target];
  const type = typeOf(doc, target);
  if (!mention || (type !== 'Country' && type !== 'Place') || scene.named.has(mention.chain)) return target;
  const inside = innerMentions(doc, target).find((i) => typeOf(doc, i) === 'Place' && scene.named.has(chainAt(doc, i)));
  const single = /^(?:republic|nation|country|state)$/.test(textOf(scene.tree, mention.head));
  if (inside === undefined && single && type === 'Country' && (fact === 'HOLDS_POSITION' || fact === 'LEADS'))
    return scene.homeland;
  return inside ?? -1;
}

function claimOf(
  scene: FactScene,
  draft: FactDraft,
  times: readonly TimeExpression[],
  contextAt: (token: number) => ClauseContext,
): FactClaim {
  const { type, source, target, trigger, title, verb, confidence, rule } = draft;
  return {
    type,
    source,
    target,
    title,
    sentence: scene.tree.sentenceOf[trigger.start] ?? 0,
    trigger,
    ...(verb >= 0 ? contextAt(verb) : STATED),
    date:
      (verb >= 0 ? dateOf(scene.doc, times, [trigger.start], false) : null) ??
      (OFFICES.has(type) ? termDate(scene.doc, times, trigger.start) : null),
    confidence,
    trace: [rule],
  };
}
