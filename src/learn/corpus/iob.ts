/**
 * Corpora of names, one token a line: two columns (token and tag, parted by a tab or a blank), or three and more with
 * the number first (Universal NER's IOB2). Tags by IO, IOB1, IOB2 or BILOU. Blank lines end a sentence (or a paragraph,
 * whatever the corpus has); documents begin at `# newdoc`, or else at `-DOCSTART-`.
 */
import type { TokenSpan } from '../../document';
import { Failure } from '../../errors';

/** A name as its corpus types it ("corporation"). */
export interface LabelledSpan extends TokenSpan {
  readonly type: string;
}

export interface IobDocument {
  readonly id: string;
  readonly tokens: readonly string[];
  /** Index of the first token of each sentence or paragraph. */
  readonly starts: readonly number[];
  /** Sorted, not overlapping. */
  readonly names: readonly LabelledSpan[];
}

interface Draft {
  id: string;
  tokens: string[];
  tags: string[];
  starts: number[];
}

/** Fails with the line's number where a row has no tag. */
export function readIob(text: string): IobDocument[] {
  const drafts: Draft[] = [];
  let draft: Draft | null = null;
  let fresh = true;
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/\r$/, '').replace(/^\uFEFF/, '');
    const opening = /^# newdoc(?:\s+id)?(?:\s*=\s*(.*))?$/.exec(line);
    const marker = /^-DOCSTART-/.test(line);
    if (line.trim() === '') fresh = true;
    else if (opening !== null || marker) {
      draft = { id: opening?.[1]?.trim() ?? '', tokens: [], tags: [], starts: [] };
      drafts.push(draft);
      fresh = true;
    } else if (!isComment(line)) {
      const row = readRow(line, index + 1);
      if (row === null) return;
      if (draft === null) {
        draft = { id: '', tokens: [], tags: [], starts: [] };
        drafts.push(draft);
      }
      if (fresh) draft.starts.push(draft.tokens.length);
      fresh = false;
      draft.tokens.push(row.token);
      draft.tags.push(row.tag);
    }
  });
  return drafts
    .filter(({ tokens }) => tokens.length > 0)
    .map(({ id, tokens, tags, starts }) => ({ id, tokens, starts, names: spansOf(tags, starts) }));
}

/** "# text = ..." is one; "#" or "#tag" with a tag beside it is a token. */
function isComment(line: string): boolean {
  return line.startsWith('#') && !/\s(?:O|[BILUSE]-\S+)$/.test(line);
}

function readRow(line: string, number: number): { token: string; tag: string } | null {
  const columns = line.includes('\t') ? line.split('\t') : line.split(' ');
  const numbered = columns.length >= 3 && /^\d+(?:[-.]\d+)?$/.test(columns[0]!);
  // A range of words ("7-8") or an empty node ("7.1") is no word of its own.
  if (numbered && !/^\d+$/.test(columns[0]!)) return null;
  const [token, tag] = numbered ? [columns[1]!, columns[2]!] : [columns[0]!, columns.at(-1)!];
  if (columns.length < 2 || !/^(?:O|[BILUSE]-\S+)$/.test(tag)) {
    throw new Failure(
      'input',
      `read names, line ${number}`,
      `${JSON.stringify(line.slice(0, 60))} has no tag`,
      'A row is a token and its tag (O, B-PER, I-PER, ...), or a number, a token and its tag.',
    );
  }
  return { token, tag };
}

/**
 * The spans of a sequence of tags, by the rules of conlleval (Tjong Kim Sang and De Meulder 2003): a span begins at B, U
 * or S, and at I, L or E after another type or none; it ends before the next begin, at a change of type, and after L, U, E, S.
 */
export function spansOf(tags: readonly string[], starts: readonly number[] = []): LabelledSpan[] {
  const breaks = new Set(starts);
  const spans: LabelledSpan[] = [];
  let open: { start: number; type: string } | null = null;
  const close = (end: number) => {
    if (open !== null) spans.push({ start: open.start, end, type: open.type });
    open = null;
  };
  tags.forEach((tag, i) => {
    if (breaks.has(i)) close(i);
    const [kind, type] = tag === 'O' ? ['O', ''] : [tag[0]!, tag.slice(2)];
    const begins = kind === 'B' || kind === 'U' || kind === 'S';
    if (kind === 'O' || begins || (open as { type: string } | null)?.type !== type) close(i);
    if (kind === 'O') return;
    if (open === null) open = { start: i, type };
    if (kind === 'L' || kind === 'U' || kind === 'E' || kind === 'S') close(i + 1);
  });
  close(tags.length);
  return spans;
}
