import { describe, expect, it } from 'vitest';
import {
  isMarkedDocument,
  type MarkedDocument,
  type MarkedGraph,
  scoreMarkedDocuments,
  standsFor,
} from '../../src/evaluate/marked-documents';

const text = 'Gen. Ana Prieto, commander of the Togo Guard, shelled militia camps near Lome. They used 40 rockets.';
const span = (words: string) => ({ text: words, begin: text.indexOf(words), end: text.indexOf(words) + words.length });
const mark = (words: string, type: string) => ({ ...span(words), type });
const link = (source: string, type: string, target: string) => ({ source: span(source), type, target: span(target) });

const document: MarkedDocument = {
  id: 'd',
  text,
  entities: [
    mark('Ana Prieto', 'Person'),
    mark('the Togo Guard', 'Organisation'),
    mark('militia camps', 'Organisation'),
    mark('Lome', 'Location'),
    mark('They', 'Organisation'),
    mark('40 rockets', 'Weapon'),
  ],
  expected: [
    link('Ana Prieto', 'InChargeOf', 'the Togo Guard'),
    link('the Togo Guard', 'FightingAgainst', 'militia camps'),
    link('militia camps', 'CoLocated', 'Lome'),
    link('They', 'InChargeOf', '40 rockets'),
    link('Ana Prieto', 'IsSynonymOf', 'the Togo Guard'),
  ],
};

type Entity = MarkedGraph['entities'][number];
const entity = (id: string, type: Entity['type'], ...mentions: string[]): Entity => ({
  id,
  name: mentions[0]!,
  type,
  aliases: [],
  mentions: mentions.map((words) => ({ start: text.indexOf(words), text: words, kind: 'name' })),
});
const entities = [
  entity('p', 'Person', 'Gen. Ana Prieto'),
  entity('g', 'Organization', 'Togo Guard'),
  entity('c', 'Group', 'militia camps near Lome'),
  entity('l', 'Organization', 'Lome'),
  entity('t', 'Country', 'Togo'),
];
const relation = (source: string, type: MarkedGraph['relations'][number]['type'], target: string) => ({
  source,
  type,
  target,
  factuality: 'fact',
});
const score = (relations: MarkedGraph['relations']) =>
  scoreMarkedDocuments([document], new Map([['d', { entities, relations }]]));

describe('documents with marked entities and relations', () => {
  it('are told from coded sentences', () => {
    expect(isMarkedDocument(document)).toBe(true);
    expect(isMarkedDocument({ id: 's', text, expected: [] })).toBe(false);
    const coded = { source: span('Lome'), target: span('Togo Guard'), plover: 'ACCUSE', type: 'x' };
    expect(isMarkedDocument({ id: 's', text, expected: [coded] })).toBe(false);
  });

  it('find an entity by place and head, or by name, not by a word inside another', () => {
    const [prieto, guard, camps, lome, togo] = entities;
    expect(standsFor(prieto!, span('Ana Prieto'))).toBe(true);
    expect(standsFor(camps!, span('militia camps'))).toBe(true);
    expect(standsFor(camps!, span('Lome'))).toBe(false);
    expect(standsFor(lome!, { text: 'Lome', begin: 900, end: 904 })).toBe(true);
    expect(standsFor(guard!, span('the Togo Guard'))).toBe(true);
    expect(standsFor(togo!, span('the Togo Guard'))).toBe(false);
  });

  it('count entities with and without their types, and neither weapons nor pronouns', () => {
    const { entities: found, entitiesMapped } = score([]).figures;
    expect([found.gold, found.recall, found.guessed, found.precision]).toEqual([4, 1, 5, 0.8]);
    expect([entitiesMapped.recall, entitiesMapped.precision]).toEqual([0.75, 0.6]);
  });

  it('count facts and events as pairs, and where type and direction fit', () => {
    const { figures, errors } = score([
      relation('p', 'HOLDS_POSITION', 'g'),
      relation('c', 'FOUGHT', 'g'),
      relation('c', 'PRAISED', 'l'),
      relation('g', 'PART_OF', 't'),
    ]);
    expect([figures.relations.gold, figures.relations.recall, figures.relations.precision]).toEqual([3, 1, 0.75]);
    expect([figures.relationsMapped.recall, figures.relationsMapped.precision]).toEqual([2 / 3, 0.5]);
    expect(figures.types['CoLocated']).toEqual({ gold: 1, pair: 1, mapped: 0 });
    expect(errors).toEqual(['d: militia camps -CoLocated-> Lome (PRAISED)']);
  });

  it('take a relation of one direction the wrong way round, and a denied one, for none of the type', () => {
    expect(score([relation('g', 'LEADS', 'p')]).figures.relations.recall).toBeCloseTo(1 / 3);
    expect(score([relation('g', 'LEADS', 'p')]).figures.relationsMapped.recall).toBe(0);
    expect(score([{ ...relation('p', 'LEADS', 'g'), factuality: 'negated' }]).figures.relations.guessed).toBe(0);
  });
});
