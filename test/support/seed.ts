/**
 * The gold graph of the user's article as a Resolved document, made from the gold file without any model: words and
 * sentences by the simplest rules, an event or a fact for each gold relation, mentions where a name of the entity stands
 * nearest to the evidence. For tests of what comes after extraction.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { DateValue, Entity, EventClaim, FactClaim, Mention, Resolved, Sentence, Token } from '../../src/document';
import { type EntityType, type EventType, type FactType, type RelationType, relationInfo } from '../../src/ontology';

interface GoldEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
}

interface GoldRelation {
  readonly source: string;
  readonly target: string;
  readonly types: readonly RelationType[];
  readonly date?: string;
  readonly factuality: string;
  readonly attributedTo?: string;
  readonly evidence: string;
}

interface Gold {
  readonly article: { readonly id: string; readonly date: string; readonly dateline: string; readonly section: string };
  readonly entities: readonly GoldEntity[];
  readonly relations: readonly GoldRelation[];
}

const FOLDER = path.join(__dirname, '..', 'quality', 'gold');
const NAME = 'iraq-troops-2020-01-11';
const STORE_ID = 'a'.repeat(64);
const COUNTRIES: Readonly<Record<string, string>> = { usa: 'usa', iraq: 'irq', iran: 'irn' };
const TRIGGERS =
  /\b(?:rebuffed|pushed back|rebuttal|request(?:ed)?|asked|ordered|say violated|killed|voted|expel|criticizing|designated|phone call|objected|train|working|routed|fighting|fight|was at|withdrawing|ended|return|part of|took over|burst|conversation|be a friend|entering|Prime Minister|Secretary|President|spokeswoman|commander|leader)\b/;

export function seedDocuments(): Resolved[] {
  const gold = JSON.parse(fs.readFileSync(path.join(FOLDER, `${NAME}.json`), 'utf8')) as Gold;
  return [goldDocument(gold, fs.readFileSync(path.join(FOLDER, `${NAME}.txt`), 'utf8'))];
}

function goldDocument(gold: Gold, text: string): Resolved {
  const tokens: Token[] = [
    ...text.matchAll(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*\.?(?=\s[a-z])|[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*|\S/gu),
  ].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
  const sentences = splitSentences(text, tokens);
  const entities = gold.entities.map((entity) => startEntity(entity));
  const mentions: Mention[] = [];
  const entityOf: number[] = [];
  const events: EventClaim[] = [];
  const facts: FactClaim[] = [];

  /** The mention of an entity that lies nearest to a place in the text. */
  const mentionOf = (id: string | undefined, near: number): number => {
    const index = gold.entities.findIndex((entity) => entity.id === id);
    const entity = gold.entities[index];
    if (!entity) return -1;
    const places = [entity.name, ...entity.aliases].flatMap((name) =>
      placesOf(text, name).map((start) => ({ start, end: start + name.length })),
    );
    const [best] = places.sort(
      (a, b) => Math.abs(a.start - near) - Math.abs(b.start - near) || b.end - b.start - (a.end - a.start),
    );
    if (!best) return -1;
    const start = tokens.findIndex((token) => token.end > best.start);
    const after = tokens.findIndex((token) => token.start >= best.end);
    const end = after < 0 ? tokens.length : after;
    const found = mentions.findIndex((m, i) => m.start === start && m.end === end && entityOf[i] === index);
    if (found >= 0) return found;
    mentions.push({ start, end, head: end - 1, kind: 'name', name: -1, chain: index });
    entityOf.push(index);
    return mentions.length - 1;
  };

  for (const relation of gold.relations) {
    const type = relation.types[0]!;
    const place = text.indexOf(relation.evidence);
    const found = TRIGGERS.exec(relation.evidence);
    const words = found ? { start: place + found.index, length: found[0].length } : { start: place, length: 1 };
    const start = tokens.findIndex((token) => token.end > words.start);
    const end = tokens.findIndex((token) => token.end >= words.start + words.length) + 1;
    const sentence = sentences.findIndex((one) => start >= one.start && start < one.end);
    const common = {
      sentence,
      trigger: { start, end },
      polarity: relation.factuality === 'negated' ? ('negative' as const) : ('positive' as const),
      modality: relation.factuality === 'planned' ? ('planned' as const) : ('actual' as const),
      tense: null,
      attributedTo: mentionOf(relation.attributedTo, place),
      cue: relation.factuality === 'claim' ? 'said' : null,
      date: relation.date ? dateOf(relation.date) : null,
      confidence: 0.9,
      trace: ['gold'],
    };
    const source = mentionOf(relation.source, place);
    const target = mentionOf(relation.target, place + relation.evidence.length);
    if (relationInfo(type).lasting) {
      const title = type === 'HOLDS_POSITION' ? titleOf(relation.evidence) : null;
      facts.push({ ...common, type: type as FactType, source, target, title });
    } else {
      const counts = type === 'KILLED' && relation.target === 'ten_people' ? { killed: 10 } : {};
      events.push({
        ...common,
        type: type as EventType,
        sources: [source],
        targets: [target],
        theme: null,
        place: -1,
        instrument: null,
        counts,
      });
    }
  }
  return {
    article: {
      id: gold.article.id,
      storeId: STORE_ID,
      title: null,
      published: gold.article.date,
      dateline: gold.article.dateline,
      section: gold.article.section,
      byline: [],
      contributors: [{ name: 'Edward Wong', outlet: 'The New York Times' }],
      source: null,
      url: null,
      text,
      furniture: [],
    },
    tokens,
    sentences,
    ...emptyAnnotation(tokens.length),
    mentions,
    chains: gold.entities.map((entity, index) => ({
      mentions: entityOf.flatMap((of, mention) => (of === index ? [mention] : [])),
      type: entity.type,
      name: entity.name,
    })),
    quotations: [],
    events,
    facts,
    entities: entities.map((entity, index) => ({
      ...entity,
      mentions: entityOf.flatMap((of, mention) => (of === index ? [mention] : [])),
    })),
    entityOf,
  };
}

/** Layers that nothing after extraction looks at. */
export function emptyAnnotation(size: number) {
  const blank = new Array<string>(size).fill('');
  return {
    upos: blank,
    xpos: blank,
    lemmas: blank,
    feats: blank,
    heads: new Array<number>(size).fill(-1),
    deprels: blank,
    names: [],
  };
}

function startEntity({ id, name, type, aliases }: GoldEntity): Entity {
  const country = COUNTRIES[id];
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    id: country ? `country:${country}` : `${type.toLowerCase()}:${slug}`,
    name,
    type,
    aliases: [...new Set(aliases)].sort(),
    country: country?.toUpperCase() ?? null,
    sector: null,
    wikidataId: null,
    mentions: [],
  };
}

function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let start = 0;
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const between = next ? text.slice(token.end, next.start) : '\n\n';
    const breaks = between.includes('\n\n');
    const ends = /^[.!?"”]$/.test(token.text) && /\s/.test(between) && /^["“A-Z]/.test(next?.text ?? 'A');
    if (!breaks && !(ends && token.text !== '"')) return;
    sentences.push({ start, end: index + 1, paragraph, title: false });
    start = index + 1;
    if (breaks) paragraph++;
  });
  return sentences;
}

function placesOf(text: string, name: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + name.length] ?? ' ')) places.push(at);
  }
  return places;
}

function dateOf(value: string): DateValue {
  const granularity = value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';
  return { value, granularity, source: 'text', span: null };
}

function titleOf(evidence: string): string {
  return (
    /prime minister|secretary of state|president|spokeswoman|commander/i.exec(evidence)?.[0].toLowerCase() ?? 'official'
  );
}
