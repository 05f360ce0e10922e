/**
 * CoNLL-U (UD v2) read into documents: every line is kept, so that a file can be written back as it came,
 * and gold documents of our own types are made from the words.
 * Files whose rows hold only ID and FORM are welcome.
 */
import { createHash } from 'node:crypto';
import type { Article, Parsed, Sentence, Token, Tokenised } from '../../document';
import { Failure } from '../../errors';

/** Column numbers of a row. */
export const ID = 0;
export const FORM = 1;
export const LEMMA = 2;
export const UPOS = 3;
export const XPOS = 4;
export const FEATS = 5;
export const HEAD = 6;
export const DEPREL = 7;
export const DEPS = 8;
export const MISC = 9;

/** One line of a sentence. A word is a syntactic word ("7"), a range a surface token ("7-8"), an empty node "7.1". */
export type ConlluLine =
  | { readonly kind: 'comment'; readonly text: string }
  /** Ten columns; those that the file left out are "_". */
  | { readonly kind: 'word' | 'range' | 'empty'; readonly columns: readonly string[] };

export interface ConlluSentence {
  readonly lines: readonly ConlluLine[];
}

export interface ConlluDocument {
  /** Of `# newdoc id = X`, or '' where the file names none. */
  readonly id: string;
  /** A block of comments without words counts as one, so that nothing is lost. */
  readonly sentences: readonly ConlluSentence[];
}

/** Fails with the line's number where a row is no row. A file without `# newdoc` is one document. */
export function readConllu(text: string): ConlluDocument[] {
  const documents: { id: string; sentences: ConlluSentence[] }[] = [];
  let lines: ConlluLine[] = [];
  const close = () => {
    if (lines.length === 0) return;
    const newdoc = commentValue({ lines }, 'newdoc') !== null;
    if (newdoc || documents.length === 0)
      documents.push({ id: commentValue({ lines }, 'newdoc id') ?? '', sentences: [] });
    documents.at(-1)!.sentences.push({ lines });
    lines = [];
  };
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  source.split('\n').forEach((raw, index) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.trim() === '') close();
    else lines.push(readLine(line, index + 1));
  });
  close();
  return documents;
}

function readLine(line: string, number: number): ConlluLine {
  if (line.startsWith('#')) return { kind: 'comment', text: line };
  const columns = line.split('\t');
  const id = columns[ID]!;
  const kind = /^\d+$/.test(id) ? 'word' : /^\d+-\d+$/.test(id) ? 'range' : /^\d+\.\d+$/.test(id) ? 'empty' : null;
  if (kind === null || columns.length < 2 || columns.length > 10 || columns[FORM] === '') {
    throw new Failure(
      'input',
      `read CoNLL-U, line ${number}`,
      `${JSON.stringify(line.slice(0, 60))} is no row`,
      'A row is an ID and a FORM parted by a tab, with or without the other eight columns.',
    );
  }
  while (columns.length < 10) columns.push('_');
  return { kind, columns };
}

/** The value of `# key = value`, '' for a bare `# key`, or null. "newdoc" also finds "newdoc id = X". */
export function commentValue(sentence: ConlluSentence, key: string): string | null {
  for (const line of sentence.lines) {
    if (line.kind !== 'comment') continue;
    const body = line.text.slice(1).trim();
    if (!body.startsWith(key)) continue;
    const rest = body.slice(key.length);
    if (rest === '' || rest.startsWith(' ') || rest.startsWith('=')) {
      const equals = rest.indexOf('=');
      return equals < 0 ? rest.trim() : rest.slice(equals + 1).trim();
    }
  }
  return null;
}

/** The columns of the sentence's words, without ranges and empty nodes. */
export function wordRows(sentence: ConlluSentence): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const line of sentence.lines) if (line.kind === 'word') rows.push(line.columns);
  return rows;
}

/** "SpaceAfter=No" in MISC. */
function spaceAfter(columns: readonly string[]): boolean {
  return !columns[MISC]!.split('|').includes('SpaceAfter=No');
}

/** A surface token: a word by itself, or a range with its words. */
interface Surface {
  readonly form: string;
  readonly space: boolean;
  readonly words: string[];
}

