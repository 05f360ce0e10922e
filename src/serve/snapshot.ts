import type { Resolved } from '../document';
import { ENTITY_TYPES, type EntityType, type RelationType } from '../ontology';
import type {
  ArticleAnswer,
  ArticleLine,
  ArticleSummary,
  EdgeAnswer,
  EdgeColumns,
  Evidence,
  GraphPayload,
  NodeAnswer,
  NodeColumns,
  Offsets,
  RelationCounts,
  Role,
  Status,
} from './api';
import { articleLine, evidenceOf, offsetsOf } from './claims';
import { RELATION_WORDS } from './phrases';

/** Everything the page can ask for, made once from the documents, which are let go. */
export interface Snapshot {
  readonly graph: GraphPayload;
  readonly articles: readonly ArticleSummary[];
  node(id: string): NodeAnswer | null;
  edge(id: string): EdgeAnswer | null;
  article(id: string): ArticleAnswer | null;
}

interface EntityRow {
  readonly id: string;
  readonly names: Map<string, number>;
  readonly aliases: Set<string>;
  readonly type: EntityType;
  country: string | null;
  sector: string | null;
  wikidataId: string | null;
  mentions: number;
  strength: number;
  readonly articles: Map<string, number>;
}

interface EdgeRow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: RelationType;
  readonly evidence: Evidence[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function takeSnapshot(documents: readonly Resolved[], names: { stamp: string; store: string }): Snapshot {
  const sorted = [...documents].sort((a, b) => byText(a.article.storeId, b.article.storeId));
  const entities = new Map<string, EntityRow>();
  const edges = new Map<string, EdgeRow>();
  const articles = new Map<string, ArticleAnswer>();
  const lines = new Map<string, ArticleLine>();
  for (const doc of sorted) {
    const evidence = evidenceOf(doc);
    addEntities(entities, doc);
    addEdges(edges, evidence);
    lines.set(doc.article.storeId, articleLine(doc));
    articles.set(doc.article.storeId, articleAnswer(doc, evidence));
  }
  for (const edge of edges.values()) edge.evidence.sort(byDateThenPlace);
  const rankedEdges = [...edges.values()].sort((a, b) => b.evidence.length - a.evidence.length || byText(a.id, b.id));
  for (const edge of rankedEdges) {
    for (const end of [edge.source, edge.target]) {
      const entity = entities.get(end);
      if (entity) entity.strength += 1 + Math.log(edge.evidence.length);
    }
  }
  const ranked = [...entities.values()].sort(
    (a, b) => b.strength - a.strength || b.mentions - a.mentions || byText(a.id, b.id),
  );
  const summaries = [...articles.values()]
    .map((a) => ({ ...lines.get(a.id)!, ...a.counts }))
    .sort((a, b) => byText(b.published ?? '', a.published ?? '') || byText(a.name, b.name) || byText(a.id, b.id));
  const graph: GraphPayload = {
    ...names,
    articleCount: articles.size,
    period: periodOf(sorted),
    entityTypes: ENTITY_TYPES,
    relations: RELATION_WORDS,
    nodes: nodeColumns(ranked),
    edges: edgeColumns(rankedEdges, ranked),
  };
  return {
    graph,
    articles: summaries,
    node: (id) => nodeAnswer(entities.get(id), rankedEdges, lines),
    edge: (id) => {
      const edge = edges.get(id);
      return edge ? { id, evidence: edge.evidence } : null;
    },
    article: (id) => articles.get(id) ?? null,
  };
}

function addEntities(entities: Map<string, EntityRow>, doc: Resolved): void {
  for (const entity of doc.entities) {
    let row = entities.get(entity.id);
    if (!row) {
      row = {
        id: entity.id,
        names: new Map(),
        aliases: new Set(),
        type: entity.type,
        country: null,
        sector: null,
        wikidataId: null,
        mentions: 0,
        strength: 0,
        articles: new Map(),
      };
      entities.set(entity.id, row);
    }
    row.names.set(entity.name, (row.names.get(entity.name) ?? 0) + Math.max(1, entity.mentions.length));
    for (const alias of entity.aliases) row.aliases.add(alias);
    row.country ??= entity.country;
    row.sector ??= entity.sector;
    row.wikidataId ??= entity.wikidataId;
    row.mentions += entity.mentions.length;
    const { storeId } = doc.article;
    row.articles.set(storeId, (row.articles.get(storeId) ?? 0) + entity.mentions.length);
  }
}

function addEdges(edges: Map<string, EdgeRow>, evidence: readonly Evidence[]): void {
  for (const one of evidence) {
    let row = edges.get(one.edge);
    if (!row) {
      const type = one.edge.split('~')[1] as RelationType;
      row = { id: one.edge, source: one.subject.id, target: one.object.id, type, evidence: [] };
      edges.set(one.edge, row);
    }
    row.evidence.push(one);
  }
}

/** Oldest first; what has no date comes by its article's date; then the order of the text. */
function byDateThenPlace(a: Evidence, b: Evidence): number {
  const dateOf = (e: Evidence) => e.date ?? e.article.published ?? '9999';
  return (
    byText(dateOf(a), dateOf(b)) ||
    byText(a.article.published ?? '', b.article.published ?? '') ||
    byText(a.article.id, b.article.id) ||
    a.sentence[0] - b.sentence[0] ||
    a.trigger[0] - b.trigger[0]
  );
}

function periodOf(documents: readonly Resolved[]): readonly [string, string] | null {
  const dates = documents.flatMap((d) => d.article.published ?? []).sort(byText);
  const first = dates[0];
  const last = dates.at(-1);
  return first && last ? [first, last] : null;
}

/** The name most used; of equals the longer, then the first in the alphabet. */
function nameOf(row: EntityRow): string {
  const ranked = [...row.names].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || byText(a[0], b[0]));
  return ranked[0]?.[0] ?? row.id;
}

