/**
 * Fits the weights of confidence: `node -r ts-node/register test/quality/fit-confidence.ts [--write] FOLDER... [--judged LABELS.jsonl ARTICLES.jsonl]`
 *
 * FOLDER has gold graphs beside their texts; a relation of an event counts as right where gold has both ends and the type.
 * LABELS.jsonl are arrows that people judged: article, type, sourceMention, targetMention, sentence, right; ARTICLES.jsonl
 * has the articles' texts. It prints how far the promise is kept, each article judged by weights fitted on the others
 * (ten folds); `--write` puts the weights fitted on all into data/lexicons/confidence.tsv. No chance is in it.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { EventClaim } from '../../src/document';
import type { GoldGraph } from '../../src/evaluate/gold-graph';
import { rightRelations } from '../../src/evaluate/graphs';
import { readEventLexicon } from '../../src/extract';
import { articleGraph } from '../../src/extract/article-graph';
import type { Pattern } from '../../src/extract/confidence';
import { findEvents } from '../../src/extract/events';
import { ingest } from '../../src/ingest';
import { dataFolder, loadPipeline } from '../../src/pipeline';

interface Sample {
  readonly article: string;
  readonly pattern: Pattern;
  readonly right: boolean;
}

interface Judgement {
  readonly article: string;
  readonly type: string;
  readonly sourceMention: string;
  readonly targetMention: string;
  readonly sentence: string;
  readonly right: boolean;
}

const lexiconFile = (name: string) => path.join(dataFolder(), 'lexicons', `${name}.tsv`);
const words = (name: string) => fs.readFileSync(lexiconFile(name), 'utf8');
const lexicon = readEventLexicon({
  events: words('events'),
  embedding: words('embedding'),
  supports: words('support-verbs'),
  opinions: words('opinions'),
});
const pipeline = loadPipeline();
const readLines = (file: string) =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The article's graph, and the pattern of each of its events by id. */
function read(id: string, text: string) {
  const chained = pipeline.annotate(ingest({ id, text }));
  const key = (claim: EventClaim) => JSON.stringify([claim.type, claim.trigger, claim.sources, claim.targets]);
  const patterns = new Map<string, Pattern>();
  findEvents(chained, lexicon, undefined, (claim, pattern) => patterns.set(key(claim), pattern));
  const [document] = pipeline.resolve([pipeline.extract(chained)]);
  if (document === undefined) throw new Error(`${id} was not resolved`);
  const graph = articleGraph(document);
  const byEvent = new Map(graph.events.map((event, i) => [event.id, patterns.get(key(document.events[i]!))]));
  return { graph, patternOf: (event: string) => byEvent.get(event) };
}

function goldSamples(folder: string): Sample[] {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => {
    const gold = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as GoldGraph;
    const { graph, patternOf } = read(
      gold.article.id,
      fs.readFileSync(path.join(folder, file.replace(/json$/, 'txt')), 'utf8'),
    );
    const right = rightRelations(gold, graph);
    return graph.relations.flatMap((relation, i) => {
      const pattern = relation.event === null ? undefined : patternOf(relation.event);
      return pattern === undefined ? [] : [{ article: file, pattern, right: right[i]! }];
    });
  });
}

/** Judged arrows that are still drawn: of the same type between the same words in the same sentence. */
function judgedSamples(labels: string, articles: string): Sample[] {
  const texts = new Map(readLines(articles).map((record) => [record.id as string, record.text as string]));
  const byArticle = new Map<string, Judgement[]>();
  for (const row of readLines(labels) as Judgement[])
    byArticle.set(row.article, [...(byArticle.get(row.article) ?? []), row]);
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  return [...byArticle].sort().flatMap(([id, rows]) => {
    const { graph, patternOf } = read(id, texts.get(id) ?? '');
    const forms = new Map(
      graph.entities.map((e) => [e.id, new Set([e.name, ...e.aliases, ...e.mentions.map((m) => m.text)])]),
    );
    const seen = new Set<string>();
    return rows.flatMap((row) => {
      const hit = graph.relations.find(
        (r) =>
          r.event !== null &&
          r.type === row.type &&
          plain(r.evidence.text) === plain(row.sentence) &&
          forms.get(r.source)?.has(row.sourceMention) &&
          forms.get(r.target)?.has(row.targetMention),
      );
      const key = `${hit?.event} ${hit?.source} ${hit?.target}`;
      const pattern = hit?.event == null ? undefined : patternOf(hit.event);
      if (pattern === undefined || seen.has(key)) return [];
      seen.add(key);
      return [{ article: id, pattern, right: row.right }];
    });
  });
}

