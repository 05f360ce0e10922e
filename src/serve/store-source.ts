import path from 'node:path';
import type { Neo4jSettings } from '../config';
import { documentsStamp, readDocuments, runReadQuery } from '../store';
import { readQuestions } from './questions';
import type { GraphSource } from './source';

export interface StoreSourceOptions {
  /** Folder, or URL of a Neo4j server. */
  readonly store: string;
  /** Folder of the documents. */
  readonly documents: string;
  readonly neo4j: Neo4jSettings;
}

/**
 * The graph of a store. The page is made from the documents, which are read and let go of; only a query opens the
 * engine, on a copy of its own, so that building and asking go on beside the page.
 */
export function storeSource({ store, documents, neo4j }: StoreSourceOptions): GraphSource {
  return {
    name: store === documents ? nameOf(store) : store,
    stamp: async () => documentsStamp(documents),
    documents: () => readDocuments(documents),
    query: async (text, params, limits) => {
      const { columns, rows, truncated } = await runReadQuery(store, neo4j, text, params, limits);
      return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)), truncated };
    },
    questions: async () => readQuestions(),
  };
}

/** A path of this machine is nothing for a page: the folder's own name says enough. */
function nameOf(folder: string): string {
  return path.basename(path.resolve(folder));
}