function surfaces(sentence: ConlluSentence): Surface[] {
  const found: Surface[] = [];
  let rangeEnd = 0;
  for (const line of sentence.lines) {
    if (line.kind === 'comment' || line.kind === 'empty') continue;
    const [id, form] = [line.columns[ID]!, line.columns[FORM]!];
    if (line.kind === 'range') {
      rangeEnd = Number(id.slice(id.indexOf('-') + 1));
      found.push({ form, space: spaceAfter(line.columns), words: [] });
    } else if (Number(id) <= rangeEnd) found.at(-1)!.words.push(form);
    else found.push({ form, space: spaceAfter(line.columns), words: [form] });
  }
  return found;
}

/** Where each surface token lies in `# text`, or null where they do not spell it. */
function align(units: readonly Surface[], text: string): number[] | null {
  const starts: number[] = [];
  let at = 0;
  for (const unit of units) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    if (!text.startsWith(unit.form, at)) return null;
    starts.push(at);
    at += unit.form.length;
  }
  return text.slice(at).trim() === '' ? starts : null;
}

/** The tokens of one surface token at `start`. Words that do not spell their range ("des" = "de les") share it out. */
function placeWords(unit: Surface, start: number): Token[] {
  const spelled = unit.words.join('') === unit.form;
  let at = 0;
  return unit.words.map((text, i) => {
    const from = Math.min(at, unit.form.length);
    at = spelled || i < unit.words.length - 1 ? from + text.length : unit.form.length;
    return { start: start + from, end: start + Math.min(Math.max(at, from), unit.form.length), text };
  });
}

/**
 * The document's words as tokens of an article whose text is rebuilt from `# text` and SpaceAfter:
 * sentences stand on one line, a blank line parts the paragraphs (`# newpar`).
 */
export function tokenisedFromConllu(source: ConlluDocument, id = source.id): Tokenised {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let text = '';
  let paragraph = 0;
  let space = false;
  for (const sentence of source.sentences) {
    const units = surfaces(sentence);
    if (units.length === 0) continue;
    const newParagraph = commentValue(sentence, 'newpar') !== null && text !== '';
    if (newParagraph) paragraph++;
    text += newParagraph ? '\n\n' : space ? ' ' : '';
    const start = tokens.length;
    const given = commentValue(sentence, 'text');
    const starts = given === null ? null : align(units, given);
    const base = text.length;
    units.forEach((unit, i) => {
      const at = starts === null ? text.length : base + starts[i]!;
      tokens.push(...placeWords(unit, at));
      if (starts === null) text += unit.form + (unit.space && i < units.length - 1 ? ' ' : '');
    });
    if (starts !== null) text += given!.trimEnd();
    space = units.at(-1)!.space;
    sentences.push({ start, end: tokens.length, paragraph, title: false });
  }
  return { article: articleOf(source, id, text), tokens, sentences };
}

function articleOf(source: ConlluDocument, id: string, text: string): Article {
  const first = source.sentences[0];
  const created = first === undefined ? null : commentValue(first, 'meta::dateCreated');
  return {
    id,
    storeId: createHash('sha256').update(text).digest('hex'),
    title: null,
    published: created !== null && /^\d{4}-\d{2}-\d{2}$/.test(created) ? created : null,
    dateline: null,
    section: null,
    byline: [],
    contributors: [],
    source: null,
    url: null,
    text,
    furniture: [],
  };
}

/** The gold annotation of a file as a Parsed document. A head that is missing or 0 is -1. */
export function parsedFromConllu(source: ConlluDocument, id = source.id): Parsed {
  const document = tokenisedFromConllu(source, id);
  const column = (number: number) => source.sentences.flatMap((s) => wordRows(s).map((row) => row[number]!));
  const blank = (values: string[]) => values.map((value) => (value === '_' ? '' : value));
  const heads: number[] = [];
  for (const sentence of source.sentences) {
    const rows = wordRows(sentence);
    const base = heads.length;
    const position = new Map(rows.map((row, i) => [row[ID]!, base + i]));
    for (const row of rows) heads.push(position.get(row[HEAD]!) ?? -1);
  }
  return {
    ...document,
    upos: blank(column(UPOS)),
    xpos: blank(column(XPOS)),
    lemmas: column(LEMMA),
    feats: blank(column(FEATS)),
    heads,
    deprels: blank(column(DEPREL)),
  };
}
