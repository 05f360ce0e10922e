/** The embedded engine behind three small doors: a new file, a private copy to read from, and a look at who holds a file. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cypherMistake, engineMissing, isFailure, queryWrites, reasonOf, storeDamaged, storeHeld } from '../errors';
import { fromGrafeo, type GrafeoNodes } from './grafeo-values';
import type { Parameters, Row } from './store';

export const GRAPH_FILE = 'graph.grafeo';

/** The part of @grafeo-db/js that is used here. */
export interface GrafeoDatabase extends GrafeoNodes {
  executeCypher(text: string, parameters?: unknown): Promise<{ columns: string[]; toArray(): unknown[] }>;
  close(): void;
}

interface GrafeoModule {
  readonly GrafeoDB: {
    create(file: string): GrafeoDatabase;
    open(file: string): GrafeoDatabase;
    openReadOnly(file: string): GrafeoDatabase;
  };
}

/** It is native code: loaded where it is used, so that a machine without its binary can still use a server. */
async function loadEngine(): Promise<GrafeoModule['GrafeoDB']> {
  try {
    return ((await import('@grafeo-db/js')) as unknown as GrafeoModule).GrafeoDB;
  } catch (error) {
    throw engineMissing(reasonOf(error).split(/\.\s/)[0] ?? '');
  }
}

export async function createDatabase(file: string): Promise<GrafeoDatabase> {
  return (await loadEngine()).create(file);
}

/** True for a file that can be opened. Throws where another process has it open: the engine allows one at a time. */
export async function isSound(folder: string): Promise<boolean> {
  const file = path.join(folder, GRAPH_FILE);
  if (!fs.existsSync(file)) return false;
  const engine = await loadEngine();
  try {
    engine.open(file).close();
    return true;
  } catch (error) {
    if (/locked/.test(reasonOf(error))) throw storeHeld(folder);
    return false;
  }
}

export interface PrivateCopy {
  readonly database: GrafeoDatabase;
  close(): void;
}

/** Opened read-only in a temporary folder: whoever builds meanwhile is not kept out, and nothing can be written. */
export async function openCopy(folder: string, within: string = os.tmpdir()): Promise<PrivateCopy> {
  const engine = await loadEngine();
  const temporary = fs.mkdtempSync(path.join(within, 'dateline-'));
  const remove = (): void => fs.rmSync(temporary, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const file = path.join(folder, GRAPH_FILE);
    const copy = path.join(temporary, GRAPH_FILE);
    fs.copyFileSync(file, copy, fs.constants.COPYFILE_FICLONE);
    if (fs.existsSync(`${file}.wal`)) fs.cpSync(`${file}.wal`, `${copy}.wal`, { recursive: true });
    const database = engine.openReadOnly(copy);
    const close = (): void => {
      database.close();
      remove();
      process.off('exit', remove);
    };
    return { database, close };
  } catch (error) {
    remove();
    process.off('exit', remove);
    throw isFailure(error) ? error : storeDamaged(folder, mistakeOf(error));
  }
}

export async function runRows(
  database: GrafeoDatabase,
  text: string,
  parameters: Parameters = {},
): Promise<{ columns: string[]; rows: Row[] }> {
  try {
    const result = await database.executeCypher(text, parameters);
    const { columns } = result;
    const rows = result.toArray() as Record<string, unknown>[];
    return {
      columns,
      rows: rows.map((row) => Object.fromEntries(columns.map((name) => [name, fromGrafeo(row[name], database)]))),
    };
  } catch (error) {
    const status = error instanceof Error && 'gqlStatus' in error ? String(error.gqlStatus) : '';
    if (status === '25G03') throw queryWrites();
    if (/^(?:42|22)/.test(status)) throw cypherMistake(mistakeOf(error));
    throw error;
  }
}

/** "Undefined variable 'm' (line 1, column 18)" out of the engine's several lines. */
function mistakeOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const place = /--> query:(\d+):(\d+)/.exec(text);
  const first = text.split('\n')[0] ?? '';
  const plain = first.replace(
    /^(?:(?:Query|Database) error: )?(?:GRAFEO-\w+: )?(?:(?:syntax|semantic) error: )?(?:\[Cypher\] )?/i,
    '',
  );
  return place ? `${plain} (line ${place[1]}, column ${place[2]})` : plain;
}
