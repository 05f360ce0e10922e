/** The claims of one document with entity ids in place of mention indices. Events come first, then the lasting facts: c0, c1, ... */
import type { CountKind, DateValue, EventClaim, FactClaim, Resolved, TextSpan, TokenSpan } from '../document';
import {
  type Factuality,
  factualityOf,
  type Modality,
  type Polarity,
  type RelationType,
  relationInfo,
} from '../ontology';
import { daysOf } from './dates';

/** An entity in a role, with its words in the article (code units, half-open). */
export interface Role extends TextSpan {
  readonly entity: string;
}

export interface Claim {
  /** `<article>#c2` */
  readonly id: string;
  readonly type: RelationType;
  /** Id of the article, in the store. */
  readonly article: string;
  readonly published: string | null;
  /** Id of the sentence, and its text. */
  readonly sentence: string;
  readonly evidence: string;
  readonly trigger: TextSpan & { readonly text: string };
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly factuality: Factuality;
  readonly tense: string | null;
  readonly cue: string | null;
  readonly date: DateValue | null;
  readonly confidence: number;
  /** Each entity once. Of a fact one source and one target. */
  readonly sources: readonly Role[];
  readonly targets: readonly Role[];
  /** "The two ministers met": one list, in which everybody is both. */
  readonly mutual: boolean;
  /** Entity of who says so, and their name or words. */
  readonly attributedTo: string | null;
  readonly speaker: string | null;
  readonly place: string | null;
  readonly theme: string | null;
  readonly instrument: string | null;
  /** Entities named in the words of the theme and of the instrument. */
  readonly themeEntities: readonly string[];
  readonly instrumentEntities: readonly string[];
  readonly counts: Readonly<Partial<Record<CountKind, number>>>;
  /** Of HOLDS_POSITION. */
  readonly title: string | null;
}

export function claimsOf(doc: Resolved): Claim[] {
  const events = doc.events.map((event, index) => eventClaim(doc, event, index));
  const facts = doc.facts.map((fact, index) => factClaim(doc, fact, doc.events.length + index));
  return [...events, ...facts];
}

function eventClaim(doc: Resolved, event: EventClaim, index: number): Claim {
  const sources = rolesOf(doc, event.sources);
  const targets = rolesOf(doc, event.targets);
  return {
    ...common(doc, event, index),
    type: event.type,
    sources,
    targets,
    mutual: relationInfo(event.type).symmetric && targets.length === 0 && sources.length > 1,
    place: entityOf(doc, event.place),
    theme: wordsOf(doc, event.theme),
    instrument: wordsOf(doc, event.instrument),
    themeEntities: entitiesWithin(doc, event.theme),
    instrumentEntities: entitiesWithin(doc, event.instrument),
    counts: event.counts,
    title: null,
  };
}

function factClaim(doc: Resolved, fact: FactClaim, index: number): Claim {
  return {
    ...common(doc, fact, index),
    type: fact.type,
    sources: rolesOf(doc, [fact.source]),
    targets: rolesOf(doc, [fact.target]),
    mutual: false,
    place: null,
    theme: null,
    instrument: null,
    themeEntities: [],
    instrumentEntities: [],
    counts: {},
    title: fact.title,
  };
}

function common(doc: Resolved, claim: EventClaim | FactClaim, index: number) {
  const { storeId, published } = doc.article;
  const trigger = spanOf(doc, claim.trigger);
  const speaker = doc.mentions[claim.attributedTo];
  const speakerEntity = doc.entities[doc.entityOf[claim.attributedTo] ?? -1];
  return {
    id: `${storeId}#c${index}`,
    article: storeId,
    published,
    sentence: `${storeId}#s${claim.sentence}`,
    evidence: sentenceText(doc, claim.sentence),
    trigger: { ...trigger, text: doc.article.text.slice(trigger.start, trigger.end) },
    polarity: claim.polarity,
    modality: claim.modality,
    factuality: factualityOf(claim.polarity, claim.modality, speaker !== undefined || claim.cue !== null),
    tense: claim.tense,
    cue: claim.cue,
    date: claim.date && daysOf(claim.date) ? claim.date : null,
    confidence: claim.confidence,
    attributedTo: speakerEntity?.id ?? null,
    speaker: speakerEntity?.name ?? (speaker ? wordsOf(doc, speaker) : null),
  };
}

/** Code units of a range of tokens, half-open; an empty one at 0 for an empty range. */
export function spanOf(doc: Resolved, span: TokenSpan): TextSpan {
  const start = doc.tokens[span.start]?.start ?? 0;
  return { start, end: Math.max(start, doc.tokens[span.end - 1]?.end ?? start) };
}

export function sentenceText(doc: Resolved, index: number): string {
  const sentence = doc.sentences[index];
  return sentence ? (wordsOf(doc, sentence) ?? '') : '';
}

function wordsOf(doc: Resolved, span: TokenSpan | null): string | null {
  if (!span || span.start >= span.end) return null;
  const { start, end } = spanOf(doc, span);
  return doc.article.text.slice(start, end);
}

function entityOf(doc: Resolved, mention: number): string | null {
  return doc.entities[doc.entityOf[mention] ?? -1]?.id ?? null;
}

function rolesOf(doc: Resolved, mentions: readonly number[]): Role[] {
  const roles = new Map<string, Role>();
  for (const index of mentions) {
    const entity = entityOf(doc, index);
    const mention = doc.mentions[index];
    if (entity && mention && !roles.has(entity)) roles.set(entity, { entity, ...spanOf(doc, mention) });
  }
  return [...roles.values()];
}

function entitiesWithin(doc: Resolved, span: TokenSpan | null): string[] {
  if (!span) return [];
  const found = new Set<string>();
  doc.mentions.forEach((mention, index) => {
    const entity = mention.start >= span.start && mention.end <= span.end ? entityOf(doc, index) : null;
    if (entity) found.add(entity);
  });
  return [...found].sort();
}
