/** The page: a small HTTP server on this machine, a route table, and the built viewer. */
import { DEFAULT_PORT, DEFAULT_STORE, HOST, isServerUrl, readSettings } from '../config';
import { createServer } from './app';
import { createKeeper } from './keeper';
import { listen, type RunningServer } from './listen';
import { storeSource } from './store-source';
import { ensureViewerBuilt } from './viewer-build';

export { createServer, type ServerOptions } from './app';
export type { RunningServer } from './listen';
export type { GraphSource, QueryAnswer, QueryLimits } from './source';
export { ensureViewerBuilt } from './viewer-build';

export interface ServeOptions {
  /** Folder, or URL of a Neo4j server. */
  readonly store: string;
  /** Folder of the documents; where the store is a folder, the same. */
  readonly documents?: string | undefined;
  readonly host?: string | undefined;
  /** 0 takes any free port. */
  readonly port?: number | undefined;
  /** What takes a while is said here. */
  readonly log?: (line: string) => void;
}

/** Reads the documents first, so that a store that is not there is said before a port is taken. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { store, host = HOST, port = DEFAULT_PORT, log } = options;
  const documents = isServerUrl(store) ? (options.documents ?? DEFAULT_STORE) : store;
  const source = storeSource({ store, documents, neo4j: readSettings().neo4j });
  const keeper = createKeeper(source);
  await keeper.current();
  const viewerFolder = await ensureViewerBuilt(log);
  return listen(createServer({ source, viewerFolder, keeper, hostNames: [host] }), host, port);
}
