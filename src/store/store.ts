/** What a store can do, whichever engine it runs on. */
import type { KnowledgeGraph } from '../graph';

/** A value of a row as JSON: integers as numbers, dates as ISO strings, nodes, relationships and paths as below. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** `id` is the node's property, never an engine's own number; null where the node has none. Labels and keys are sorted. */
export type NodeValue = {
  readonly id: JsonValue;
  readonly labels: readonly string[];
  readonly properties: { readonly [key: string]: JsonValue };
};

/** `source` and `target` are the `id` properties of the two nodes. */
export type RelationshipValue = {
  readonly type: string;
  readonly source: JsonValue;
  readonly target: JsonValue;
  readonly properties: { readonly [key: string]: JsonValue };
};

export type PathValue = {
  readonly nodes: readonly NodeValue[];
  readonly relationships: readonly RelationshipValue[];
};

export type Row = { readonly [column: string]: JsonValue };

export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** True where there were more rows than `maxRows`. */
  readonly truncated: boolean;
}

export interface QueryLimits {
  /** All of them where it is not set. */
  readonly maxRows?: number;
  /** None where it is not set. */
  readonly timeoutMs?: number;
}

export type Parameters = Readonly<Record<string, unknown>>;

export interface LoadOptions {
  /** Rows written so far, and in all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called when all is written and before it counts: what must stand or fall with the graph, such as the documents. */
  readonly beforeCommit?: () => void | Promise<void>;
}

export interface LoadSummary {
  /** Nodes and relationships written or taken away; 0 where the store said all of it already. */
  readonly written: number;
}

export interface StoreCounts {
  readonly nodes: number;
  readonly relationships: number;
  readonly articles: number;
  readonly sentences: number;
  readonly claims: number;
  readonly events: number;
  /** By entity type, those that there are. */
  readonly entities: Readonly<Record<string, number>>;
  /** Facts by relation type, those that there are. */
  readonly relations: Readonly<Record<string, number>>;
}

export interface Store {
  readonly engine: 'embedded' | 'neo4j';
  /** Folder or URL. */
  readonly target: string;
  /** Brings the store to what the graph says: what is new is added, what is no longer said goes, all or nothing. */
  load(graph: KnowledgeGraph, options?: LoadOptions): Promise<LoadSummary>;
  /** What the store holds, as it was built. */
  readGraph(): Promise<KnowledgeGraph>;
  /** Reads; a query that writes, reads files or calls an unknown procedure is refused. */
  query(text: string, parameters?: Parameters, limits?: QueryLimits): Promise<QueryAnswer>;
  counts(): Promise<StoreCounts>;
  close(): Promise<void>;
}
