/**
 * Documents -> KnowledgeGraph. The layers, from the source up (cypher/README.md draws them):
 *
 *   (:Article)-[:HAS_SENTENCE]->(:Sentence)
 *   (:Mention)-[:IN]->(:Sentence), (:Mention)-[:REFERS_TO]->(:Entity)
 *   (:Claim)-[:EVIDENCE]->(:Sentence), -[:REPORTS]->(:Event), -[:ATTRIBUTED_TO|SOURCE|TARGET]->(:Entity)
 *   (:Event)-[:SOURCE|TARGET|THEME|PLACE|INSTRUMENT]->(:Entity)
 *   (:Entity)-[:REBUFFED, ...]->(:Entity)
 *
 * A function of the set of documents: their order does not matter.
 */
import type { Contributor, CountKind, Resolved } from '../document';
import { type Factuality, ploverOf, relationInfo } from '../ontology';
import { type Claim, claimsOf, sentenceText, spanOf } from './claims';
import { daysOf, isDay } from './dates';
import { entityNodes } from './entities';
import { clusterEvents, type EventCluster } from './events';
import { countUnrealised, mostFrequent, projectFacts } from './facts';
import { addEdge, compareText, createGraph, type KnowledgeGraph, properties } from './knowledge-graph';

export { daysOf, isDay } from './dates';
export * from './knowledge-graph';
export * from './rows';

/** What made the claims; rises when its claims change. */
export const EXTRACTOR = { extractor: 'dateline', extractorVersion: '1' } as const;

export function buildGraph(documents: readonly Resolved[]): KnowledgeGraph {
  const sorted = [...documents].sort((a, b) => compareText(a.article.storeId, b.article.storeId));
  const graph = createGraph();
  const claims = sorted.flatMap(claimsOf);
  const events = clusterEvents(claims.filter((claim) => !relationInfo(claim.type).lasting));
  const eventOf = new Map(events.flatMap((event) => event.claims.map((claim) => [claim.id, event.id] as const)));
  const acting = new Set(events.flatMap((event) => event.sources));
  for (const { id, attributes } of entityNodes(sorted, acting)) graph.addNode(id, attributes);
  for (const doc of sorted) addArticle(graph, doc);
  for (const event of events) addEvent(graph, event);
  for (const claim of claims) addClaim(graph, claim, eventOf.get(claim.id) ?? null);
  for (const fact of projectFacts(claims, eventOf)) {
    addEdge(graph, fact.source, fact.type, fact.target, fact.properties);
  }
  return graph;
}

/** Relations that are only planned or denied: claims and events of the graph that have no edge between their entities. */
export function unrealisedRelations(documents: readonly Resolved[]): number {
  return countUnrealised(documents.flatMap(claimsOf));
}

function addArticle(graph: KnowledgeGraph, doc: Resolved): void {
  const { article } = doc;
  graph.addNode(article.storeId, {
    labels: ['Article'],
    properties: properties({
      id: article.storeId,
      name: article.id,
      title: article.title,
      published: article.published && isDay(article.published) ? article.published : null,
      dateline: article.dateline,
      section: article.section,
      source: article.source,
      url: article.url,
      byline: article.byline,
      contributors: article.contributors.map(contributorText),
      text: article.text,
    }),
  });
  doc.sentences.forEach((sentence, index) => {
    const id = `${article.storeId}#s${index}`;
    const text = sentenceText(doc, index);
    graph.addNode(id, { labels: ['Sentence'], properties: properties({ id, index, ...spanOf(doc, sentence), text }) });
    addEdge(graph, article.storeId, 'HAS_SENTENCE', id);
  });
  addMentions(graph, doc);
}

/** "Edward Wong (The New York Times)" */
function contributorText({ name, outlet }: Contributor): string {
  return outlet === null ? name : `${name} (${outlet})`;
}

/** Only mentions of what has a node. */
function addMentions(graph: KnowledgeGraph, doc: Resolved): void {
  const sentenceOf = new Int32Array(doc.tokens.length);
  doc.sentences.forEach((sentence, index) => {
    sentenceOf.fill(index, sentence.start, sentence.end);
  });
  doc.mentions.forEach((mention, index) => {
    const entity = doc.entities[doc.entityOf[index] ?? -1];
    const span = spanOf(doc, mention);
    const id = `${doc.article.storeId}#${span.start}-${span.end}`;
    if (!entity || graph.hasNode(id)) return;
    const text = doc.article.text.slice(span.start, span.end);
    graph.addNode(id, { labels: ['Mention'], properties: properties({ id, ...span, text, kind: mention.kind }) });
    addEdge(graph, id, 'IN', `${doc.article.storeId}#s${sentenceOf[mention.start]}`);
    addEdge(graph, id, 'REFERS_TO', entity.id);
  });
}