function aliasesOf(row: EntityRow): string[] {
  const name = nameOf(row);
  return [...new Set([...row.names.keys(), ...row.aliases])].filter((alias) => alias !== name).sort(byText);
}

function nodeColumns(rows: readonly EntityRow[]): NodeColumns {
  return {
    id: rows.map((r) => r.id),
    name: rows.map(nameOf),
    type: rows.map((r) => ENTITY_TYPES.indexOf(r.type)),
    aliases: rows.map(aliasesOf),
    country: rows.map((r) => r.country),
    mentions: rows.map((r) => r.mentions),
    articles: rows.map((r) => r.articles.size),
  };
}

function edgeColumns(rows: readonly EdgeRow[], nodes: readonly EntityRow[]): EdgeColumns {
  const rowOf = new Map(nodes.map((node, index) => [node.id, index]));
  const typeOf = new Map(RELATION_WORDS.map((words, index) => [words.type, index]));
  const count = (status: Status) => rows.map((r) => r.evidence.filter((e) => e.status === status).length);
  const dates = rows.map((r) => r.evidence.flatMap((e) => e.date ?? []).sort(byText));
  return {
    id: rows.map((r) => r.id),
    source: rows.map((r) => rowOf.get(r.source) ?? -1),
    target: rows.map((r) => rowOf.get(r.target) ?? -1),
    type: rows.map((r) => typeOf.get(r.type) ?? -1),
    phrase: rows.map(officePhrase),
    stated: count('stated'),
    reported: count('reported'),
    planned: count('planned'),
    denied: count('denied'),
    articles: rows.map((r) => new Set(r.evidence.map((e) => e.article.id)).size),
    firstDate: dates.map((d) => d[0] ?? null),
    lastDate: dates.map((d) => d.at(-1) ?? null),
  };
}

/** Of an office that has one name in all sentences. */
function officePhrase(row: EdgeRow): string | null {
  if (row.type !== 'HOLDS_POSITION') return null;
  const titles = new Set(row.evidence.flatMap((e) => (e.title ? [e.title.toLowerCase()] : [])));
  const [title] = titles;
  const isCountry = row.evidence[0]?.object.type === 'Country';
  return titles.size === 1 ? `is ${title} ${isCountry ? 'of' : 'at'}` : null;
}

function nodeAnswer(
  row: EntityRow | undefined,
  edges: readonly EdgeRow[],
  lines: ReadonlyMap<string, ArticleLine>,
): NodeAnswer | null {
  if (!row) return null;
  const roles = new Map<string, Role>();
  for (const edge of edges) {
    if (edge.source !== row.id || edge.type !== 'HOLDS_POSITION') continue;
    for (const { title, object } of edge.evidence) {
      if (!title) continue;
      const role = { title, at: { id: object.id, name: object.name }, edge: edge.id };
      roles.set(`${title.toLowerCase()}~${object.id}`, role);
    }
  }
  const articles = [...row.articles]
    .flatMap(([id, mentions]) => {
      const line = lines.get(id);
      return line ? [{ ...line, mentions }] : [];
    })
    .sort((a, b) => byText(b.published ?? '', a.published ?? '') || b.mentions - a.mentions || byText(a.id, b.id));
  return {
    id: row.id,
    name: nameOf(row),
    type: row.type,
    aliases: aliasesOf(row),
    country: row.country,
    sector: row.sector,
    wikidataId: row.wikidataId,
    mentions: row.mentions,
    roles: [...roles.values()],
    articles,
  };
}

function articleAnswer(doc: Resolved, evidence: readonly Evidence[]): ArticleAnswer {
  const entities = doc.mentions.flatMap((mention, index) => {
    const entity = doc.entities[doc.entityOf[index] ?? -1];
    return entity && mention.kind !== 'pronoun'
      ? [{ id: entity.id, type: entity.type, at: offsetsOf(doc, mention) }]
      : [];
  });
  const familyOf = new Map(RELATION_WORDS.map((words) => [words.type as string, words.family]));
  return {
    ...articleLine(doc),
    dateline: doc.article.dateline,
    byline: doc.article.byline,
    text: doc.article.text,
    furniture: doc.article.furniture.map((f): Offsets => [f.start, f.end]),
    entities,
    relations: evidence
      .map((e) => ({
        claim: e.claim,
        edge: e.edge,
        sentence: e.sentence,
        subject: e.subject.at,
        trigger: e.trigger,
        object: e.object.at,
        family: familyOf.get(e.edge.split('~')[1] ?? '') ?? 0,
        status: e.status,
      }))
      .sort((a, b) => a.trigger[0] - b.trigger[0] || byText(a.edge, b.edge)),
    counts: relationCounts(evidence),
  };
}

function relationCounts(evidence: readonly Evidence[]): RelationCounts {
  const told = new Set(evidence.map((e) => e.edge));
  const real = new Set(evidence.filter((e) => e.status === 'stated' || e.status === 'reported').map((e) => e.edge));
  return { relations: real.size, unrealised: told.size - real.size };
}
