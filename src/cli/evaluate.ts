/** `dateline evaluate`: one function a layer; each prints a table, or one object with `--format json`. */
import fs from 'node:fs';
import path from 'node:path';
import { badRecord, EXIT, errorCode, missingFile, noArticles } from '../errors';
import { type EventGuess, eventGuesses } from '../evaluate/event-guesses';
import { EVENT_LEVELS, type EventScore, type GoldSentence, scoreEvents } from '../evaluate/events';
import type { GoldGraph } from '../evaluate/gold-graph';
import {
  type ArticleScore,
  type Counts,
  type GraphFigures,
  type GraphScore,
  type Rates,
  scoreGraphs,
} from '../evaluate/graphs';
import {
  isMarkedDocument,
  type MarkedDocument,
  type MarkedFigures,
  type MarkedScore,
  scoreMarkedDocuments,
} from '../evaluate/marked-documents';
import type { ArticleGraph } from '../extract/article-graph';
import { ingest } from '../ingest';
import { loadPipeline } from '../pipeline';
import { graphOf } from './extract';
import { formatTable, percent, print } from './output';
import { startProgress } from './progress';
import { readPackedFile } from './read-packed';

interface Flags {
  readonly format: 'text' | 'json';
  readonly errors?: boolean;
  readonly raw?: boolean;
}

async function printResult(flags: Flags, json: unknown, text: () => string): Promise<number> {
  await print(flags.format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : text());
  return EXIT.done;
}

/** A gold graph and, beside it, the text of its article with the day on which it was published. */
interface GoldArticle {
  readonly gold: GoldGraph & { readonly article: { readonly date?: string } };
  readonly id: string;
  readonly text: string;
}

function readGold(folder: string): GoldArticle[] {
  let files: string[];
  try {
    files = fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    throw errorCode(error) === 'ENOENT' ? missingFile(folder) : noArticles(folder, '.json');
  }
  const read = (file: string) => fs.readFileSync(file, 'utf8');
  const found = files.flatMap((name) => {
    const file = path.join(folder, name);
    const beside = file.replace(/\.json$/, '.txt');
    if (!fs.existsSync(beside)) return [];
    try {
      return [
        { gold: JSON.parse(read(file)) as GoldArticle['gold'], id: path.basename(file, '.json'), text: read(beside) },
      ];
    } catch {
      throw badRecord(file, 'this is not JSON');
    }
  });
  if (found.length === 0) throw noArticles(folder, 'gold .json with a .txt beside it');
  return found;
}

export async function scoreGraphFolder(folder: string): Promise<GraphScore> {
  const golds = readGold(folder);
  const pipeline = loadPipeline();
  const progress = startProgress('evaluate', golds.length);
  const guesses = golds.map(({ gold, id, text }): ArticleGraph => {
    const graph = graphOf(pipeline, ingest({ id, text, date: gold.article.date ?? '' }));
    progress.step();
    // a gold file may call its article otherwise than the file is called
    return { ...graph, article: { ...graph.article, id: gold.article.id } };
  });
  progress.stop();
  return scoreGraphs(
    golds.map(({ gold }) => gold),
    guesses,
  );
}

export async function evaluateGraphs(folder: string, flags: Flags): Promise<number> {
  const score = await scoreGraphFolder(folder);
  const errors = (article: ArticleScore) => article.errors.map((line) => `${article.id}: ${line}\n`).join('');
  const json = {
    ...score,
    articles: score.articles.map(({ id, figures, errors: list }) => ({
      id,
      figures,
      ...(flags.errors ? { errors: list } : {}),
    })),
  };
  return printResult(
    flags,
    json,
    () => graphTable(score) + (flags.errors ? `\n${score.articles.map(errors).join('')}` : ''),
  );
}

function graphTable(score: GraphScore): string {
  const cells = (rates: Rates) => [percent(rates.precision), percent(rates.recall), percent(rates.f1)];
  // a dash: no relation that matched has such a thing in the gold
  const detail = (rate: number, { gold }: { gold: number }) => (gold === 0 ? '-' : percent(rate));
  const row = (name: string, f: GraphFigures, { details }: Counts) => [
    name,
    ...cells(f.entities),
    ...cells(f.strict),
    ...cells(f.relaxed),
    percent(f.pair.recall),
    detail(f.date, details.date),
    detail(f.factuality, details.factuality),
    detail(f.source, details.source),
  ];
  const header = 'article,entities P,R,F1,strict P,R,F1,relaxed P,R,F1,pair R,date,factuality,source'.split(',');
  const rows = [
    ...score.articles.map((a) => row(a.id, a.figures, a.counts)),
    row('all, pooled', score.pooled, score.pooledCounts),
  ];
  const { entities, strict, relaxed } = score.mean;
  const mean = [entities, strict, relaxed].map((r) => percent(r.f1));
  return `${formatTable(header, rows)}mean of the articles' F1: entities ${mean[0]}, relations strict ${mean[1]}, relaxed ${mean[2]}\n`;
}

