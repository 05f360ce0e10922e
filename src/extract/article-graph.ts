/**
 * Resolved document -> the JSON of the contract (test/support/article-graph.schema.json).
 * Relations are the events seen as pairs of one source and one target, and then the lasting facts.
 */
import type {
  Contributor,
  CountKind,
  DateValue,
  EventClaim,
  FactClaim,
  MentionKind,
  Resolved,
  TextSpan,
} from '../document';
import {
  type EntityType,
  type EventType,
  type Factuality,
  factualityOf,
  type Modality,
  type PloverClass,
  type Polarity,
  ploverOf,
  type QuadClass,
  type RelationType,
  relationInfo,
} from '../ontology';

/** Half-open, UTF-16 code units; `text` is exactly `article.text.slice(start, end)`. */
export interface QuotedSpan extends TextSpan {
  readonly text: string;
}

export interface GraphDate {
  readonly value: string;
  readonly granularity: 'day' | 'month' | 'year';
  readonly source: 'text' | 'published';
  readonly span?: QuotedSpan;
}

export interface GraphEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly sector: string | null;
  readonly wikidataId: string | null;
  readonly mentions: readonly (QuotedSpan & { readonly kind: MentionKind })[];
}

export interface GraphEvent {
  readonly id: string;
  readonly type: EventType;
  readonly plover: PloverClass | null;
  readonly cameo: string | null;
  readonly quadClass: QuadClass | null;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly theme: string | null;
  /** The words of the means ("drone strike"). */
  readonly instrument: string | null;
  readonly place: string | null;
  readonly date: GraphDate | null;
  readonly factuality: Factuality;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly attributedTo: string | null;
  readonly counts: Readonly<Partial<Record<CountKind, number>>>;
  readonly trigger: QuotedSpan;
  readonly evidence: QuotedSpan;
  readonly confidence: number;
}

export interface GraphRelation {
  readonly source: string;
  readonly target: string;
  readonly type: RelationType;
  readonly plover: PloverClass | null;
  /** Id of the event; null for a lasting fact. */
  readonly event: string | null;
  readonly title: string | null;
  readonly date: GraphDate | null;
  readonly factuality: Factuality;
  readonly attributedTo: string | null;
  readonly evidence: QuotedSpan;
  readonly trigger: QuotedSpan;
  readonly confidence: number;
}

export interface ArticleGraph {
  readonly article: {
    readonly id: string;
    readonly storeId: string;
    readonly title: string | null;
    readonly published: string | null;
    readonly dateline: string | null;
    readonly section: string | null;
    readonly byline: readonly string[];
    readonly contributors: readonly Contributor[];
    readonly source: string | null;
    readonly url: string | null;
    readonly text: string;
  };
  readonly entities: readonly GraphEntity[];
  readonly events: readonly GraphEvent[];
  readonly relations: readonly GraphRelation[];
}

export function articleGraph(doc: Resolved): ArticleGraph {
  const { id, storeId, title, published, dateline, section, byline, contributors, source, url, text } = doc.article;
  // an event done to somebody of whom the graph has no entity ("left the country") says nothing there
  const events = doc.events
    .map((claim, index) => ({ event: graphEvent(doc, claim, `e${index + 1}`), lost: claim.targets.length > 0 }))
    .filter(({ event, lost }) => event.targets.length > 0 || !lost)
    .map(({ event }) => event);
  return {
    article: { id, storeId, title, published, dateline, section, byline, contributors, source, url, text },
    entities: doc.entities.map((entity) => graphEntity(doc, entity)),
    events,
    relations: [...events.flatMap(pairsOf), ...doc.facts.flatMap((fact) => factRelation(doc, fact))],
  };
}

