/**
 * The embedded store: one file in a folder. A load writes a new file beside it and renames it into place, so readers
 * and a crash find the old graph or the new one, never half of one. Reading works on a private copy.
 */
import fs from 'node:fs';
import path from 'node:path';
import { errorCode, queryTooSlow, storeMissing, storeNotWritable } from '../errors';
import type { KnowledgeGraph } from '../graph';
import { changesTo, NOTHING, type Present } from './changes';
import {
  checkNotHeld,
  createDatabase,
  GRAPH_FILE,
  type GrafeoDatabase,
  openCopy,
  type PrivateCopy,
  runRows,
} from './grafeo';
import { checkQuery } from './guard';
import { graphOf, type ReadRows, readCounts, readPresent } from './read';
import { statementsIn } from './statements';
import type { LoadOptions, LoadSummary, Parameters, QueryAnswer, QueryLimits, Store } from './store';

/** `copyIn`: where private copies are made; the system's folder for temporary files where it is not given. */
export async function openEmbedded(folder: string, create: boolean, copyIn?: string): Promise<Store> {
  const file = path.join(folder, GRAPH_FILE);
  if (!create && !fs.existsSync(file)) throw storeMissing(folder);
  if (create) await checkNotHeld(folder);
  const reader = createReader(folder, copyIn);
  const read: ReadRows = async (text, onRow) => {
    const database = await reader.database();
    for (const row of (await runRows(database, text)).rows) onRow(row);
  };
  const readAll = async (): Promise<Present> => (fs.existsSync(file) ? readPresent(read) : NOTHING);
  return {
    engine: 'embedded',
    target: folder,
    load: async (graph, options = {}) => {
      const present = await readAll().catch(() => NOTHING); // a damaged file is replaced
      return load(folder, graph, present, options);
    },
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
      const now = stampOf(folder);
      if (!copy || now !== copied) {
        close();
        copy = await openCopy(folder, copyIn);
        copied = now;
      }
      return copy.database;
    },
  };
}

function stampOf(folder: string): string {
  const stat = fs.statSync(path.join(folder, GRAPH_FILE), { throwIfNoEntry: false });
  if (!stat) throw storeMissing(folder);
  return `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}

async function load(
  folder: string,
  graph: KnowledgeGraph,
  present: Present,
  { onProgress, beforeCommit }: LoadOptions,
): Promise<LoadSummary> {
  const { rows, summary } = changesTo(graph, present);
  if (rows === 0 && fs.existsSync(path.join(folder, GRAPH_FILE))) {
    await beforeCommit?.();
    return summary;
  }
  const made = makeFolder(folder);
  const file = path.join(folder, GRAPH_FILE);
  const fresh = `${file}.${process.pid}.new`;
  const cleanUp = (): void => {
    for (const leftover of [fresh, `${fresh}.wal`]) fs.rmSync(leftover, { recursive: true, force: true });
    if (made && fs.existsSync(folder) && fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
  };
  process.once('exit', cleanUp);
  try {
    cleanUpOnly(fresh);
    await writeFile(fresh, graph, onProgress);
    await checkNotHeld(folder);
    await beforeCommit?.();
    fs.rmSync(`${file}.wal`, { recursive: true, force: true }); // it belongs to the file that goes
    fs.renameSync(fresh, file);
  } catch (error) {
    throw writable(error, folder);
  } finally {
    cleanUp();
    process.off('exit', cleanUp);
  }
  return summary;
}

function cleanUpOnly(file: string): void {
  for (const leftover of [file, `${file}.wal`]) fs.rmSync(leftover, { recursive: true, force: true });
}

async function writeFile(file: string, graph: KnowledgeGraph, onProgress?: LoadOptions['onProgress']): Promise<void> {
  const { batches, rows } = changesTo(graph, NOTHING);
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

/** True where the folder was not there. */
export function makeFolder(folder: string): boolean {
  try {
    return fs.mkdirSync(folder, { recursive: true }) !== undefined;
  } catch (error) {
    throw writable(error, folder);
  }
}

const NOT_WRITABLE: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a read-only disk',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  EISDIR: 'a folder is in the way',
};

/** What the disk refused, as a message; anything else as it is. */
export function writable(error: unknown, folder: string): unknown {
  const reason = NOT_WRITABLE[errorCode(error)];
  return reason === undefined ? error : storeNotWritable(folder, reason);
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
