/** A graph for the server and the page without a store: documents in memory, a stamp that a test can change. */
import type { Resolved } from '../../src/document';
import { queryWrites } from '../../src/errors';
import type { GraphSource } from '../../src/serve';
import { seedDocuments } from './seed';

export interface MemorySource extends GraphSource {
  /** From now on the store holds these. */
  replace(documents: readonly Resolved[]): void;
}

/** Answers one query, and refuses what writes, as the store does. */
export function memorySource(documents: readonly Resolved[] = seedDocuments()): MemorySource {
  let held = documents;
  let version = 1;
  return {
    name: 'test-graph',
    stamp: async () => `v${version}`,
    documents: async () => held,
    query: async (text, params) => {
      if (/\b(?:CREATE|MERGE|SET|DELETE)\b/i.test(text)) throw queryWrites();
      const columns = ['name', 'relation'];
      const relation = {
        type: 'REBUFFED',
        source: 'organization:state-department',
        target: 'organization:iraqi-government',
        properties: {},
      };
      return { columns, rows: [[params['name'] ?? 'State Department', relation]], truncated: false };
    },
    questions: async () => [
      {
        name: 'who-did-what',
        about: 'Who did what to whom',
        query: 'MATCH (a)-[r]->(b) WHERE a.name = $name RETURN a.name AS name, r AS relation',
        params: { name: 'State Department' },
      },
    ],
    replace(next) {
      held = next;
      version++;
    },
  };
}
