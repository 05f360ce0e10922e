/** The two engines behind one door, so that one contract runs on both. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import type { Neo4jSettings } from '../../src/config';
import type { KnowledgeGraph } from '../../src/graph';
import { openStore, type Store } from '../../src/store';
import { isLeftOut, neo4j } from '../support/machine';
import { type Lease, leaseNeo4j } from '../support/neo4j';

// a server starts in seconds on a machine at rest, and files that need it wait for their turn
vi.setConfig({ testTimeout: 300_000, hookTimeout: 1_200_000 });

export interface Engine {
  readonly settings: Neo4jSettings;
  /** An empty place for a store. */
  fresh(): Promise<string>;
  close(): Promise<void>;
}

export const NO_SERVER: Neo4jSettings = { user: 'neo4j', password: '', database: null };

export const ENGINES: readonly { name: string; skip: boolean; open: () => Promise<Engine> }[] = [
  { name: 'the embedded engine', skip: false, open: openEmbeddedEngine },
  { name: 'Neo4j', skip: isLeftOut(neo4j()), open: openNeo4jEngine },
];

async function openEmbeddedEngine(): Promise<Engine> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dateline-test-'));
  let count = 0;
  return {
    settings: NO_SERVER,
    fresh: async () => path.join(folder, `store-${count++}`),
    close: async () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

async function openNeo4jEngine(): Promise<Engine> {
  const lease = await leaseNeo4j();
  return {
    settings: settingsOf(lease),
    fresh: async () => {
      await lease.clear();
      return lease.url;
    },
    close: async () => {
      await lease.clear();
      lease.release();
    },
  };
}

export function settingsOf({ user, password, database }: Lease): Neo4jSettings {
  return { user, password, database };
}

/** All that a graph says, as text: to compare what two stores hold. */
export function textOf(graph: KnowledgeGraph): string {
  const nodes = graph
    .nodes()
    .sort()
    .map((id) => [id, graph.getNodeAttributes(id)]);
  const edges = graph
    .edges()
    .sort()
    .map((key) => [key, graph.getEdgeAttributes(key)]);
  return JSON.stringify([...nodes, ...edges], null, 1);
}

export async function withStore<T>(target: string, engine: Engine, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(target, engine.settings, { create: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
