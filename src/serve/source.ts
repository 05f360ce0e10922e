import type { Resolved } from '../document';
import type { Question } from './api';

export interface QueryLimits {
  readonly maxRows: number;
  readonly timeoutMs: number;
}

export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated: boolean;
}

/** Where the page's graph comes from: a store folder, a server with its documents, or a test's own. */
export interface GraphSource {
  /** The store, as a reader would name it. */
  readonly name: string;
  /** Cheap; another string whenever the documents have changed. */
  stamp(): Promise<string>;
  documents(): Promise<readonly Resolved[]>;
  /** Reads only; throws a Failure for a mistake, a write, or a query that takes too long. */
  query(text: string, params: Readonly<Record<string, unknown>>, limits: QueryLimits): Promise<QueryAnswer>;
  questions(): Promise<readonly Question[]>;
}
