/**
 * `npm run bench`: tokens a second of each stage, in CPU time of one thread, beside two libraries of npm; with corpora
 * also their tags and names by the same scorer. Machines differ: read ratios.
 */
import fs from 'node:fs';
import path from 'node:path';
import compromise from 'compromise';
import { formatCount, formatTable } from '../../src/cli/output';
import { readPackedFile } from '../../src/cli/read-packed';
import type { Article, Chained, Extracted } from '../../src/document';
import { sumLanguage, tallyLanguage } from '../../src/evaluate/language';
import { tokenisedFromIob } from '../../src/evaluate/names';
import { ingest } from '../../src/ingest';
import { parsedFromConllu, readConllu } from '../../src/learn/corpus/conllu';
import { readIob } from '../../src/learn/corpus/iob';
import { loadPipeline } from '../../src/pipeline';
import { corpora } from '../support/machine';
import { namesWithCompromise, tagWithWink } from './peers';

const GOLD = path.join(__dirname, '../quality/gold');
const ROUNDS = 5;

function articles(): Article[] {
  const folders = [GOLD, path.join(GOLD, 'own')];
  const files = folders.flatMap((folder) =>
    fs
      .readdirSync(folder)
      .sort()
      .map((name) => path.join(folder, name)),
  );
  return files
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ingest({ id: path.basename(file), text: fs.readFileSync(file, 'utf8') }));
}

/** CPU seconds of the fastest of some rounds. */
function seconds(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

function benchSpeed(): void {
  const begin = process.cpuUsage();
  const pipeline = loadPipeline();
  const { user, system } = process.cpuUsage(begin);
  const texts = articles();
  const tokenised = texts.map(pipeline.tokenise);
  const tokens = tokenised.reduce((sum, document) => sum + document.tokens.length, 0);
  const chained: Chained[] = tokenised.map(pipeline.annotateTokens);
  const extracted: Extracted[] = chained.map(pipeline.extract);
  const times: readonly (readonly [string, number])[] = [
    ['tokens and sentences', seconds(() => texts.forEach((article) => void pipeline.tokenise(article)))],
    [
      'tags, trees, names, coreference',
      seconds(() => tokenised.forEach((document) => void pipeline.annotateTokens(document))),
    ],
    ['coreference alone', seconds(() => chained.forEach((document) => void pipeline.chain(document)))],
    ['events and facts', seconds(() => chained.forEach((document) => void pipeline.extract(document)))],
    ['entities of all articles', seconds(() => void pipeline.resolve(extracted))],
    ['wink-nlp: tags', seconds(() => texts.forEach((article) => void tagWithWink(article)))],
    ['compromise: tags and names', seconds(() => texts.forEach((article) => void namesWithCompromise(article.text)))],
  ];
  const rows = times.map(([what, time]) => [what, formatCount(Math.round(tokens / time))]);
  process.stdout.write(
    `${formatCount(tokens)} tokens; weights and word lists read in ${((user + system) / 1e6).toFixed(2)} s\n`,
  );
  process.stdout.write(formatTable(['stage', 'tokens a CPU second'], rows));
}

/** From raw text, tokens as each splits them: F1 of tags over the gold tokens. */
async function benchTags(folder: string): Promise<void> {
  const pipeline = loadPipeline();
  const rows: string[][] = [];
  for (const corpus of ['ud-gum-test', 'ud-ewt-test']) {
    const gold = readConllu(await readPackedFile(path.join(folder, `${corpus}.conllu.gz`))).map((document) =>
      parsedFromConllu(document),
    );
    const ours = sumLanguage(
      gold.map((document) => tallyLanguage(document, pipeline.annotateTokens(pipeline.tokenise(document.article)))),
    );
    const theirs = sumLanguage(
      gold.map((document) => {
        const tagged = tagWithWink(document.article);
        return tallyLanguage(document, {
          ...tagged,
          heads: tagged.tokens.map(() => -1),
          deprels: tagged.tokens.map(() => 'dep'),
        });
      }),
    );
    rows.push([corpus, ours.measures.upos.f1.toFixed(1), theirs.measures.upos.f1.toFixed(1)]);
  }
  process.stdout.write(`\n${formatTable(['UPOS F1 from raw text', 'Dateline', 'wink-nlp'], rows)}`);
}

/** Given the tokens of the corpus; a guess of compromise counts where it begins and ends with tokens. */
async function benchNames(folder: string): Promise<void> {
  const pipeline = loadPipeline();
  const rows: string[][] = [];
  for (const corpus of ['uner-ewt-test.iob2', 'world-news-dev.conll']) {
    const tally = { ours: 0, oursRight: 0, theirs: 0, theirsRight: 0, gold: 0 };
    for (const source of readIob(await readPackedFile(path.join(folder, `${corpus}.gz`)))) {
      const document = tokenisedFromIob(source);
      const key = (name: { start: number; end: number; type: string }) =>
        `${name.start} ${name.end} ${placeLike(name.type)}`;
      const scored = (type: string) => ['PER', 'ORG', 'LOC'].includes(placeLike(type));
      const gold = new Set(source.names.filter((name) => scored(name.type)).map(key));
      const ours = pipeline
        .annotateTokens(document)
        .names.filter((name) => scored(name.type))
        .map(key);
      const starts = new Map(document.tokens.map((token, i) => [token.start, i]));
      const ends = new Map(document.tokens.map((token, i) => [token.end, i + 1]));
      const theirs = namesWithCompromise(document.article.text).map(({ start, end, type }) =>
        key({ start: starts.get(start) ?? -1, end: ends.get(end) ?? -1, type }),
      );
      tally.gold += gold.size;
      tally.ours += ours.length;
      tally.theirs += theirs.length;
      tally.oursRight += ours.filter((name) => gold.has(name)).length;
      tally.theirsRight += theirs.filter((name) => gold.has(name)).length;
    }
    const f1 = (right: number, guessed: number) => ((200 * right) / (guessed + tally.gold)).toFixed(1);
    rows.push([corpus.split('.')[0]!, f1(tally.oursRight, tally.ours), f1(tally.theirsRight, tally.theirs)]);
  }
  process.stdout.write(`\n${formatTable(['names F1', 'Dateline', 'compromise'], rows)}`);
}

function placeLike(type: string): string {
  return type === 'GPE' || type === 'FAC' ? 'LOC' : type;
}

async function main(): Promise<void> {
  compromise('Warm up.');
  benchSpeed();
  const { value, what, remedy } = corpora();
  if (value === null) console.error(`Left out: ${what} (${remedy}).`);
  else {
    await benchTags(value);
    await benchNames(value);
  }
}

void main();
