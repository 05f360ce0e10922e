import fs from 'node:fs';
import path from 'node:path';
import { cypherFolder } from '../store';
import type { Question } from './api';

/** The questions under cypher/query, for the console of the page. */
export function readQuestions(folder: string = path.join(cypherFolder(), 'query')): Question[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => parseQuestion(file.replace(/\.cypher$/, ''), fs.readFileSync(path.join(folder, file), 'utf8')));
}

/**
 * A header of `//` lines says what is asked, and for each parameter its shape and an example:
 *   // $name: string, part of a name, for example "Iraq"
 */
export function parseQuestion(name: string, text: string): Question {
  const lines = text.split(/\r?\n/);
  const header = lines.filter((line) => line.startsWith('//')).map((line) => line.replace(/^\/\/\s?/, ''));
  const query = lines
    .filter((line) => !line.startsWith('//'))
    .join('\n')
    .trim();
  const params: Record<string, unknown> = {};
  for (const [, key = ''] of query.matchAll(/\$(\w+)/g)) params[key] ??= exampleOf(key, header);
  return { name, about: header[0] ?? name, query, params };
}

/** The first quoted text or number that the header's line about a parameter names. */
function exampleOf(key: string, header: readonly string[]): unknown {
  const line = header.find((l) => new RegExp(`\\$${key}\\b`).test(l)) ?? '';
  const after = line.slice(line.indexOf(`$${key}`) + key.length + 1);
  const found = /"([^"]*)"|'([^']*)'|\b(\d{4}-\d{2}-\d{2})\b|\b(\d+)\b|\b(null)\b/.exec(after);
  if (!found) return '';
  if (found[4] !== undefined) return Number(found[4]);
  if (found[5] !== undefined) return null;
  return found[1] ?? found[2] ?? found[3] ?? '';
}
