/**
 * Documents as CoNLL-U: tags, lemmas, features, tree, names (MISC `Name=B-PER`), chains (`Entity=`, CorefUD 1.0).
 * Whatever layers the document has are written; the others stay "_".
 */
import type { Chained, Named, NameType, Parsed, Tagged, Tokenised } from '../../document';
import type { EntityType } from '../../ontology';
import {
  type ConlluDocument,
  type ConlluSentence,
  DEPREL,
  DEPS,
  FEATS,
  HEAD,
  ID,
  LEMMA,
  MISC,
  UPOS,
  XPOS,
} from './conllu';

export const GLOBAL_ENTITY = '# global.Entity = eid-etype-head-other';

/** Names that are written; nationalities and works are not. */
const WRITTEN_NAMES: ReadonlySet<NameType> = new Set<NameType>(['PER', 'ORG', 'LOC', 'GPE']);

const NAME_ENTRIES = ['Name'];

/** What speaks of chains by their ids ("Bridge=12<4"): the file's own would point to chains that are no longer there. */
const CHAIN_ENTRIES = ['Entity', 'Bridge', 'SplitAnte', 'Split'];

/** Our types in CorefUD's words. A group is of persons. */
const CORPUS_TYPES: Readonly<Record<EntityType, string>> = {
  Person: 'person',
  Group: 'person',
  Organization: 'organization',
  Country: 'place',
  Place: 'place',
};

export interface WriteOptions {
  /** What the document was read from: its comments, ranges and empty nodes come out where they stood. */
  readonly source?: ConlluDocument;
  /** Number of the first chain, so that ids stay apart in a file of several documents. Default 1. */
  readonly firstChain?: number;
}

export function writeConllu(document: Tokenised, options: WriteOptions = {}): string {
  const marks = entityMarks(document, options.firstChain ?? 1);
  const names = nameMarks(document);
  const source = options.source ?? skeleton(document);
  const chained = (document as Partial<Chained>).chains !== undefined;
  const replaced = [
    ...((document as Partial<Named>).names === undefined ? [] : NAME_ENTRIES),
    ...(chained ? CHAIN_ENTRIES : []),
  ];
  const out: string[] = [];
  let base = 0;
  source.sentences.forEach((sentence, number) => {
    const ids = sentence.lines.flatMap((line) => (line.kind === 'word' ? [line.columns[ID]!] : []));
    let at = base;
    const lines = chained ? declareEntities(sentence, number === 0) : sentence.lines;
    for (const line of lines) {
      if (line.kind === 'comment') out.push(line.text);
      else if (line.kind === 'word') {
        const row = [...line.columns];
        fillRow(row, document, at, base, ids);
        row[MISC] = misc(row[MISC]!, replaced, names[at], marks[at]);
        out.push(row.join('\t'));
        at++;
      } else out.push(line.columns.with(MISC, misc(line.columns[MISC]!, replaced)).join('\t'));
    }
    base += ids.length;
    out.push('');
  });
  return out.length === 0 ? '' : `${out.join('\n')}\n`;
}

/** A declaration that the file has is replaced where it stands; else it follows `# newdoc`. */
function declareEntities(sentence: ConlluSentence, first: boolean): ConlluSentence['lines'] {
  const isDeclaration = (line: ConlluSentence['lines'][number]) =>
    line.kind === 'comment' && line.text.startsWith('# global.Entity');
  const declaration = { kind: 'comment', text: GLOBAL_ENTITY } as const;
  if (sentence.lines.some(isDeclaration))
    return sentence.lines.map((line) => (isDeclaration(line) ? declaration : line));
  if (!first) return sentence.lines;
  const newdoc = sentence.lines.findIndex((line) => line.kind === 'comment' && line.text.startsWith('# newdoc'));
  return sentence.lines.toSpliced(newdoc + 1, 0, declaration);
}

