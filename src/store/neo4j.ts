/** A Neo4j server as a store. Only nodes labelled Dateline and relationships with madeBy 'dateline' are ever written. */
import neo4j, { type Driver, type Record as DriverRecord, type Session, type SessionMode } from 'neo4j-driver';
import type { Neo4jSettings } from '../config';
import { queryWrites, storeMissing } from '../errors';
import type { KnowledgeGraph } from '../graph';
import { type Batch, changesTo } from './changes';
import { checkQuery } from './guard';
import { serverFailure } from './neo4j-errors';
import { resolveEnds, rowFromNeo4j, toNeo4j } from './neo4j-values';
import { graphOf, type ReadRows, readCounts, readPresent } from './read';
import { statement, statementsIn } from './statements';
import type { LoadOptions, LoadSummary, Parameters, QueryAnswer, QueryLimits, Store, StoreCounts } from './store';

/** Up to here everything is written in one transaction; above, the server's memory would be the limit. */
const ROWS_IN_ONE_TRANSACTION = 50_000;
const ROWS_PER_TRANSACTION = 5_000;
const CONNECT_TIMEOUT_MS = 10_000;
const WRITE_TIMEOUT_MS = 600_000;

export async function openNeo4j(url: string, settings: Neo4jSettings, create: boolean): Promise<Store> {
  const driver = neo4j.driver(url, neo4j.auth.basic(settings.user, settings.password), {
    connectionTimeout: CONNECT_TIMEOUT_MS,
    connectionAcquisitionTimeout: CONNECT_TIMEOUT_MS,
    maxTransactionRetryTime: CONNECT_TIMEOUT_MS,
    userAgent: 'dateline',
  });
  const connection = { url, settings, driver };
  try {
    const store = createStore(connection);
    await guarded(connection, async () => {
      await driver.verifyConnectivity(databaseOf(settings)); // fails at once, where a query would try again and again
      await driver.executeQuery('RETURN 1 AS one', {}, databaseOf(settings)); // a first password is refused only here
    });
    if (!create && (await store.counts()).nodes === 0) throw storeMissing(url);
    return store;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

interface Connection {
  readonly url: string;
  readonly settings: Neo4jSettings;
  readonly driver: Driver;
}

function createStore(connection: Connection): Store {
  const read: ReadRows = (text, onRow) =>
    withSession(connection, 'READ', (session) =>
      session.executeRead(async (transaction) => {
        for await (const record of transaction.run(text)) onRow(rowFromNeo4j(record));
      }),
    );
  return {
    engine: 'neo4j',
    target: connection.url,
    load: (graph, options) => load(connection, read, graph, options ?? {}),
    readGraph: async () => graphOf(await readPresent(read)),
    query: (text, parameters, limits) => query(connection, text, parameters ?? {}, limits ?? {}),
    counts: (): Promise<StoreCounts> => readCounts(read),
    close: () => connection.driver.close(),
  };
}

async function load(
  connection: Connection,
  read: ReadRows,
  graph: KnowledgeGraph,
  { onProgress, beforeCommit }: LoadOptions,
): Promise<LoadSummary> {
  for (const text of statementsIn('schema')) {
    await withSession(connection, 'WRITE', (session) => session.executeWrite((transaction) => transaction.run(text)));
  }
  const present = await readPresent(read);
  const gone = [...present.nodes.keys()].filter((id) => !graph.hasNode(id));
  const tied = gone.length > 0 ? await readTied(connection, gone) : new Set<string>();
  const nodes = new Map([...present.nodes].filter(([id]) => !tied.has(id)));
  const { batches, rows } = changesTo(graph, { ...present, nodes });
  const groups = transactionsOf(batches, rows);
  let done = 0;
  for (const [index, group] of groups.entries()) {
    await withSession(connection, 'WRITE', (session) =>
      session.executeWrite(
        async (transaction) => {
          for (const { statement: text, parameters } of group) await transaction.run(text, toNeo4j(parameters));
          if (index === groups.length - 1) await beforeCommit?.();
        },
        { timeout: WRITE_TIMEOUT_MS },
      ),
    );
    done += group.reduce((sum, batch) => sum + batch.rows, 0);
    onProgress?.(done, rows);
  }
  if (groups.length === 0) await beforeCommit?.();
  return { written: rows };
}

/** Of these nodes those to which somebody has tied data of their own: they stay. */
function readTied(connection: Connection, ids: readonly string[]): Promise<Set<string>> {
  return withSession(connection, 'READ', (session) =>
    session.executeRead(async (transaction) => {
      const { records } = await transaction.run(statement('maintain/read-tied'), { ids });
      return new Set(records.map((record) => String(record.get('id'))));
    }),
  );
}

function transactionsOf(batches: readonly Batch[], rows: number): Batch[][] {
  const limit = rows <= ROWS_IN_ONE_TRANSACTION ? ROWS_IN_ONE_TRANSACTION : ROWS_PER_TRANSACTION;
  const groups: Batch[][] = [];
  let size = limit;
  for (const batch of batches) {
    if (size + batch.rows > limit) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(batch);
    size += batch.rows;
  }
  return groups;
}

async function query(
  connection: Connection,
  text: string,
  parameters: Parameters,
  { maxRows, timeoutMs }: QueryLimits,
): Promise<QueryAnswer> {
  checkQuery(text);
  const config = timeoutMs === undefined ? {} : { timeout: timeoutMs };
  return withSession(
    connection,
    'READ',
    async (session) => {
      const transaction = await session.beginTransaction(config);
      const plan = await transaction.run(`${EXPLAIN}${text}`, toNeo4j(parameters)).catch((error: unknown) => {
        throw withoutExplain(error);
      });
      if (plan.summary.queryType !== 'r') throw queryWrites();
      const result = transaction.run(text, toNeo4j(parameters));
      const columns = await result.keys();
      const records: DriverRecord[] = [];
      let truncated = false;
      for await (const record of result) {
        truncated = maxRows !== undefined && records.length >= maxRows;
        if (truncated) break;
        records.push(record);
      }
      const ends = await resolveEnds(records, transaction);
      await transaction.rollback();
      return { columns: columns.map(String), rows: records.map((record) => rowFromNeo4j(record, ends)), truncated };
    },
    timeoutMs,
  );
}

const EXPLAIN = 'EXPLAIN ';

/** A mistake on the first line stands where it stands without the word before it. */
function withoutExplain(error: unknown): unknown {
  if (error instanceof Error) {
    const shift = (column: string): string => String(Number(column) - EXPLAIN.length);
    error.message = error.message.replace(
      /\(line 1, column (\d+)/,
      (_, column: string) => `(line 1, column ${shift(column)}`,
    );
  }
  return error;
}

async function withSession<T>(
  connection: Connection,
  mode: SessionMode,
  work: (session: Session) => Promise<T>,
  timeoutMs?: number,
): Promise<T> {
  const session = connection.driver.session({ ...databaseOf(connection.settings), defaultAccessMode: mode });
  return guarded(connection, () => work(session), timeoutMs).finally(() => session.close().catch(() => undefined));
}

async function guarded<T>(connection: Connection, work: () => Promise<T>, timeoutMs?: number): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw serverFailure(error, connection.url, connection.settings, timeoutMs);
  }
}

function databaseOf({ database }: Neo4jSettings): { database?: string } {
  return database === null ? {} : { database };
}
