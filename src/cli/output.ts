/** What goes where: data on standard output, everything else on standard error. */
import fs from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { EXIT, type Failure } from '../errors';

/** Resolves when the reader keeps up; a reader that has gone (`| head`) ends the program quietly. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });
}

/** A thread that computes without a pause would keep what it says until its end: it writes past the stream. */
export function say(line: string): void {
  if (isMainThread) process.stderr.write(`${line}\n`);
  else fs.writeSync(2, `${line}\n`);
}

export function complain(failure: Failure): void {
  say(`dateline: ${failure.message}`);
}

export function endQuietlyWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(EXIT.done);
    });
  }
}

/** An exit, unlike a signal's end, lets go of the store and takes half-written files away. 128 + the signal's number, as shells count. */
export function exitOnSignals(): void {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}

/** 1,234,567: the same in every locale. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "1 article", "2 articles", "3 entities". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A table of left-aligned columns; numbers are aligned to the right. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const numeric = header.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^(?:-|-?[\d,.]*%?)$/.test(row[column] ?? '')),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (numeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [header, widths.map((width) => '-'.repeat(width)), ...rows].map((row) => `${line(row)}\n`).join('');
}

/** 0.8412 -> "84.1" */
export function percent(rate: number): string {
  return (100 * rate).toFixed(1);
}
