/**
 * Article graphs against gold graphs: entities by name and type, relations by ends and type.
 *
 * Precision is the share of distinct guessed (source, type, target) that match a gold relation, core or not;
 * recall is the share of core gold relations that are matched, each guess serving one of them at most.
 */
import { RELATIONS, type RelationType, relationInfo } from '../ontology';
import {
  comparableType,
  type GoldGraph,
  type GoldRelation,
  type GuessGraph,
  type GuessRelation,
  nameForms,
  plainForm,
} from './gold-graph';
import { harmonicMean, maximumMatching, share } from './matching';

/** strict: both ends and the type; relaxed: both ends and the PLOVER class; pair: both ends. */
export const LEVELS = ['strict', 'relaxed', 'pair'] as const;
export type Level = (typeof LEVELS)[number];

interface Tally {
  right: number;
  guessed: number;
  coreFound: number;
  core: number;
}

export interface Counts {
  entity: Tally & { split: number };
  levels: Record<Level, Tally>;
  /** Among the relations that match (relaxed). */
  details: Record<'date' | 'factuality' | 'source', { right: number; gold: number }>;
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface GraphFigures {
  readonly entities: Rates & { readonly split: number };
  readonly strict: Rates;
  readonly relaxed: Rates;
  readonly pair: Rates;
  readonly date: number;
  readonly factuality: number;
  readonly source: number;
}

export interface ArticleScore {
  readonly id: string;
  readonly counts: Counts;
  readonly figures: GraphFigures;
  /** Misses, extras and wrong dates, one a line. */
  readonly errors: readonly string[];
}

export interface GraphScore {
  readonly articles: readonly ArticleScore[];
  readonly pooled: GraphFigures;
  /** What `pooled` is made of. */
  readonly pooledCounts: Counts;
  /** Means of the articles' figures. */
  readonly mean: { readonly entities: Rates; readonly strict: Rates; readonly relaxed: Rates; readonly pair: Rates };
}

function isRelationType(type: string): type is RelationType {
  return Object.hasOwn(RELATIONS, type);
}

function isSymmetric(type: string): boolean {
  return isRelationType(type) && relationInfo(type).symmetric;
}

/** The PLOVER class; a fact is a class of its own, all votes are one. */
function classOf(type: string): string {
  if (!isRelationType(type)) return type;
  const { plover } = relationInfo(type);
  return plover === 'FACT' ? type : plover;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const form of a) if (b.has(form)) shared++;
  return shared;
}

/** For each guessed entity the gold ones that share a name, those of its type first, then by the number of shared names. */
function nameCandidates(gold: GoldGraph, guess: GuessGraph): number[][] {
  const goldForms = gold.entities.map(nameForms);
  return guess.entities.map((entity) => {
    const forms = nameForms(entity);
    const sameType = (j: number) => Number(comparableType(gold.entities[j]!.type) === comparableType(entity.type));
    const shared = goldForms.map((other) => overlap(forms, other));
    return goldForms
      .map((_, j) => j)
      .filter((j) => shared[j]! > 0)
      .sort((a, b) => sameType(b) - sameType(a) || shared[b]! - shared[a]!);
  });
}

function scoreEntities(gold: GoldGraph, guess: GuessGraph, candidates: number[][], errors: string[]): Counts['entity'] {
  const typed = candidates.map((js, i) =>
    js.filter((j) => comparableType(gold.entities[j]!.type) === comparableType(guess.entities[i]!.type)),
  );
  const match = maximumMatching(typed);
  const found = new Set(match.values());
  const missed = gold.entities.filter((entity, j) => entity.core && !found.has(j));
  for (const entity of missed) errors.push(`entity missed: ${entity.name} (${entity.type})`);
  guess.entities.forEach((entity, i) => {
    if (typed[i]!.length === 0) errors.push(`entity extra: ${entity.name} (${entity.type})`);
  });
  const core = gold.entities.filter((entity) => entity.core).length;
  return {
    right: match.size,
    guessed: guess.entities.length,
    core,
    coreFound: core - missed.length,
    // one gold entity spread over several guesses: missed coreference
    split: typed.filter((js, i) => js.length > 0 && !match.has(i)).length,
  };
}

