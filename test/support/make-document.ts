/**
 * A Resolved document out of a few sentences and what they say, for tests: entities are found by their words in the
 * sentence, claims are given by the words in their roles.
 *
 *   makeDocument({ sentences: ['Togo asked Ghana for grain.'], entities: { Togo: 'country:tgo', Ghana: 'country:gha' },
 *                  claims: [{ type: 'REQUESTED', sources: ['Togo'], trigger: 'asked', targets: ['Ghana'] }] })
 */
import { createHash } from 'node:crypto';
import type {
  Article,
  CountKind,
  DateValue,
  EventClaim,
  FactClaim,
  Mention,
  Resolved,
  Sentence,
  Token,
  TokenSpan,
} from '../../src/document';
import {
  ENTITY_TYPES,
  type EventType,
  type FactType,
  type Modality,
  type Polarity,
  type RelationType,
  relationInfo,
} from '../../src/ontology';

export interface ClaimSpec {
  readonly type: RelationType;
  /** Index of the sentence; 0 where it is not given. */
  readonly sentence?: number;
  /** Words of the sentence. */
  readonly trigger: string;
  /** Words that are keys of `entities`. */
  readonly sources?: readonly string[];
  readonly targets?: readonly string[];
  readonly place?: string;
  readonly theme?: string;
  readonly speaker?: string;
  readonly cue?: string;
  readonly date?: string;
  readonly dateSource?: 'text' | 'published';
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  readonly counts?: Partial<Record<CountKind, number>>;
  readonly title?: string;
  readonly confidence?: number;
}

export interface DocumentSpec {
  readonly sentences: readonly string[];
  /** Words -> id ("country:tgo"): the type is that of the id. */
  readonly entities?: Readonly<Record<string, string>>;
  readonly claims?: readonly ClaimSpec[];
  readonly article?: Partial<Article>;
}

export function makeDocument({ sentences: lines, entities: words = {}, claims = [], article }: DocumentSpec): Resolved {
  const text = lines.join(' ');
  const tokens: Token[] = [...text.matchAll(/[\p{L}\p{N}_-]+|\S/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const starts = lines.map((_, index) => lines.slice(0, index).join(' ').length + (index > 0 ? 1 : 0));
  const sentences = lines.map((line, index): Sentence => {
    const start = starts[index] ?? 0;
    return { ...tokensWithin(tokens, start, start + line.length), paragraph: 0, title: false };
  });
  const ids = [...new Set(Object.values(words))];
  const mentions: Mention[] = [];
  const entityOf: number[] = [];

  /** The mention of these words in the sentence. */
  const mention = (name: string | undefined, sentence: number): number => {
    if (name === undefined) return -1;
    const span = find(name, sentence);
    const there = mentions.findIndex((one) => one.start === span.start && one.end === span.end);
    if (there >= 0) return there;
    const entity = ids.indexOf(words[name] ?? '');
    mentions.push({ ...span, head: span.end - 1, kind: 'name', name: -1, chain: entity });
    entityOf.push(entity);
    return mentions.length - 1;
  };
  const find = (phrase: string, sentence: number): TokenSpan => {
    const at = text.indexOf(phrase, starts[sentence]);
    if (at < 0) throw new Error(`"${phrase}" does not stand in sentence ${sentence}`);
    return tokensWithin(tokens, at, at + phrase.length);
  };

  const events: EventClaim[] = [];
  const facts: FactClaim[] = [];
  for (const claim of claims) {
    const sentence = claim.sentence ?? 0;
    const common = {
      sentence,
      trigger: find(claim.trigger, sentence),
      polarity: claim.polarity ?? 'positive',
      modality: claim.modality ?? 'actual',
      tense: null,
      attributedTo: mention(claim.speaker, sentence),
      cue: claim.cue ?? (claim.speaker === undefined ? null : 'said'),
      date: claim.date === undefined ? null : dateOf(claim.date, claim.dateSource ?? 'text'),
      confidence: claim.confidence ?? 0.9,
      trace: [],
    };
    const sources = (claim.sources ?? []).map((name) => mention(name, sentence));
    const targets = (claim.targets ?? []).map((name) => mention(name, sentence));
    if (relationInfo(claim.type).lasting) {
      const [source = -1] = sources;
      const [target = -1] = targets;
      facts.push({ ...common, type: claim.type as FactType, source, target, title: claim.title ?? null });
    } else {
      events.push({
        ...common,
        type: claim.type as EventType,
        sources,
        targets,
        theme: claim.theme === undefined ? null : find(claim.theme, sentence),
        place: mention(claim.place, sentence),
        instrument: null,
        counts: claim.counts ?? {},
      });
    }
  }
  for (const name of Object.keys(words)) {
    lines.forEach((line, index) => {
      if (line.includes(name)) mention(name, index);
    });
  }
  const hash = createHash('sha256')
    .update(article?.url ?? text)
    .digest('hex');
  const blank = new Array<string>(tokens.length).fill('');
  return {
    article: {
      id: 'article',
      storeId: hash,
      title: null,
      published: null,
      dateline: null,
      section: null,
      byline: [],
      contributors: [],
      source: null,
      url: null,
      text,
      furniture: [],
      ...article,
    },
    tokens,
    sentences,
    upos: blank,
    xpos: blank,
    lemmas: blank,
    feats: blank,
    heads: tokens.map(() => -1),
    deprels: blank,
    names: [],
    mentions,
    chains: [],
    quotations: [],
    events,
    facts,
    entities: ids.map((id, index) => ({
      id,
      name: Object.keys(words).find((name) => words[name] === id) ?? id,
      type: ENTITY_TYPES.find((type) => id.startsWith(`${type.toLowerCase()}:`)) ?? 'Organization',
      aliases: Object.keys(words)
        .filter((name) => words[name] === id)
        .slice(1)
        .sort(),
      country: null,
      sector: null,
      wikidataId: null,
      mentions: entityOf.flatMap((entity, at) => (entity === index ? [at] : [])),
    })),
    entityOf,
  };
}

function tokensWithin(tokens: readonly Token[], start: number, end: number): TokenSpan {
  const first = tokens.findIndex((token) => token.end > start);
  const after = tokens.findIndex((token) => token.start >= end);
  return { start: first, end: after < 0 ? tokens.length : after };
}

function dateOf(value: string, source: 'text' | 'published'): DateValue {
  const granularity = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
  return { value, granularity, source, span: null };
}
