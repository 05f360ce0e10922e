/** Bytes of files, folders and standard input, in an order that does not depend on the disk's. */
import fs from 'node:fs';
import path from 'node:path';
import { emptyFile, errorCode, type Failure, missingFile, noArticles, reasonOf, unreadableFile } from '../errors';

export const STANDARD_INPUT = '-';

/** A file or standard input. */
export interface Source {
  /** As a message names it. */
  readonly name: string;
  /** The file's name without its extension. */
  readonly stem: string;
  readonly path: string;
}

function sourceOf(file: string): Source {
  if (file === STANDARD_INPUT) return { name: 'standard input', stem: 'stdin', path: file };
  return { name: file, stem: path.basename(file, path.extname(file)), path: file };
}

/** Compares by code units: the same order in every locale. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function filesBelow(folder: string, extension: string): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodeUnits(a.name, b.name));
  return entries.flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(full, extension);
    return entry.isFile() && entry.name.toLowerCase().endsWith(extension) ? [full] : [];
  });
}

/** Paths as the user gave them, folders replaced by their files with that extension, recursively; or why there are none. */
export function listSources(paths: readonly string[], extension: string): (Source | Failure)[] {
  return paths.flatMap((given): (Source | Failure)[] => {
    if (given === STANDARD_INPUT) return [sourceOf(given)];
    try {
      if (!fs.statSync(given).isDirectory()) return [sourceOf(given)];
      const files = filesBelow(given, extension);
      return files.length > 0 ? files.map(sourceOf) : [noArticles(given, extension)];
    } catch (error) {
      const gone = errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
      return [gone ? missingFile(given) : unreadableFile(given, reasonOf(error))];
    }
  });
}

function streamOf(source: Source): AsyncIterable<Buffer> {
  return source.path === STANDARD_INPUT ? process.stdin : fs.createReadStream(source.path);
}

export async function readBytes(source: Source): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of streamOf(source)) chunks.push(chunk);
  } catch (error) {
    throw unreadableFile(source.name, reasonOf(error));
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) throw emptyFile(source.name);
  return bytes;
}

const LINE_FEED = 0x0a;

/** Lines without their line feed, one at a time, however long the input. */
export async function* readLines(source: Source): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let some = false;
  try {
    for await (const chunk of streamOf(source)) {
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
        yield Buffer.concat([...rest, chunk.subarray(start, end)]);
        rest = [];
        start = end + 1;
      }
      rest.push(chunk.subarray(start));
      some ||= chunk.length > 0;
    }
  } catch (error) {
    throw unreadableFile(source.name, reasonOf(error));
  }
  if (!some) throw emptyFile(source.name);
  const last = Buffer.concat(rest);
  if (last.length > 0) yield last;
}
