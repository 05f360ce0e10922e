import type { EventClaim, FactClaim, Resolved, TokenSpan } from '../document';
import { type RelationType, relationInfo } from '../ontology';
import type { ArticleLine, Evidence, Offsets, Participant, Speaker } from './api';
import { statusOf } from './phrases';

const HEADLINE_CHARACTERS = 90;

export function edgeId(source: string, type: RelationType, target: string): string {
  return `${source}~${type}~${target}`;
}

/** Code units of a range of tokens; an empty range lies at the start of its first token. */
export function offsetsOf(doc: Resolved, span: TokenSpan): Offsets {
  const first = doc.tokens[span.start];
  const last = doc.tokens[span.end - 1];
  const start = first?.start ?? 0;
  return [start, Math.max(start, last?.end ?? start)];
}

/** The title, or else the first words of the story: "The State Department on Friday rebuffed the Iraqi ...". */
export function articleLine(doc: Resolved): ArticleLine {
  const { article } = doc;
  return {
    id: article.storeId,
    name: article.id,
    headline: article.title ?? firstWords(doc),
    published: article.published,
    source: article.source,
    url: article.url,
  };
}

function firstWords(doc: Resolved): string {
  const sentence = doc.sentences.find((s) => !s.title) ?? doc.sentences[0];
  if (!sentence) return doc.article.id;
  const text = sentenceText(doc, doc.sentences.indexOf(sentence)).replace(/\s+/g, ' ').trim();
  if (text.length <= HEADLINE_CHARACTERS) return text;
  const cut = text.lastIndexOf(' ', HEADLINE_CHARACTERS);
  return `${text.slice(0, cut > 0 ? cut : HEADLINE_CHARACTERS)} …`;
}

export function sentenceText(doc: Resolved, index: number): string {
  const sentence = doc.sentences[index];
  if (!sentence) return '';
  const [start, end] = offsetsOf(doc, sentence);
  return doc.article.text.slice(start, end);
}

/** The claims of one article between two entities of the graph, a compound one once for each pair. */
export function evidenceOf(doc: Resolved): Evidence[] {
  const line = articleLine(doc);
  const all: Evidence[] = [];
  let number = 0;
  for (const claim of doc.events) {
    const name = `${doc.article.storeId}#c${number++}`;
    for (const source of claim.sources) {
      for (const target of claim.targets) add(all, claim.type, evidence(doc, line, name, claim, source, target));
    }
  }
  for (const claim of doc.facts) {
    const name = `${doc.article.storeId}#c${number++}`;
    add(all, claim.type, evidence(doc, line, name, claim, claim.source, claim.target));
  }
  return all;
}

/** Of a claim that reads both ways (A met B, B met A) one is kept. */
function add(all: Evidence[], type: RelationType, one: Evidence | null): void {
  if (!one) return;
  const same = [one.edge];
  if (relationInfo(type).symmetric) same.push(edgeId(one.object.id, type, one.subject.id));
  if (!all.some((other) => other.claim === one.claim && same.includes(other.edge))) all.push(one);
}

function evidence(
  doc: Resolved,
  article: ArticleLine,
  claimName: string,
  claim: EventClaim | FactClaim,
  source: number,
  target: number,
): Evidence | null {
  const subject = participant(doc, source);
  const object = participant(doc, target);
  const sentence = doc.sentences[claim.sentence];
  if (!subject || !object || !sentence || subject.id === object.id) return null;
  const isEvent = 'counts' in claim;
  return {
    claim: claimName,
    edge: edgeId(subject.id, claim.type, object.id),
    article,
    sentence: offsetsOf(doc, sentence),
    text: sentenceText(doc, claim.sentence),
    before: sentenceText(doc, claim.sentence - 1),
    after: sentenceText(doc, claim.sentence + 1),
    subject,
    object,
    trigger: offsetsOf(doc, claim.trigger),
    theme: isEvent && claim.theme ? offsetsOf(doc, claim.theme) : null,
    status: statusOf(claim.polarity, claim.modality, claim.attributedTo >= 0 || claim.cue !== null),
    attributedTo: speaker(doc, claim.attributedTo),
    date: claim.date?.value ?? null,
    dateFromArticle: claim.date?.source === 'published',
    title: isEvent ? null : claim.title,
    counts: isEvent ? countWords(claim) : [],
    confidence: claim.confidence,
  };
}

function participant(doc: Resolved, mention: number): Participant | null {
  const span = doc.mentions[mention];
  const entity = doc.entities[doc.entityOf[mention] ?? -1];
  if (!span || !entity) return null;
  return {
    id: entity.id,
    name: entity.name,
    type: entity.type,
    at: offsetsOf(doc, span),
    pronoun: span.kind === 'pronoun',
  };
}

function speaker(doc: Resolved, mention: number): Speaker | null {
  const span = doc.mentions[mention];
  if (!span) return null;
  const entity = doc.entities[doc.entityOf[mention] ?? -1];
  if (entity) return { id: entity.id, name: entity.name, type: entity.type };
  const [start, end] = offsetsOf(doc, span);
  return { id: null, name: doc.article.text.slice(start, end), type: null };
}

const COUNT_WORDS = {
  killed: (n: number) => `${n} killed`,
  injured: (n: number) => `${n} injured`,
  arrested: (n: number) => `${n} arrested`,
  votesFor: (n: number) => `${n} votes for`,
  votesAgainst: (n: number) => `${n} votes against`,
} as const;

function countWords(claim: EventClaim): string[] {
  const words: string[] = [];
  for (const [kind, say] of Object.entries(COUNT_WORDS)) {
    const count = claim.counts[kind as keyof typeof COUNT_WORDS];
    if (count !== undefined) words.push(say(count));
  }
  return words;
}