/** A sentence of a bench with what an article has besides its text. */
type BenchRecord = GoldSentence & MarkedDocument & { readonly title?: string | null; readonly date?: string | null };

function parseBench(text: string, file: string): BenchRecord[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const record = JSON.parse(line) as BenchRecord;
      if (typeof record.text === 'string' && Array.isArray(record.expected)) return [record];
    } catch {
      // said below, as for a record without its fields
    }
    throw badRecord(
      `${file}, line ${index + 1}`,
      'this is not a coded sentence',
      'Each line should be {"id", "text", "expected": [...]}',
    );
  });
}

export interface EventFileScore extends EventScore {
  /** Of the records whose relations have types that are no classes of events; null where there are none. */
  readonly marked: MarkedScore | null;
}

export async function scoreEventFile(file: string): Promise<EventFileScore> {
  const sentences = parseBench(await readPackedFile(file), file);
  const pipeline = loadPipeline();
  const progress = startProgress('evaluate', sentences.length);
  const guesses = new Map<string, readonly EventGuess[]>();
  const marked = new Map<string, ArticleGraph>();
  for (const record of sentences) {
    const { id, text, title, date } = record;
    const article = ingest({ id, text, ...(title ? { title } : {}), ...(date ? { date } : {}) });
    const graph = graphOf(pipeline, article);
    guesses.set(id, eventGuesses(graph));
    if (isMarkedDocument(record)) marked.set(id, graph);
    progress.step();
  }
  progress.stop();
  const documents = sentences.filter(({ id }) => marked.has(id));
  return {
    ...scoreEvents(sentences, guesses),
    marked: documents.length > 0 ? scoreMarkedDocuments(documents, marked) : null,
  };
}

export async function evaluateEvents(file: string, flags: Flags): Promise<number> {
  const { figures, errors: missed, marked } = await scoreEventFile(file);
  const errors = [...(marked?.errors ?? []), ...missed];
  const json = {
    ...figures,
    ...(marked ? { marked: marked.figures } : {}),
    ...(flags.errors ? { errors } : {}),
  };
  return printResult(flags, json, () => {
    const rows = EVENT_LEVELS.map((level) => {
      const { precision, recall, f1, right } = figures.levels[level];
      return [level, percent(precision), percent(recall), percent(f1), String(right)];
    });
    const head = `${figures.sentences} sentences, ${figures.gold} gold events, ${figures.guessed} found (${figures.typed} with a class)\n`;
    const tail = [
      `class right where the pair is: ${percent(figures.typedGivenDyad)}`,
      `wrong direction among the pairs: ${percent(figures.wrongDirection)}`,
      `false alarms: ${figures.falseAlarms} of ${figures.noEventSentences} sentences without an event`,
    ];
    const list = flags.errors ? `\n${errors.join('\n\n')}\n` : '';
    return `${head}${formatTable(['level', 'P', 'R', 'F1', 'right'], rows)}${tail.join('\n')}\n${marked ? markedTables(marked.figures) : ''}${list}`;
  });
}

function markedTables(figures: MarkedFigures): string {
  const kinds = [
    ['entities', figures.entities],
    ['entities, types mapped', figures.entitiesMapped],
    ['relations', figures.relations],
    ['relations, types mapped', figures.relationsMapped],
  ] as const;
  const rows = kinds.map(([name, { precision, recall, f1, gold, guessed }]) => [
    name,
    ...[precision, recall, f1].map(percent),
    String(gold),
    String(guessed),
  ]);
  const types = Object.entries(figures.types).map(([type, { gold, pair, mapped }]) => [
    type,
    ...[gold, pair, mapped].map(String),
  ]);
  const all = formatTable(['marked documents', 'P', 'R', 'F1', 'gold', 'found'], rows);
  return `\n${all}\n${formatTable(['type', 'gold', 'pair found', 'type fits'], types)}`;
}
