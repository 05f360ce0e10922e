/** Typed settings with their defaults. Nothing else in src reads the environment. */
import { badSetting } from './errors';

export const DEFAULT_STORE = './dateline-graph';
export const DEFAULT_PORT = 4747;
export const HOST = '127.0.0.1';

export interface Neo4jSettings {
  readonly user: string;
  readonly password: string;
  /** null: the server's default database. */
  readonly database: string | null;
}

export interface Settings {
  readonly neo4j: Neo4jSettings;
  /** Folder of treebanks and name corpora, for training and measuring; null where none is set. */
  readonly corpora: string | null;
  /** Folder of event benches; null where none is set. */
  readonly bench: string | null;
  /** Show stacks of defects. */
  readonly debug: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readSettings(env: Environment = process.env): Settings {
  const set = (name: string): string | null => (env[name] === undefined || env[name] === '' ? null : env[name]);
  return {
    neo4j: {
      user: set('NEO4J_USER') ?? 'neo4j',
      password: set('NEO4J_PASSWORD') ?? '',
      database: set('NEO4J_DATABASE'),
    },
    corpora: set('DATELINE_CORPORA'),
    bench: set('DATELINE_BENCH'),
    debug: set('DATELINE_DEBUG') !== null,
  };
}

/** True for `bolt://`, `neo4j://` and their TLS forms; anything else names a folder. */
export function isServerUrl(store: string): boolean {
  return /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\//.test(store);
}

export function parsePort(given: string): number {
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535) throw badSetting('--port', given, 'a number from 0 to 65535');
  return port;
}
