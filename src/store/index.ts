/** The graph in a store: the embedded engine's file in a folder, or a Neo4j server. Both hold the same and answer the same. */
import { isServerUrl, type Neo4jSettings } from '../config';
import type { Store } from './store';

export { type Documents, documentsStamp, openDocuments, readDocuments, type Standing, standingOf } from './documents';
export { runReadQuery } from './read-query';
export { cypherFolder, loadStatements } from './statements';
export type * from './store';

export interface OpenOptions {
  /** For a build: the store may be missing. Nothing is made before a load commits. */
  readonly create?: boolean;
}

/** `target` is a folder, or a bolt:// or neo4j:// URL. */
export async function openStore(target: string, settings: Neo4jSettings, options: OpenOptions = {}): Promise<Store> {
  const create = options.create ?? false;
  // each engine is loaded where it is used: the driver alone takes 144 ms
  if (isServerUrl(target)) return (await import('./neo4j')).openNeo4j(target, settings, create);
  return (await import('./embedded')).openEmbedded(target, create);
}