/** Evidence that says the same comes first, then core relations. */
function byEvidence(guess: GuessRelation, gold: readonly GoldRelation[]): (a: number, b: number) => number {
  const said = plainForm(guess.evidence.text);
  const agrees = gold.map((relation) => {
    const quoted = plainForm(relation.evidence);
    return Number(said.includes(quoted) || (said.length > 15 && quoted.includes(said)));
  });
  return (a, b) => agrees[b]! - agrees[a]! || Number(gold[b]!.core) - Number(gold[a]!.core);
}

/** `goldIds`: for a guessed entity's id the gold entities it may be; by name alone, a wrong type is counted once, with the entities. */
function endsMatch(
  guess: GuessRelation,
  gold: GoldRelation,
  goldIds: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const sources = goldIds.get(guess.source);
  const targets = goldIds.get(guess.target);
  if (!sources || !targets) return false;
  return [[gold.source, gold.target] as const, ...(gold.alt ?? [])].some(
    ([a, b]) => (sources.has(a) && targets.has(b)) || (isSymmetric(guess.type) && sources.has(b) && targets.has(a)),
  );
}

function typeMatches(level: Level, guess: string, gold: readonly string[]): boolean {
  if (level === 'pair') return true;
  if (level === 'strict') return gold.includes(guess);
  return gold.some((type) => classOf(type) === classOf(guess));
}

function tallyLevel(gold: GoldGraph, guess: GuessGraph, edges: number[][], match: Map<number, number>): Tally {
  const triple = (r: GuessRelation) => [r.source, r.type, r.target].join('\t');
  const hit = new Set(match.values());
  return {
    right: new Set(guess.relations.filter((_, i) => edges[i]!.length > 0).map(triple)).size,
    guessed: new Set(guess.relations.map(triple)).size,
    core: gold.relations.filter((r) => r.core).length,
    coreFound: gold.relations.filter((r, j) => r.core && hit.has(j)).length,
  };
}

function scoreDetails(
  gold: GoldGraph,
  guess: GuessGraph,
  match: Map<number, number>,
  goldIds: ReadonlyMap<string, ReadonlySet<string>>,
  errors: string[],
): Counts['details'] {
  const details = { date: { right: 0, gold: 0 }, factuality: { right: 0, gold: 0 }, source: { right: 0, gold: 0 } };
  const count = (key: keyof typeof details, right: boolean, wrong: string) => {
    details[key].gold++;
    if (right) details[key].right++;
    else errors.push(wrong);
  };
  for (const [i, j] of match) {
    const g = gold.relations[j]!;
    const r = guess.relations[i]!;
    const date = r.date?.value ?? null;
    if (g.date) count('date', date === g.date, `date ${date} for ${g.date}: ${g.evidence}`);
    count('factuality', r.factuality === g.factuality, `factuality ${r.factuality} for ${g.factuality}: ${g.evidence}`);
    if (g.attributedTo) {
      const right = goldIds.get(r.attributedTo ?? '')?.has(g.attributedTo) ?? false;
      count('source', right, `source ${r.attributedTo ?? 'none'} for ${g.attributedTo}: ${g.evidence}`);
    }
  }
  return details;
}

function listRelations(
  gold: GoldGraph,
  guess: GuessGraph,
  edges: number[][],
  match: Map<number, number>,
  errors: string[],
): void {
  const hit = new Set(match.values());
  const names = new Map(guess.entities.map((e) => [e.id, e.name]));
  gold.relations.forEach((r, j) => {
    if (r.core && !hit.has(j))
      errors.push(`relation missed: ${r.source} -${r.types.join('|')}-> ${r.target}  "${r.evidence}"`);
  });
  guess.relations.forEach((r, i) => {
    if (edges[i]!.length > 0) return;
    const name = (id: string) => names.get(id) ?? id;
    errors.push(`relation extra: ${name(r.source)} -${r.type}-> ${name(r.target)}  "${r.evidence.text.slice(0, 120)}"`);
  });
}

