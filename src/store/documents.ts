/**
 * The documents: the truth from which every store can be made again. They lie in a folder as JSON Lines, sorted by
 * store id, with the entities of the last build; people's decisions lie beside them and are never written here.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Article, Extracted, Resolved } from '../document';
import { errorCode, storeDamaged, storeMissing } from '../errors';
import { asStoreFailure, makeFolder } from './folder';
import { takeLock } from './lock';

export const DOCUMENTS_FILE = 'documents.jsonl';
export const DECISIONS_FILE = 'decisions.jsonl';

/** same: nothing to do; earlier: another version stands; later: replaces the one that stands. */
export type Standing = 'new' | 'same' | 'later' | 'earlier';

export interface Documents {
  readonly folder: string;
  readonly size: number;
  /** What people decided of entities, as it stands in the file; undefined where there is none. */
  readonly decisions: readonly unknown[] | undefined;
  standing(article: Article): Standing;
  /** Adds the document or puts it in the place of the one with its store id. */
  add(document: Extracted): void;
  /** True where it was there. */
  forget(storeId: string): boolean;
  /** Sorted by store id. */
  all(): readonly Extracted[];
  /** All or nothing: the file is written beside the old one and renamed. */
  save(resolved: readonly Resolved[]): Promise<void>;
  /** Lets the folder go, and takes it away where it was made and nothing was saved. */
  close(): void;
}

/** Takes the lock of the folder. */
export async function openDocuments(folder: string): Promise<Documents> {
  const removeMade = makeFolder(folder);
  let lock: { release(): void };
  try {
    lock = takeLock(folder);
  } catch (error) {
    removeMade();
    throw asStoreFailure(error, folder);
  }
  const close = (): void => {
    process.off('exit', close);
    lock.release();
    removeMade();
  };
  process.once('exit', close);
  try {
    const documents = new Map(readLines(folder).map((document) => [document.article.storeId, document as Extracted]));
    return {
      folder,
      get size() {
        return documents.size;
      },
      decisions: readDecisions(folder),
      standing: (article) => standingOf(article, documents.get(article.storeId)?.article),
      add: (document) => void documents.set(document.article.storeId, document),
      forget: (storeId) => documents.delete(storeId),
      all: () => [...documents.values()].sort(byStoreId),
      save: (resolved) => saveLines(folder, [...resolved].sort(byStoreId)),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** With the entities of the last build. Needs no lock: the file is never half written. */
export async function readDocuments(folder: string): Promise<Resolved[]> {
  if (!fs.existsSync(path.join(folder, DOCUMENTS_FILE))) throw storeMissing(folder);
  return readLines(folder);
}

/** Changes when the documents do; cheap. */
export function documentsStamp(folder: string): string {
  const stat = fs.statSync(path.join(folder, DOCUMENTS_FILE), { throwIfNoEntry: false });
  return stat ? `${stat.ino}-${stat.size}-${stat.mtimeMs}` : 'none';
}

/**
 * Of several records with one store id (one canonical URL, or one text without a URL) the one with the later date
 * stands; then the one whose text has the greater hash; then the one with the smaller id. So their order does not matter.
 */
export function standingOf(article: Article, other: Article | undefined): Standing {
  if (!other) return 'new';
  const order =
    compare(article.published ?? '', other.published ?? '') ||
    (article.text === other.text ? 0 : compare(textHash(article), textHash(other))) ||
    compare(other.id, article.id);
  return order === 0 ? 'same' : order > 0 ? 'later' : 'earlier';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function textHash(article: Article): string {
  return createHash('sha256').update(article.text).digest('hex');
}

function byStoreId(a: Extracted, b: Extracted): number {
  return compare(a.article.storeId, b.article.storeId);
}

/** Read piece by piece: a string in Node holds at most half a gigabyte. */
function readLines(folder: string): Resolved[] {
  const documents: Resolved[] = [];
  for (const [number, line] of linesOf(path.join(folder, DOCUMENTS_FILE))) {
    try {
      documents.push(JSON.parse(line) as Resolved);
    } catch {
      throw storeDamaged(folder, `line ${number} of ${DOCUMENTS_FILE} is broken`);
    }
  }
  return documents;
}

function readDecisions(folder: string): unknown[] | undefined {
  if (!fs.existsSync(path.join(folder, DECISIONS_FILE))) return undefined;
  return [...linesOf(path.join(folder, DECISIONS_FILE))].map(([number, line]) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      throw storeDamaged(folder, `line ${number} of ${DECISIONS_FILE} is no JSON`);
    }
  });
}

const PIECE_BYTES = 1 << 22;

/** Lines that are not blank, with their numbers from 1. None where there is no file. */
function* linesOf(file: string): Generator<[number, string]> {
  let handle: number;
  try {
    handle = fs.openSync(file, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  try {
    const piece = Buffer.alloc(PIECE_BYTES);
    let rest = Buffer.alloc(0);
    let number = 0;
    for (;;) {
      const size = fs.readSync(handle, piece);
      const text = Buffer.concat([rest, piece.subarray(0, size)]);
      let start = 0;
      for (let end = text.indexOf(10); end >= 0; end = text.indexOf(10, start)) {
        number++;
        const line = text.toString('utf8', start, end).trim();
        if (line !== '') yield [number, line];
        start = end + 1;
      }
      rest = text.subarray(start);
      if (size === 0) break;
    }
    const last = rest.toString('utf8').trim();
    if (last !== '') yield [number + 1, last];
  } finally {
    fs.closeSync(handle);
  }
}

async function saveLines(folder: string, documents: readonly Resolved[]): Promise<void> {
  const file = path.join(folder, DOCUMENTS_FILE);
  const fresh = `${file}.${process.pid}.new`;
  try {
    const handle = fs.openSync(fresh, 'w');
    try {
      for (const document of documents) fs.writeSync(handle, `${JSON.stringify(document)}\n`);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(fresh, file);
  } catch (error) {
    fs.rmSync(fresh, { force: true });
    throw asStoreFailure(error, folder);
  }
}
