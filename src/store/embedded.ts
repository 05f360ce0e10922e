/**
 * The embedded store: one file in a folder. A load writes a new file beside it and renames it into place, so readers
 * and a crash find the old graph or the new one, never half of one. Reading works on a private copy.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { queryTooSlow, storeMissing } from '../errors';
import type { KnowledgeGraph } from '../graph';
import { type Changes, changesTo, NOTHING, type Present } from './changes';
import { asStoreFailure, makeFolder } from './folder';
import {
  createDatabase,
  GRAPH_FILE,
  type GrafeoDatabase,
  isSound,
  openCopy,
  type PrivateCopy,
  runRows,
} from './grafeo';
import { checkQuery } from './guard';
import { graphOf, type ReadRows, readCounts, readPresent } from './read';
import { statementsIn } from './statements';
import type { LoadOptions, LoadSummary, Parameters, QueryAnswer, QueryLimits, Store } from './store';

/** Says which graph the file holds, so that one that is there already is not written again. */
const STAMP_FILE = 'graph.stamp';

/** `copyIn`: where private copies are made; the system's folder for temporary files where it is not given. */
export async function openEmbedded(folder: string, create: boolean, copyIn?: string): Promise<Store> {
  const file = path.join(folder, GRAPH_FILE);
  if (!create && !fs.existsSync(file)) throw storeMissing(folder);
  if (create) await isSound(folder); // throws where it is held
  const reader = createReader(folder, copyIn);
  const read: ReadRows = async (text, onRow) => {
    const database = await reader.database();
    for (const row of (await runRows(database, text)).rows) onRow(row);
  };
  const readAll = async (): Promise<Present> => (fs.existsSync(file) ? readPresent(read) : NOTHING);
  return {
    engine: 'embedded',
    target: folder,
    load: (graph, options = {}) => load(folder, graph, options),
    readGraph: async () => graphOf(await readAll()),
    query: async (text, parameters, limits) => {
      checkQuery(text);
      return query(await reader.database(), text, parameters ?? {}, limits ?? {});
    },
    counts: () => readCounts(fs.existsSync(file) ? read : async () => undefined),
    close: async () => reader.close(),
  };
}

interface Reader {
  database(): Promise<GrafeoDatabase>;
  close(): void;
}

/** Makes the copy when it is first asked for, and a new one when the file has been replaced. */
function createReader(folder: string, copyIn: string | undefined): Reader {
  let copy: PrivateCopy | null = null;
  let copied = '';
  const close = (): void => {
    copy?.close();
    copy = null;
  };
  return {
    close,
    database: async () => {
      const now = versionOf(folder);
      if (!copy || now !== copied) {
        close();
        copy = await openCopy(folder, copyIn);
        copied = now;
      }
      return copy.database;
    },
  };
}

function versionOf(folder: string): string {
  const stat = fs.statSync(path.join(folder, GRAPH_FILE), { throwIfNoEntry: false });
  if (!stat) throw storeMissing(folder);
  return `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}

async function load(
  folder: string,
  graph: KnowledgeGraph,
  { onProgress, beforeCommit }: LoadOptions,
): Promise<LoadSummary> {
  const changes = changesTo(graph, NOTHING);
  const file = path.join(folder, GRAPH_FILE);
  const stampFile = path.join(folder, STAMP_FILE);
  const stamp = stampOf(changes);
  if (readText(stampFile) === stamp && (await isSound(folder))) {
    await beforeCommit?.();
    return { written: 0 };
  }
  const removeMade = makeFolder(folder);
  const fresh = `${file}.${process.pid}.new`;
  const cleanUp = (): void => {
    removeDatabase(fresh);
    removeMade();
  };
  process.once('exit', cleanUp);
  try {
    removeDatabase(fresh);
    await writeDatabase(fresh, changes, onProgress);
    await isSound(folder);
    await beforeCommit?.();
    fs.rmSync(stampFile, { force: true });
    removeWal(file); // it belongs to the file that goes
    fs.renameSync(fresh, file);
    fs.writeFileSync(stampFile, stamp);
  } catch (error) {
    throw asStoreFailure(error, folder);
  } finally {
    cleanUp();
    process.off('exit', cleanUp);
  }
  return { written: changes.rows };
}

/** A hash over all that the file will hold: the rows, and the statements that put them there. */
function stampOf({ batches }: Changes): string {
  const hash = createHash('sha256');
  for (const text of statementsIn('schema')) hash.update(text);
  for (const { statement, parameters } of batches) hash.update(statement).update(JSON.stringify(parameters));
  return `${hash.digest('hex')}\n`;
}

function readText(file: string): string | null {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}

function removeDatabase(file: string): void {
  fs.rmSync(file, { force: true });
  removeWal(file);
}

/** What the engine keeps beside a file that is open, or was not closed. */
function removeWal(file: string): void {
  fs.rmSync(`${file}.wal`, { recursive: true, force: true });
}

async function writeDatabase(
  file: string,
  { batches, rows }: Changes,
  onProgress: LoadOptions['onProgress'],
): Promise<void> {
  const database = await createDatabase(file);
  try {
    for (const text of statementsIn('schema')) await database.executeCypher(text);
    let done = 0;
    for (const batch of batches) {
      await database.executeCypher(batch.statement, batch.parameters);
      done += batch.rows;
      onProgress?.(done, rows);
    }
  } finally {
    database.close();
  }
}

async function query(
  database: GrafeoDatabase,
  text: string,
  parameters: Parameters,
  { maxRows, timeoutMs }: QueryLimits,
): Promise<QueryAnswer> {
  const { columns, rows } = await within(runRows(database, text, parameters), timeoutMs);
  const truncated = maxRows !== undefined && rows.length > maxRows;
  return { columns, rows: truncated ? rows.slice(0, maxRows) : rows, truncated };
}

/** The engine cannot be stopped: the caller is let go, and the query ends with the process. `runReadQuery` ends it. */
async function within<T>(work: Promise<T>, timeoutMs: number | undefined): Promise<T> {
  if (timeoutMs === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(queryTooSlow(timeoutMs)), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
