import { describe, expect, it } from 'vitest';
import type { EventClaim, Resolved } from '../../src/document';
import { articleGraph } from '../../src/extract/article-graph';
import { chained, sketch } from './sketch';

const claim = {
  sentence: 0,
  trigger: { start: 2, end: 3 },
  polarity: 'positive',
  modality: 'actual',
  tense: null,
  attributedTo: -1,
  cue: null,
  date: null,
  confidence: 0.8,
  trace: [],
} as const;

/** "Ann Bo met Cy": the first three names are the mentions and entities 0 to 2. */
function resolved(event: Partial<EventClaim>): Resolved {
  const doc = chained(sketch({ sentences: ['Ann Bo met Cy .'] }), [
    { type: 'Person', name: 'Ann', mentions: [[0, 1, 0, 'name']] },
    { type: 'Person', name: 'Bo', mentions: [[1, 2, 1, 'name']] },
    { type: 'Person', name: 'Cy', mentions: [[3, 4, 3, 'name']] },
  ]);
  const entities = ['ann', 'bo', 'cy'].map((name, i) => ({
    id: `person:${name}`,
    name,
    type: 'Person' as const,
    aliases: [],
    country: null,
    sector: null,
    wikidataId: null,
    mentions: [i],
  }));
  const whole: EventClaim = {
    ...claim,
    type: 'MET_WITH',
    sources: [0],
    targets: [2],
    theme: null,
    place: -1,
    instrument: null,
    counts: {},
    ...event,
  };
  return {
    ...doc,
    events: [whole],
    facts: [{ ...claim, type: 'HOLDS_POSITION', source: 0, target: 1, title: 'mayor' }],
    entities,
    entityOf: [0, 1, 2],
  };
}

const arrows = (doc: Resolved) => articleGraph(doc).relations.map((r) => `${r.source} ${r.type} ${r.target}`);

describe('the article graph', () => {
  it('has one relation for each pair of an event, and the facts after them', () => {
    expect(arrows(resolved({ type: 'PRAISED', sources: [0, 1], targets: [2] }))).toEqual([
      'person:ann PRAISED person:cy',
      'person:bo PRAISED person:cy',
      'person:ann HOLDS_POSITION person:bo',
    ]);
  });
  it('has a symmetric relation once, whoever stands first, and none of one with itself', () => {
    const relations = arrows(resolved({ sources: [0, 1], targets: [1, 0] })).filter((r) => r.includes('MET_WITH'));
    expect(relations).toEqual(['person:ann MET_WITH person:bo']);
  });
  it('quotes the text exactly', () => {
    const graph = articleGraph(resolved({}));
    const { text } = graph.article;
    const [event] = graph.events;
    expect(event?.trigger.text).toBe('met');
    expect(event?.evidence.text).toBe('Ann Bo met Cy .');
    for (const span of [event!.trigger, event!.evidence, ...graph.entities.flatMap((e) => e.mentions)]) {
      expect(text.slice(span.start, span.end)).toBe(span.text);
    }
  });
  it('says of planned cooperation that it is an agreement, and of hearsay that it is a claim', () => {
    const planned = articleGraph(resolved({ modality: 'planned' })).relations[0];
    expect([planned?.plover, planned?.factuality]).toEqual(['AGREE', 'planned']);
    expect(articleGraph(resolved({ cue: 'reportedly' })).relations[0]?.factuality).toBe('claim');
    expect(articleGraph(resolved({ polarity: 'negative' })).relations[0]?.factuality).toBe('negated');
  });
  it('gives a fact its title and no event', () => {
    const fact = articleGraph(resolved({})).relations.at(-1);
    expect([fact?.event, fact?.title, fact?.plover]).toEqual([null, 'mayor', null]);
  });
});
