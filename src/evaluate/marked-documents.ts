/**
 * Article graphs against documents whose entities and relations people marked in the words of Dstl's re3d:
 * `{id, text, entities: [{text, type, begin, end}], expected: [{source, target, type}]}`, offsets in UTF-16 code units.
 *
 * The gold marks every mention, a graph has entities: an entity of ours is right if it stands for something marked, a
 * marked one is found if an entity stands for it, and the same of relations. Weapons, amounts, dates and documents are
 * no entities of ours: they and the relations that end there are left out, as is IsSynonymOf, which is coreference.
 */
import type { EntityType, RelationType } from '../ontology';
import { matchActor, STRICT } from './actors';
import { harmonicMean, share } from './matching';
import { MARKED_ENTITIES, MARKED_RELATIONS } from './re3d';

export interface MarkedSpan {
  readonly text?: string;
  readonly begin?: number;
  readonly end?: number;
}

export interface MarkedDocument {
  readonly id: string;
  readonly text: string;
  readonly entities?: readonly (MarkedSpan & { readonly type: string })[];
  readonly expected: readonly {
    readonly source: MarkedSpan | null;
    readonly target: MarkedSpan | null;
    readonly type?: string | null;
    readonly plover?: string | null;
    readonly cameo?: string | null;
    readonly quad?: string | null;
  }[];
}

export interface MarkedGraph {
  readonly entities: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: EntityType;
    readonly aliases: readonly string[];
    readonly mentions: readonly { readonly start: number; readonly text: string; readonly kind: string }[];
  }[];
  readonly relations: readonly {
    readonly source: string;
    readonly target: string;
    readonly type: RelationType;
    readonly factuality: string;
  }[];
}

type GraphEntity = MarkedGraph['entities'][number];

