import { describe, expect, it } from 'vitest';
import {
  buildGraph,
  edgeKey,
  edgeKeys,
  type KnowledgeGraph,
  kindOf,
  nodeKeys,
  type Properties,
  STRUCTURE_TYPES,
} from '../../src/graph';
import { RELATIONS } from '../../src/ontology';
import { makeDocument } from '../support/make-document';
import { seedDocuments } from '../support/seed';
import { storyA, storyB } from '../support/stories';

/** The graph as text, to compare two. */
function textOf(graph: KnowledgeGraph): string {
  const nodes = graph
    .nodes()
    .sort()
    .map((id) => [id, graph.getNodeAttributes(id)]);
  const edges = graph
    .edges()
    .sort()
    .map((key) => [key, graph.getEdgeAttributes(key)]);
  return JSON.stringify({ nodes, edges });
}

function node(graph: KnowledgeGraph, id: string) {
  return graph.getNodeAttributes(id).properties;
}

function fact(graph: KnowledgeGraph, source: string, type: keyof typeof RELATIONS, target: string) {
  const key = edgeKey(source, type, target);
  return graph.hasEdge(key) ? graph.getEdgeAttributes(key).properties : null;
}

function listOf(properties: Properties | null, key: string): readonly string[] {
  const list = properties?.[key];
  return Array.isArray(list) ? list : [];
}

describe('the graph of a set of documents', () => {
  const a = storyA();
  const b = storyB();
  const graph = buildGraph([a, b]);

  it('does not depend on the order of the documents', () => {
    expect(textOf(buildGraph([b, a]))).toBe(textOf(graph));
  });

  it('has the sentences of an article with their offsets into its text', () => {
    const sentence = node(graph, `${a.article.storeId}#s1`);
    expect(sentence['text']).toBe('Ghana rejected the request, Kofi Mensah said.');
    expect(a.article.text.slice(Number(sentence['start']), Number(sentence['end']))).toBe(sentence['text']);
    expect(graph.hasEdge(edgeKey(a.article.storeId, 'HAS_SENTENCE', `${a.article.storeId}#s1`))).toBe(true);
  });

  it('has a fact with its sentence, its dates and its event', () => {
    const requested = fact(graph, 'country:tgo', 'REQUESTED', 'country:gha');
    expect(requested).toMatchObject({
      evidence: ['Togo asked Ghana for grain on Monday.'],
      factuality: 'fact',
      firstDate: '2019-03-04',
      lastDate: '2019-03-04',
      articles: [a.article.storeId],
      claims: [`${a.article.storeId}#c0`],
    });
    const [event] = listOf(requested, 'eventIds');
    expect(node(graph, event ?? '')).toMatchObject({
      type: 'REQUESTED',
      theme: 'grain',
      start: '2019-03-04',
      timeSource: 'text',
    });
  });

  it('makes no fact of what is denied or only planned, and keeps the claim', () => {
    expect(fact(buildGraph([a]), 'country:gha', 'ATTACKED', 'country:tgo')).toBeNull();
    expect(node(graph, `${a.article.storeId}#c4`)).toMatchObject({ polarity: 'negative', factuality: 'negated' });
    const planned = makeDocument({
      sentences: ['Ama Sika will meet Kofi Mensah.'],
      entities: { 'Ama Sika': 'person:ama-sika', 'Kofi Mensah': 'person:kofi-mensah' },
      claims: [
        { type: 'MET_WITH', sources: ['Ama Sika'], trigger: 'meet', targets: ['Kofi Mensah'], modality: 'planned' },
      ],
    });
    expect(buildGraph([planned]).filterEdges((_, { type }) => type === 'MET_WITH')).toEqual([]);
  });

  it('calls a fact a claim where nobody but the quoted says it, and names them', () => {
    expect(fact(graph, 'country:gha', 'ATTACKED', 'country:tgo')).toMatchObject({
      factuality: 'claim',
      attributedTo: ['Togo'],
    });
  });

  it('says how coarse a date is, and takes no article date for one', () => {
    const attacked = fact(graph, 'country:tgo', 'ATTACKED', 'country:gha');
    expect(attacked).toMatchObject({ firstDate: '2018-01-01', lastDate: '2018-12-31' });
    const [event] = listOf(attacked, 'eventIds');
    expect(node(graph, event ?? '')['granularity']).toBe('year');
    const rejected = node(buildGraph([a]), `${a.article.storeId}#c1`);
    expect(rejected['timeSource']).toBe('none');
    expect(rejected['date']).toBeUndefined();
  });

  it('has the title of an office on the fact', () => {
    expect(fact(graph, 'person:kofi-mensah', 'HOLDS_POSITION', 'country:gha')).toMatchObject({ title: 'minister' });
    expect(fact(graph, 'person:kofi-mensah', 'HOLDS_POSITION', 'country:gha')).not.toHaveProperty('eventIds');
  });

  it('makes one pair of two that met, in the order of the text', () => {
    expect(fact(graph, 'person:ama-sika', 'MET_WITH', 'person:kofi-mensah')).not.toBeNull();
    expect(fact(graph, 'person:kofi-mensah', 'MET_WITH', 'person:ama-sika')).toBeNull();
  });

  it('calls a place an actor only where it acts', () => {
    expect(graph.getNodeAttributes('place:brussels').labels).toEqual(['Actor', 'Entity', 'Place']);
    expect(graph.getNodeAttributes('place:tamale').labels).toEqual(['Entity', 'Place']);
    expect(graph.getNodeAttributes('country:gha').labels).toEqual(['Actor', 'Country', 'Entity']);
  });

  it('says in which words a claim names who and whom', () => {
    const key = edgeKey(`${a.article.storeId}#c0`, 'TARGET', 'country:gha');
    const { start, end } = graph.getEdgeAttributes(key).properties;
    expect(a.article.text.slice(Number(start), Number(end))).toBe('Ghana');
  });

  it('mends half a surrogate pair without moving offsets', () => {
    const document = makeDocument({ sentences: ['Togo \ud83d asked Ghana.'], entities: { Ghana: 'country:gha' } });
    const { text } = node(buildGraph([document]), document.article.storeId);
    expect(text).toBe('Togo \ufffd asked Ghana.');
  });

  it('gives nodes and relationships only the properties that are on the lists', () => {
    for (const one of [graph, buildGraph(seedDocuments())]) {
      one.forEachNode((_, { labels, properties }) => {
        expect(nodeKeys(kindOf(labels))).toEqual(expect.arrayContaining(Object.keys(properties)));
      });
      one.forEachEdge((_, { type, properties }) => {
        const structure = (STRUCTURE_TYPES as readonly string[]).includes(type);
        expect(edgeKeys(structure)).toEqual(expect.arrayContaining(Object.keys(properties)));
      });
    }
  });

  it('is empty for no documents, and has no relation for an article without events', () => {
    expect(buildGraph([]).order).toBe(0);
    const quiet = buildGraph([makeDocument({ sentences: ['The sun rose.'] })]);
    expect(quiet.filterNodes((_, { labels }) => labels.includes('Sentence'))).toHaveLength(1);
    expect(quiet.filterEdges((_, { type }) => type in RELATIONS)).toEqual([]);
  });

  it('shows the user article: the State Department rebuffed the Iraqi government', () => {
    const rebuffed = fact(
      buildGraph(seedDocuments()),
      'organization:state-department',
      'REBUFFED',
      'organization:iraqi-government',
    );
    expect(rebuffed).toMatchObject({ factuality: 'fact', firstDate: '2020-01-10' });
    expect(listOf(rebuffed, 'evidence')[0]).toContain("rebuffed the Iraqi government's request");
  });
});