function fillRow(row: string[], document: Tokenised, at: number, base: number, ids: readonly string[]): void {
  const { upos, xpos, lemmas, feats, heads, deprels } = document as Partial<Tagged & Parsed>;
  const or = (value: string | undefined) => (value === undefined || value === '' ? '_' : value);
  if (upos !== undefined) {
    row[UPOS] = or(upos[at]);
    row[XPOS] = or(xpos?.[at]);
    row[LEMMA] = or(lemmas?.[at]);
    row[FEATS] = or(feats?.[at]);
  }
  if (heads !== undefined) {
    const head = heads[at]!;
    row[HEAD] = head < 0 ? '0' : ids[head - base]!;
    row[DEPREL] = or(deprels?.[at]);
    row[DEPS] = '_';
  }
}

/** What we write gives way to ours; the result is sorted by name, case ignored, as UD wants it. */
function misc(given: string, replaced: readonly string[], name?: string, entity?: string): string {
  const kept = given.split('|').filter((entry) => entry !== '_' && !replaced.includes(entry.split('=')[0]!));
  if (name === undefined && entity === undefined) return kept.length === 0 ? '_' : kept.join('|');
  if (name !== undefined) kept.push(`Name=${name}`);
  if (entity !== undefined) kept.push(`Entity=${entity}`);
  const key = (entry: string) => entry.toLowerCase();
  return kept.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)).join('|');
}

function nameMarks(document: Tokenised): (string | undefined)[] {
  const marks: (string | undefined)[] = [];
  for (const name of (document as Partial<Named>).names ?? []) {
    if (!WRITTEN_NAMES.has(name.type)) continue;
    for (let i = name.start; i < name.end; i++) marks[i] = `${i === name.start ? 'B' : 'I'}-${name.type}`;
  }
  return marks;
}

/** Outer mentions open first and close last: "(e1-person-2-(e2-place-1-)" ... "e1)". */
function entityMarks(document: Tokenised, firstChain: number): (string | undefined)[] {
  const { mentions = [], chains = [] } = document as Partial<Chained>;
  const opening: string[] = [];
  const closing: string[] = [];
  for (const mention of mentions) {
    const id = `e${firstChain + mention.chain}`;
    const type = chains[mention.chain]?.type ?? null;
    const bracket = `(${id}-${type === null ? 'other' : CORPUS_TYPES[type]}-${mention.head - mention.start + 1}-`;
    const single = mention.end === mention.start + 1;
    opening[mention.start] = (opening[mention.start] ?? '') + bracket + (single ? ')' : '');
    if (!single) closing[mention.end - 1] = `${id})${closing[mention.end - 1] ?? ''}`;
  }
  const marks: (string | undefined)[] = [];
  for (let i = 0; i < document.tokens.length; i++) {
    const mark = (opening[i] ?? '') + (closing[i] ?? '');
    if (mark !== '') marks[i] = mark;
  }
  return marks;
}

/** The lines of a document that came from plain text. */
function skeleton(document: Tokenised): ConlluDocument {
  const { article, tokens, sentences } = document;
  const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
  const built = sentences.map((sentence, number): ConlluSentence => {
    const first = tokens[sentence.start];
    const last = tokens[sentence.end - 1];
    const comments: string[] = [];
    if (number === 0) comments.push(`# newdoc id = ${squeeze(article.id)}`);
    if (number === 0 || sentences[number - 1]!.paragraph !== sentence.paragraph) comments.push('# newpar');
    comments.push(`# sent_id = ${squeeze(article.id)}-${number + 1}`);
    if (first !== undefined && last !== undefined)
      comments.push(`# text = ${squeeze(article.text.slice(first.start, last.end))}`);
    const rows = tokens.slice(sentence.start, sentence.end).map((token, i) => {
      const next = tokens[sentence.start + i + 1];
      const glued = next !== undefined && next.start === token.end;
      return [`${i + 1}`, token.text, '_', '_', '_', '_', '_', '_', '_', glued ? 'SpaceAfter=No' : '_'];
    });
    return {
      lines: [
        ...comments.map((text) => ({ kind: 'comment', text }) as const),
        ...rows.map((columns) => ({ kind: 'word', columns }) as const),
      ],
    };
  });
  return { id: article.id, sentences: built };
}
