/** An article as the net reads it: words, what it is told of them, and pieces that fit into memory. */
import type { TokenSpan } from '../../document';
import type { WordRows } from '../../learn/words';
import type { NameBatch } from './net';

/** A piece ends with a sentence, so that it has at most so many words, unless one sentence is longer: then in it. */
export const MAX_PIECE_WORDS = 480;

/** Pieces of whole sentences; `starts` are in order, the first is 0. */
export function pieces(length: number, starts: readonly number[], most = MAX_PIECE_WORDS): TokenSpan[] {
  const found: TokenSpan[] = [];
  let start = 0;
  const cut = (end: number) => {
    while (end - start > most) {
      found.push({ start, end: start + most });
      start += most;
    }
  };
  for (let i = 0; i < starts.length; i++) {
    const end = starts[i + 1] ?? length;
    if (end - start > most && starts[i]! > start) {
      found.push({ start, end: starts[i]! });
      start = starts[i]!;
    }
    cut(end);
  }
  if (length > start) found.push({ start, end: length });
  return found;
}

/** The batch of one or more pieces. */
export function batchOf(
  parts: readonly {
    readonly words: readonly WordRows[];
    readonly extra: Float32Array;
    readonly columns: number;
    readonly span: TokenSpan;
  }[],
): NameBatch {
  const words = parts.flatMap(({ words: all, span }) => all.slice(span.start, span.end));
  const columns = parts[0]?.columns ?? 0;
  const extra = new Float32Array(words.length * columns);
  let at = 0;
  for (const { extra: all, span } of parts) {
    extra.set(all.subarray(span.start * columns, span.end * columns), at);
    at += (span.end - span.start) * columns;
  }
  return { words, extra, lengths: parts.map(({ span }) => span.end - span.start) };
}
