/** `dateline query`: a question in Cypher, its rows as a table, JSON or CSV. */
import fs from 'node:fs';
import { readSettings } from '../config';
import { badParameter, EXIT, errorCode, missingFile, noQuery, reasonOf, twoQueries, unreadableFile } from '../errors';
import { openStore } from '../store';
import { formatTable, print } from './output';

interface QueryFlags {
  readonly file?: string;
  readonly param: readonly string[];
  readonly format?: 'table' | 'json' | 'csv';
  readonly store: string;
}

export async function query(given: string | undefined, flags: QueryFlags): Promise<number> {
  const text = cypherOf(given, flags.file);
  const parameters = Object.fromEntries(flags.param.map(parseParameter));
  const store = await openStore(flags.store, readSettings().neo4j);
  try {
    const { columns, rows } = await store.query(text, parameters);
    const format = flags.format ?? (process.stdout.isTTY ? 'table' : 'json');
    if (format === 'json')
      await print(rows.length === 0 ? '[]\n' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
    else {
      const cells = rows.map((row) => columns.map((column) => formatCell(row[column])));
      await print(format === 'csv' ? formatCsv([columns, ...cells]) : formatTable(columns, cells));
    }
  } finally {
    await store.close();
  }
  return EXIT.done;
}

function cypherOf(given: string | undefined, file: string | undefined): string {
  if (given !== undefined && file !== undefined) throw twoQueries();
  if (file !== undefined) {
    try {
      return fs.readFileSync(file, 'utf8');
    } catch (error) {
      throw errorCode(error) === 'ENOENT' ? missingFile(file) : unreadableFile(file, reasonOf(error));
    }
  }
  if (given === undefined || given.trim() === '') throw noQuery();
  return given;
}

/** "limit=10" is a number, "name=Iraq" a string, 'ids=["a"]' a list. */
function parseParameter(given: string): [string, unknown] {
  const at = given.indexOf('=');
  if (at <= 0) throw badParameter(given);
  const value = given.slice(at + 1);
  try {
    return [given.slice(0, at), JSON.parse(value)];
  } catch {
    return [given.slice(0, at), value];
  }
}

function formatCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/[\r\n]+/g, ' ');
}

/** RFC 4180. */
function formatCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
