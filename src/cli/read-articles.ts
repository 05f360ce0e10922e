/**
 * Articles from files, folders and standard input. A record that is no article (binary in disguise, no text, a broken
 * line) is named with its line and set aside; the rest goes on.
 */

import type { Article } from '../document';
import {
  badRecord,
  badSetting,
  binaryFile,
  Failure,
  flagNeedsOneText,
  isFailure,
  noInput,
  noText,
  notJsonLines,
  notUtf8,
} from '../errors';
import { ingest, looksBinary, looksEnglish, type RawArticle } from '../ingest';
import { listSources, readBytes, readLines, type Source } from './read-bytes';
import { LONG_TEXT } from './understand';

/** Flags of a single text. */
export interface TextFlags {
  readonly date?: string;
  readonly title?: string;
  readonly source?: string;
  readonly url?: string;
}

export interface InputFlags extends TextFlags {
  readonly from: string;
}

export interface Read {
  readonly article: Article;
  /** For example that the text does not look like English. */
  readonly warning: string | null;
}

const TEXT_FLAGS = ['date', 'title', 'source', 'url'] as const;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Throws what is wrong with the command itself; gives what is wrong with a single record in its place. */
export async function* readArticles(
  paths: readonly string[],
  flags: InputFlags,
  command: string,
): AsyncGenerator<Read | Failure> {
  if (paths.length === 0) throw noInput(command);
  const jsonl = flags.from === 'jsonl';
  const sources = listSources(paths, jsonl ? '.jsonl' : '.txt');
  const given = TEXT_FLAGS.filter((flag) => flags[flag] !== undefined);
  if (given.length > 0 && (jsonl || sources.length > 1))
    throw flagNeedsOneText(
      given.map((flag) => `--${flag}`),
      sources.length,
    );
  if (flags.date !== undefined && !isDay(flags.date)) throw badSetting('--date', flags.date, 'a day as YYYY-MM-DD');
  for (const source of sources) {
    if (source instanceof Failure) yield source;
    else yield* jsonl ? readRecords(source) : [await readText(source, flags)];
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

async function readText(source: Source, flags: TextFlags): Promise<Read | Failure> {
  try {
    const bytes = await readBytes(source);
    const binary = looksBinary(bytes);
    if (binary !== null) throw binaryFile(source.name, binary);
    const about = Object.fromEntries(
      TEXT_FLAGS.flatMap((flag) => (flags[flag] === undefined ? [] : [[flag, flags[flag]]])),
    );
    return admit({ id: source.stem, text: decode(bytes, source.name), ...about }, source.name);
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
}

/** A file none of whose first lines begins like a record is no JSON Lines at all: said once, not line by line. */
const LINES_TO_JUDGE = 5;

async function* readRecords(source: Source): AsyncGenerator<Read | Failure> {
  const early: (Read | Failure)[] = [];
  let judged = false;
  let line = 0;
  try {
    for await (const bytes of readLines(source)) {
      line++;
      const read = readRecord(bytes, `${source.name}, line ${line}`, `${source.stem}-${line}`);
      if (read === null) continue;
      judged ||= startsLikeRecord(bytes);
      if (judged) yield* [...early.splice(0), read];
      else if (early.push(read) === LINES_TO_JUDGE) throw notJsonLines(source.name, LINES_TO_JUDGE);
    }
    yield* early;
  } catch (error) {
    if (!isFailure(error)) throw error;
    yield error;
  }
}

/** A brace after blanks and a byte order mark. */
function startsLikeRecord(line: Uint8Array): boolean {
  return /^(?:\xEF\xBB\xBF)?\s*\{/.test(Buffer.from(line.subarray(0, 64)).toString('latin1'));
}

/** null: a blank line. */
function readRecord(line: Uint8Array, where: string, defaultId: string): Read | Failure | null {
  try {
    const text = decode(line, where);
    return text.trim() === '' ? null : admit(parseRecord(text, where, defaultId), where);
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
}

/** Strips a byte order mark. */
function decode(bytes: Uint8Array, where: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw notUtf8(where);
  }
}

function parseRecord(line: string, where: string, defaultId: string): RawArticle {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    throw badRecord(
      where,
      'this is not a JSON object',
      'Each line should be {"text": "...", "id"?, "title"?, "date"?, "url"?, "source"?}',
    );
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw badRecord(where, 'this is not a JSON object');
  const fields = new Map(Object.entries(record));
  const text = fields.get('text');
  if (typeof text !== 'string') throw badRecord(where, 'the record has no "text"');
  const string = (name: string): Record<string, string> => {
    const value = fields.get(name);
    if (value === undefined || value === null || value === '') return {};
    if (typeof value === 'string' || typeof value === 'number') return { [name]: String(value) };
    throw badRecord(where, `"${name}" is neither a text nor a number`);
  };
  return {
    id: defaultId,
    text,
    ...string('id'),
    ...string('title'),
    ...string('date'),
    ...string('url'),
    ...string('source'),
  };
}

function admit(raw: RawArticle, where: string): Read {
  const binary = looksBinary(raw.text);
  if (binary !== null) throw binaryFile(where, binary);
  if (!/\p{L}/u.test(raw.text)) throw noText(where);
  const warnings = [
    ...(looksEnglish(raw.text) ? [] : ['this does not look like English; little will be found in it']),
    ...(raw.text.length > LONG_TEXT ? ['this is very long for one article; it will take minutes'] : []),
  ];
  return { article: ingest(raw), warning: warnings.length === 0 ? null : `${where}: warning: ${warnings.join('; ')}` };
}