function graphEntity(doc: Resolved, entity: Resolved['entities'][number]): GraphEntity {
  const { id, name, type, aliases, country, sector, wikidataId } = entity;
  const mentions = entity.mentions.flatMap((index) => {
    const mention = doc.mentions[index];
    const span = mention && quote(doc, mention);
    return mention && span ? [{ ...span, kind: mention.kind }] : [];
  });
  return { id, name, type, aliases, country, sector, wikidataId, mentions };
}

function graphEvent(doc: Resolved, claim: EventClaim, id: string): GraphEvent {
  const info = relationInfo(claim.type);
  return {
    id,
    type: claim.type,
    plover: ploverOf(claim.type, claim.modality),
    cameo: info.cameo,
    quadClass: info.quadClass,
    sources: entityIds(doc, claim.sources),
    targets: entityIds(doc, claim.targets),
    theme: claim.theme ? (quote(doc, claim.theme)?.text ?? null) : null,
    instrument: claim.instrument ? (quote(doc, claim.instrument)?.text ?? null) : null,
    place: entityId(doc, claim.place),
    polarity: claim.polarity,
    modality: claim.modality,
    counts: claim.counts,
    ...said(doc, claim),
  };
}

/** What an event and a fact say in the same way: when, how sure, who says so, where it stands. */
function said(doc: Resolved, claim: EventClaim | FactClaim) {
  const attributedTo = entityId(doc, claim.attributedTo);
  return {
    date: graphDate(doc, claim.date),
    // "reportedly" names nobody and is a claim all the same: the cue alone makes one
    factuality: factualityOf(claim.polarity, claim.modality, attributedTo !== null || claim.cue !== null),
    attributedTo,
    trigger: quote(doc, claim.trigger) ?? EMPTY,
    evidence: quote(doc, doc.sentences[claim.sentence] ?? claim.trigger) ?? EMPTY,
    confidence: claim.confidence,
  };
}

/** One relation a pair; of a symmetric type one of (A, B) and (B, A): the parties of a meeting stand in both lists. */
export function pairsOf(event: GraphEvent): GraphRelation[] {
  const { sources, targets, type, plover, date, factuality, attributedTo, evidence, trigger, confidence } = event;
  const symmetric = relationInfo(type).symmetric;
  const all = sources.flatMap((a) => targets.map((b) => [a, b] as const));
  const pairs = all.filter(([a, b], i) => !symmetric || !all.slice(0, i).some(([c, d]) => a === d && b === c));
  return pairs
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({
      source: a,
      target: b,
      type,
      plover,
      event: event.id,
      title: null,
      date,
      factuality,
      attributedTo,
      evidence,
      trigger,
      confidence,
    }));
}

function factRelation(doc: Resolved, fact: FactClaim): GraphRelation[] {
  const source = entityId(doc, fact.source);
  const target = entityId(doc, fact.target);
  if (source === null || target === null || source === target) return [];
  return [{ source, target, type: fact.type, plover: null, event: null, title: fact.title, ...said(doc, fact) }];
}

function graphDate(doc: Resolved, date: DateValue | null): GraphDate | null {
  if (!date) return null;
  const { value, granularity, source, span } = date;
  if (!span) return { value, granularity, source };
  return { value, granularity, source, span: { ...span, text: doc.article.text.slice(span.start, span.end) } };
}

function entityId(doc: Resolved, mention: number): string | null {
  const entity = mention < 0 ? undefined : doc.entities[doc.entityOf[mention] ?? -1];
  return entity?.id ?? null;
}

function entityIds(doc: Resolved, mentions: readonly number[]): string[] {
  return [...new Set(mentions.map((m) => entityId(doc, m)).filter((id) => id !== null))];
}

const EMPTY: QuotedSpan = { start: 0, end: 0, text: '' };

function quote(doc: Resolved, tokens: { readonly start: number; readonly end: number }): QuotedSpan | null {
  const start = doc.tokens[tokens.start]?.start;
  const end = doc.tokens[tokens.end - 1]?.end;
  return start === undefined || end === undefined ? null : { start, end, text: doc.article.text.slice(start, end) };
}