const COUNT_KINDS: readonly CountKind[] = ['killed', 'injured', 'arrested', 'votesFor', 'votesAgainst'];
/** The better founded first. */
const BY_WEIGHT: readonly Factuality[] = ['fact', 'claim', 'planned', 'negated'];

function addEvent(graph: KnowledgeGraph, event: EventCluster): void {
  const { claims } = event;
  const best = BY_WEIGHT.flatMap((factuality) => claims.filter((claim) => claim.factuality === factuality))[0]!;
  const dated = claims.find((claim) => claim.date);
  const days = dated?.date ? daysOf(dated.date) : null;
  const info = relationInfo(best.type);
  graph.addNode(event.id, {
    labels: ['Event'],
    properties: properties({
      id: event.id,
      type: best.type,
      factuality: best.factuality,
      plover: ploverOf(best.type, best.modality),
      cameo: info.cameo,
      quadClass: info.quadClass,
      start: days?.start,
      end: days?.end,
      granularity: dated?.date?.granularity,
      timeSource: timeSourceOf(claims),
      theme: mostFrequent(claims.flatMap((claim) => claim.theme ?? [])),
      instrument: mostFrequent(claims.flatMap((claim) => claim.instrument ?? [])),
      ...Object.fromEntries(COUNT_KINDS.map((kind) => [kind, countOf(claims, kind)])),
    }),
  });
  for (const entity of event.sources) addEdge(graph, event.id, 'SOURCE', entity);
  for (const entity of event.targets) addEdge(graph, event.id, 'TARGET', entity);
  for (const entity of event.places) addEdge(graph, event.id, 'PLACE', entity);
  for (const entity of claims.flatMap((claim) => claim.themeEntities)) addEdge(graph, event.id, 'THEME', entity);
  for (const entity of claims.flatMap((claim) => claim.instrumentEntities))
    addEdge(graph, event.id, 'INSTRUMENT', entity);
}

/** Said in some text, else taken from an article's date, else none. */
function timeSourceOf(claims: readonly Claim[]): string {
  const sources = claims.flatMap((claim) => claim.date?.source ?? []);
  return sources.includes('text') ? 'text' : (sources[0] ?? 'none');
}

/** Where reports differ: the number that most of them give, and of those the largest. Denied claims do not count. */
function countOf(claims: readonly Claim[], kind: CountKind): number | null {
  const counts = new Map<number, number>();
  for (const claim of claims) {
    const count = claim.counts[kind];
    if (count !== undefined && claim.polarity === 'positive') counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return ranked[0]?.[0] ?? null;
}

function addClaim(graph: KnowledgeGraph, claim: Claim, event: string | null): void {
  const { id, trigger } = claim;
  graph.addNode(id, {
    labels: ['Claim'],
    properties: properties({
      id,
      type: claim.type,
      trigger: trigger.text,
      start: trigger.start,
      end: trigger.end,
      polarity: claim.polarity,
      modality: claim.modality,
      factuality: claim.factuality,
      tense: claim.tense,
      cue: claim.cue,
      attributedTo: claim.speaker,
      date: claim.date?.value,
      timeSource: claim.date?.source ?? 'none',
      theme: claim.theme,
      title: claim.title,
      mutual: claim.mutual || null,
      confidence: claim.confidence,
      ...claim.counts,
      ...EXTRACTOR,
    }),
  });
  addEdge(graph, id, 'EVIDENCE', claim.sentence);
  if (event) addEdge(graph, id, 'REPORTS', event);
  if (claim.attributedTo) addEdge(graph, id, 'ATTRIBUTED_TO', claim.attributedTo);
  for (const { entity, start, end } of claim.sources) addEdge(graph, id, 'SOURCE', entity, { end, start });
  for (const { entity, start, end } of claim.targets) addEdge(graph, id, 'TARGET', entity, { end, start });
}