/** For each guessed relation whether gold has it: both ends and the type. */
export function rightRelations(gold: GoldGraph, guess: GuessGraph): boolean[] {
  const candidates = nameCandidates(gold, guess);
  const goldIds = new Map(
    guess.entities.map((e, i) => [e.id, new Set(candidates[i]!.map((j) => gold.entities[j]!.id))]),
  );
  return guess.relations.map((relation) =>
    gold.relations.some((g) => endsMatch(relation, g, goldIds) && typeMatches('strict', relation.type, g.types)),
  );
}

export function scoreArticle(gold: GoldGraph, guess: GuessGraph): ArticleScore {
  const errors: string[] = [];
  const candidates = nameCandidates(gold, guess);
  const goldIds = new Map(
    guess.entities.map((e, i) => [e.id, new Set(candidates[i]!.map((j) => gold.entities[j]!.id))]),
  );
  const entity = scoreEntities(gold, guess, candidates, errors);
  const edgesOf = (level: Level) =>
    guess.relations.map((r) =>
      gold.relations
        .map((_, j) => j)
        .filter(
          (j) => endsMatch(r, gold.relations[j]!, goldIds) && typeMatches(level, r.type, gold.relations[j]!.types),
        )
        .sort(byEvidence(r, gold.relations)),
    );
  const edges = { strict: edgesOf('strict'), relaxed: edgesOf('relaxed'), pair: edgesOf('pair') };
  const tally = (level: Level) => tallyLevel(gold, guess, edges[level], maximumMatching(edges[level]));
  const match = maximumMatching(edges.relaxed);
  const details = scoreDetails(gold, guess, match, goldIds, errors);
  listRelations(gold, guess, edges.relaxed, match, errors);
  const counts: Counts = {
    entity,
    levels: { strict: tally('strict'), relaxed: tally('relaxed'), pair: tally('pair') },
    details,
  };
  return { id: gold.article.id, counts, figures: figuresOf(counts), errors };
}

function rates(tally: Tally): Rates {
  const precision = share(tally.right, tally.guessed);
  const recall = share(tally.coreFound, tally.core);
  return { precision, recall, f1: harmonicMean(precision, recall) };
}

function figuresOf(counts: Counts): GraphFigures {
  const { entity, levels, details } = counts;
  return {
    entities: { ...rates(entity), split: entity.split },
    strict: rates(levels.strict),
    relaxed: rates(levels.relaxed),
    pair: rates(levels.pair),
    date: share(details.date.right, details.date.gold),
    factuality: share(details.factuality.right, details.factuality.gold),
    source: share(details.source.right, details.source.gold),
  };
}

/** Sums the numbers of equal shape, leaf by leaf. */
function addCounts<T>(a: T, b: T): T {
  if (typeof a === 'number') return (a + Number(b)) as T;
  const sum = Object.entries(a as object).map(([key, value]) => [
    key,
    addCounts(value, (b as Record<string, unknown>)[key]),
  ]);
  return Object.fromEntries(sum) as T;
}

function meanRates(articles: readonly ArticleScore[], get: (figures: GraphFigures) => Rates): Rates {
  const mean = (key: keyof Rates) =>
    share(
      articles.reduce((sum, a) => sum + get(a.figures)[key], 0),
      articles.length,
    );
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}

/** A gold article without a guess counts as one where nothing was found. */
export function scoreGraphs(golds: readonly GoldGraph[], guesses: readonly GuessGraph[]): GraphScore {
  const byId = new Map(guesses.map((guess) => [guess.article.id, guess]));
  const articles = golds.map((gold) =>
    scoreArticle(gold, byId.get(gold.article.id) ?? { article: gold.article, entities: [], relations: [] }),
  );
  const none = scoreArticle(
    { article: { id: '' }, entities: [], relations: [] },
    { article: { id: '' }, entities: [], relations: [] },
  );
  const pooledCounts = articles.reduce((sum, article) => addCounts(sum, article.counts), none.counts);
  return {
    articles,
    pooled: figuresOf(pooledCounts),
    pooledCounts,
    mean: {
      entities: meanRates(articles, (f) => f.entities),
      strict: meanRates(articles, (f) => f.strict),
      relaxed: meanRates(articles, (f) => f.relaxed),
      pair: meanRates(articles, (f) => f.pair),
    },
  };
}