/** Newton's method would do; plain descent is as exact with so few features. `ridge` pulls all weights but the bias to 0. */
function fitWeights(samples: readonly Sample[], ridge = 4): Map<string, number> {
  const names = [...new Set(samples.flatMap((s) => Object.keys(s.pattern)))];
  const weights = new Map(names.map((name) => [name, 0]));
  for (let step = 0; step < 4000; step++) {
    const slope = new Map(names.map((name) => [name, name === 'bias' ? 0 : ridge * weights.get(name)!]));
    for (const { pattern, right } of samples) {
      const miss = sure(pattern, weights) - Number(right);
      for (const [name, value] of Object.entries(pattern))
        if (value !== 0) slope.set(name, slope.get(name)! + miss * value);
    }
    for (const name of names) weights.set(name, weights.get(name)! - (2 / samples.length) * slope.get(name)!);
  }
  return weights;
}

const sure = (pattern: Pattern, weights: ReadonlyMap<string, number>): number =>
  1 / (1 + Math.exp(-Object.entries(pattern).reduce((z, [name, value]) => z + value * (weights.get(name) ?? 0), 0)));

/** Each sample with what is promised of it by weights that have not seen its article. */
function crossed(samples: readonly Sample[]): { promise: number; right: boolean }[] {
  const articles = [...new Set(samples.map((s) => s.article))].sort();
  const foldOf = new Map(articles.map((article, i) => [article, i % 10]));
  return Array.from({ length: 10 }, (_, fold) => fold).flatMap((fold) => {
    const weights = fitWeights(samples.filter((s) => foldOf.get(s.article) !== fold));
    return samples
      .filter((s) => foldOf.get(s.article) === fold)
      .map((s) => ({ promise: sure(s.pattern, weights), right: s.right }));
  });
}

function main(): void {
  const args = process.argv.slice(2);
  const judged = args.indexOf('--judged');
  const folders = (judged < 0 ? args : args.slice(0, judged)).filter((arg) => arg !== '--write');
  const samples = folders.flatMap(goldSamples);
  if (judged >= 0) samples.push(...judgedSamples(args[judged + 1]!, args[judged + 2]!));
  const rightShare = (of: readonly { right: boolean }[]) => of.filter((s) => s.right).length / of.length;
  console.log(
    `${samples.length} relations of ${new Set(samples.map((s) => s.article)).size} articles, ${(100 * rightShare(samples)).toFixed(0)} % right`,
  );
  const tested = crossed(samples);
  for (const [low, high] of [
    [0, 0.4],
    [0.4, 0.5],
    [0.5, 0.6],
    [0.6, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 1.01],
  ] as const) {
    const bin = tested.filter((t) => t.promise >= low && t.promise < high);
    if (bin.length === 0) continue;
    const mean = bin.reduce((sum, t) => sum + t.promise, 0) / bin.length;
    console.log(
      `${low} to ${Math.min(1, high)}: ${bin.length} relations, promised ${(100 * mean).toFixed(0)} %, right ${(100 * rightShare(bin)).toFixed(0)} %`,
    );
  }
  const weights = fitWeights(samples);
  const rows = [...weights].map(([name, weight]) => `${name}\t${weight.toFixed(3)}`);
  console.log(rows.join('\n'));
  if (!args.includes('--write')) return;
  const head = words('confidence')
    .split('\n')
    .filter((line) => line.startsWith('#'));
  fs.writeFileSync(lexiconFile('confidence'), `${[...head, ...rows].join('\n')}\n`);
}

main();
