/** `dateline evaluate names`: a corpus of names against our own, given its tokens. */
import { addTallies, type NameScore, type NameTally, scoreOf, tallyNames } from '../annotate/names/score';
import type { Named, Sentence, Token, Tokenised } from '../document';
import { type IobDocument, readIob } from '../learn/corpus/iob';

/** What is scored by default: countries count as places, as corpora of names have it. */
export const SCORED_TYPES = ['PER', 'ORG', 'LOC'] as const;

export interface NamesReport {
  readonly documents: number;
  readonly tokens: number;
  readonly all: NameScore;
  readonly types: Readonly<Record<string, NameScore>>;
}

/** `text`: IOB2 of three columns, or two columns with `# newdoc`. `annotate` sees tokens and sentences, no tags. */
export function evaluateNames(text: string, annotate: (document: Tokenised) => Named): NamesReport {
  const documents = readIob(text);
  const tallies: Record<string, NameTally>[] = [];
  let tokens = 0;
  for (const gold of documents) {
    tokens += gold.tokens.length;
    tallies.push(tallyNames(goldSpans(gold), guessSpans(annotate(tokenisedFromIob(gold))), SCORED_TYPES));
  }
  const scoreFor = (type: string) => scoreOf(addTallies(tallies.map((tally) => tally[type]!)));
  return {
    documents: documents.length,
    tokens,
    all: scoreFor('all'),
    types: Object.fromEntries(SCORED_TYPES.map((type) => [type, scoreFor(type)])),
  };
}

/** Facilities are places here: so are they in the corpora that have no type for them. */
function goldSpans(gold: IobDocument): { start: number; end: number; type: string }[] {
  return gold.names.map((name) => ({ ...name, type: placeLike(name.type) }));
}

function guessSpans(document: Named): { start: number; end: number; type: string }[] {
  return document.names.map((name) => ({ ...name, type: placeLike(name.type) }));
}

function placeLike(type: string): string {
  return type === 'GPE' || type === 'FAC' ? 'LOC' : type;
}

/** The tokens of a corpus as a document whose text is the tokens with blanks between; its units are its sentences. */
export function tokenisedFromIob(source: IobDocument): Tokenised {
  const tokens: Token[] = [];
  let text = '';
  for (const form of source.tokens) {
    if (text !== '') text += ' ';
    tokens.push({ start: text.length, end: text.length + form.length, text: form });
    text += form;
  }
  const sentences: Sentence[] = source.starts.map((start, i) => ({
    start,
    end: source.starts[i + 1] ?? tokens.length,
    paragraph: i,
    title: false,
  }));
  const article = {
    id: source.id,
    storeId: '',
    title: null,
    published: null,
    dateline: null,
    section: null,
    byline: [],
    contributors: [],
    source: null,
    url: null,
    text,
    furniture: [],
  };
  return { article, tokens, sentences };
}

/** The figures as lines for a terminal. */
export function namesTable(report: NamesReport): string {
  const percent = (value: number) => value.toFixed(1).padStart(6);
  const rows = [...Object.entries(report.types), ['all', report.all] as const].map(
    ([type, score]) =>
      `${type.padEnd(5)}${percent(score.precision)}${percent(score.recall)}${percent(score.f1)}${String(score.gold).padStart(8)}`,
  );
  return ['type  prec.   rec.    F1   names', ...rows, `${report.documents} documents, ${report.tokens} tokens`].join(
    '\n',
  );
}