/** True for documents of relations, false for sentences coded with classes of events. */
export function isMarkedDocument(record: MarkedDocument): boolean {
  const bare = record.expected.some((r) => r.type && !r.plover && !r.cameo && !r.quad);
  return bare || (record.entities !== undefined && record.expected.length === 0);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the words begin that only add to a noun: "forces operating in the north" -> 6. */
const ADDITION =
  /\s*(?:[,;(]|\s(?:of|in|on|at|for|from|to|with|by|near|against|between|among|under|inside|outside|who|whom|whose|which|that|where|including|\p{Ll}+ing)\s)/u;

/** Of the last word before whatever is added to the noun; offsets as those of the text that begins at `start`. */
function headRange(text: string, start: number): Range {
  const cut = text.slice(1).search(ADDITION);
  const before = (cut < 0 ? text : text.slice(0, cut + 1)).trimEnd();
  return { start: start + before.search(/\S+$/), end: start + before.length };
}

/** The same words but for a title or an article, or the same noun: "Gen. Ana Prieto" for "Ana Prieto". */
function coincide(gold: Range & { readonly text: string }, mention: { start: number; text: string }): boolean {
  const end = mention.start + mention.text.length;
  const common = Math.min(gold.end, end) - Math.max(gold.start, mention.start);
  if (common <= 0) return false;
  // two thirds, so that "Syrian" is not "Syrian forces"
  if (3 * common >= gold.end - gold.start + mention.text.length) return true;
  const a = headRange(gold.text, gold.start);
  const b = headRange(mention.text, mention.start);
  return a.start < b.end && b.start < a.end;
}

/** By place, whatever the word, or by name. */
export function standsFor(entity: GraphEntity, gold: MarkedSpan): boolean {
  const text = gold.text ?? '';
  if (text === '') return false;
  if (gold.begin !== undefined && gold.end !== undefined) {
    const range = { start: gold.begin, end: gold.end, text };
    if (entity.mentions.some((mention) => coincide(range, mention))) return true;
  }
  const names = entity.mentions.filter((mention) => mention.kind === 'name').map((mention) => mention.text);
  const { name, aliases } = entity;
  return matchActor({ text }, { text: name, name, forms: [...aliases, ...names] }) === STRICT;
}

export interface MarkedRates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  readonly guessed: number;
}

export interface MarkedFigures {
  readonly documents: number;
  /** Entities found, whatever their type; and of a type that fits. */
  readonly entities: MarkedRates;
  readonly entitiesMapped: MarkedRates;
  /** Pairs of entities between which there is anything, either way; and relations of a type that fits, the right way. */
  readonly relations: MarkedRates;
  readonly relationsMapped: MarkedRates;
  /** By the gold's type: how many there are, how many are found as pairs, and with a type that fits. */
  readonly types: Readonly<Record<string, { readonly gold: number; readonly pair: number; readonly mapped: number }>>;
}

class Tally {
  private readonly counts = { found: 0, gold: 0, right: 0, guessed: 0 };

  addGold(found: boolean): void {
    this.counts.gold++;
    if (found) this.counts.found++;
  }

  addGuess(right: boolean): void {
    this.counts.guessed++;
    if (right) this.counts.right++;
  }

  rates(): MarkedRates {
    const { found, gold, right, guessed } = this.counts;
    const [precision, recall] = [share(right, guessed), share(found, gold)];
    return { precision, recall, f1: harmonicMean(precision, recall), gold, guessed };
  }
}

const PRONOUN = /^(?:i|me|my|we|us|our|ours|you|your|he|him|his|she|her|it|its|they|them|their|who|which|that|this)$/i;

function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

interface Totals {
  readonly entities: Tally;
  readonly entitiesMapped: Tally;
  readonly relations: Tally;
  readonly relationsMapped: Tally;
  readonly types: Map<string, { gold: number; pair: number; mapped: number }>;
  readonly errors: string[];
}

function countEntities(document: MarkedDocument, graph: MarkedGraph, totals: Totals): void {
  const marked = (document.entities ?? []).filter((gold) => MARKED_ENTITIES[gold.type]);
  const fits = (entity: GraphEntity, gold: { type: string }) => MARKED_ENTITIES[gold.type]!.includes(entity.type);
  // a pronoun is no entity of its own; the same words are the same entity
  const named = marked.filter((gold) => !PRONOUN.test(gold.text ?? ''));
  for (const gold of distinct(named, (g) => `${g.type}|${g.text?.toLowerCase()}`)) {
    const standing = graph.entities.filter((entity) => standsFor(entity, gold));
    totals.entities.addGold(standing.length > 0);
    totals.entitiesMapped.addGold(standing.some((entity) => fits(entity, gold)));
  }
  for (const entity of graph.entities) {
    const stood = marked.filter((gold) => standsFor(entity, gold));
    totals.entities.addGuess(stood.length > 0);
    totals.entitiesMapped.addGuess(stood.some((gold) => fits(entity, gold)));
  }
}

function countRelations(document: MarkedDocument, graph: MarkedGraph, totals: Totals): void {
  const typeAt = new Map((document.entities ?? []).map((e) => [`${e.begin}-${e.end}`, e.type]));
  // where the gold says no type of an end, it may be one of ours
  const comparable = (span: MarkedSpan | null): span is MarkedSpan => {
    const type = typeAt.get(`${span?.begin}-${span?.end}`);
    return span !== null && (type === undefined || MARKED_ENTITIES[type] !== undefined);
  };
  const standing = (span: MarkedSpan) => new Set(graph.entities.filter((e) => standsFor(e, span)).map((e) => e.id));
  const place = (span: MarkedSpan) => `${span.begin}-${span.text}`;
  const golds = document.expected.flatMap(({ source, target, type }) => {
    const mapping = MARKED_RELATIONS[type ?? ''];
    if (!mapping || !comparable(source) || !comparable(target)) return [];
    const sides = [place(source), place(target)];
    if (mapping.symmetric) sides.sort();
    const key = [type, ...sides].join('|');
    return [{ source, target, type: type!, mapping, from: standing(source), to: standing(target), key }];
  });
  type Gold = (typeof golds)[number];
  type Guess = MarkedGraph['relations'][number];
  const forward = (gold: Gold, guess: Guess) => gold.from.has(guess.source) && gold.to.has(guess.target);
  const pair = (gold: Gold, guess: Guess) =>
    forward(gold, guess) || (gold.from.has(guess.target) && gold.to.has(guess.source));
  const mapped = (gold: Gold, guess: Guess) =>
    gold.mapping.types.includes(guess.type) && (gold.mapping.symmetric ? pair(gold, guess) : forward(gold, guess));

  const guesses = graph.relations.filter((r) => r.factuality !== 'negated' && r.source !== r.target);
  for (const gold of distinct(golds, (g) => [place(g.source), place(g.target)].sort().join('|')))
    totals.relations.addGold(guesses.some((guess) => pair(gold, guess)));
  for (const guess of distinct(guesses, (g) => [g.source, g.target].sort().join('|')))
    totals.relations.addGuess(golds.some((gold) => pair(gold, guess)));

  for (const gold of distinct(golds, (g) => g.key)) {
    const found = guesses.some((guess) => mapped(gold, guess));
    totals.relationsMapped.addGold(found);
    const row = totals.types.get(gold.type) ?? { gold: 0, pair: 0, mapped: 0 };
    const between = guesses.filter((guess) => pair(gold, guess)).map((guess) => guess.type);
    totals.types.set(gold.type, {
      gold: row.gold + 1,
      pair: row.pair + (between.length > 0 ? 1 : 0),
      mapped: row.mapped + (found ? 1 : 0),
    });
    const lacking = [gold.from.size === 0 ? 'source' : '', gold.to.size === 0 ? 'target' : ''].filter(Boolean);
    const reason = lacking.length > 0 ? `no entity: ${lacking.join(', ')}` : between.join(', ') || 'no relation';
    if (!found)
      totals.errors.push(`${document.id}: ${gold.source.text} -${gold.type}-> ${gold.target.text} (${reason})`);
  }
  const known = new Set(Object.values(MARKED_RELATIONS).flatMap(({ types }) => types));
  for (const guess of distinct(guesses, (g) => `${g.source}|${g.type}|${g.target}`))
    if (known.has(guess.type)) totals.relationsMapped.addGuess(golds.some((gold) => mapped(gold, guess)));
}

export interface MarkedScore {
  readonly figures: MarkedFigures;
  /** Gold relations that were not found with a type that fits, and why, one a line. */
  readonly errors: readonly string[];
}

/** `graphs`: by the document's id. */
export function scoreMarkedDocuments(
  documents: readonly MarkedDocument[],
  graphs: ReadonlyMap<string, MarkedGraph>,
): MarkedScore {
  const totals: Totals = {
    entities: new Tally(),
    entitiesMapped: new Tally(),
    relations: new Tally(),
    relationsMapped: new Tally(),
    types: new Map(),
    errors: [],
  };
  for (const document of documents) {
    const graph = graphs.get(document.id) ?? { entities: [], relations: [] };
    countEntities(document, graph, totals);
    countRelations(document, graph, totals);
  }
  return {
    figures: {
      documents: documents.length,
      entities: totals.entities.rates(),
      entitiesMapped: totals.entitiesMapped.rates(),
      relations: totals.relations.rates(),
      relationsMapped: totals.relationsMapped.rates(),
      types: Object.fromEntries([...totals.types].sort(([, a], [, b]) => b.gold - a.gold)),
    },
    errors: totals.errors,
  };
}
