/**
 * Fits the weights of confidence: `node -r ts-node/register test/quality/fit-confidence.ts [--write] FOLDER... [--judged LABELS.jsonl ARTICLES.jsonl]`
 *
 * FOLDER has gold graphs beside their texts; a relation counts as right where gold has both ends and the type, or where
 * `judged.tsv` there says so (article, source, type, target, then 1, or 0.5 where people may differ).
 * LABELS.jsonl are arrows that people judged: article, kind ("event" if missing), type, sourceMention, targetMention,
 * sentence, right; `soft` where another judge might let it pass. ARTICLES.jsonl has the articles' texts.
 * It prints how far the promise is kept, each article judged by weights fitted on the others (ten folds); `--write` puts
 * the weights fitted on all into data/lexicons/confidence.tsv. No chance is in it.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { EventClaim, FactClaim } from '../../src/document';
import type { GoldGraph } from '../../src/evaluate/gold-graph';
import { rightRelations } from '../../src/evaluate/graphs';
import { createExtractor, readEventLexicon } from '../../src/extract';
import { articleGraph } from '../../src/extract/article-graph';
import type { Pattern } from '../../src/extract/confidence';
import { ingest } from '../../src/ingest';
import { dataFolder, loadPipeline } from '../../src/pipeline';

type Kind = 'event' | 'fact';

interface Sample {
  readonly article: string;
  readonly kind: Kind;
  readonly pattern: Pattern;
  /** 1, 0, or 0.5 where people may differ. */
  readonly right: number;
}

interface Judgement {
  readonly article: string;
  readonly kind?: Kind;
  readonly type: string;
  readonly sourceMention: string;
  readonly targetMention: string;
  readonly sentence: string;
  readonly right: boolean;
  readonly soft?: boolean;
  /** What was wrong, and how it was told then: a label of what has been mended since says nothing. */
  readonly cause?: string | null;
  readonly factuality?: string;
}

/** Pulls all weights but the bias to 0; a feature of fewer samples than `least` is left out. */
const SETTINGS = { event: { ridge: 6, least: 8 }, fact: { ridge: 12, least: 6 } } as const;
const FOLDS = 10;

const lexiconFile = (name: string) => path.join(dataFolder(), 'lexicons', `${name}.tsv`);
const words = (name: string) => fs.readFileSync(lexiconFile(name), 'utf8');
const lexicon = readEventLexicon({
  events: words('events'),
  embedding: words('embedding'),
  supports: words('support-verbs'),
  opinions: words('opinions'),
  confidence: words('confidence'),
});
const pipeline = loadPipeline();
const readLines = (file: string) =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The article's graph, and the pattern of each of its relations, in their order. */
function read(id: string, text: string) {
  const key = (claim: EventClaim | FactClaim) =>
    'sources' in claim
      ? JSON.stringify([claim.type, claim.trigger, claim.sources, claim.targets])
      : JSON.stringify([claim.type, claim.trigger, claim.source, claim.target]);
  const patterns = new Map<string, Pattern>();
  const extract = createExtractor({ events: lexicon, facts: pipeline.lexicons }, (claim, pattern) =>
    patterns.set(key(claim), pattern),
  );
  const [document] = pipeline.resolve([extract(pipeline.annotate(ingest({ id, text })))]);
  if (document === undefined) throw new Error(`${id} was not resolved`);
  const graph = articleGraph(document);
  const startOf = (claim: EventClaim | FactClaim) => document.tokens[claim.trigger.start]?.start;
  const idOf = (mention: number) => document.entities[document.entityOf[mention] ?? -1]?.id;
  const patternOf = graph.relations.map((relation) => {
    const claim =
      relation.event === null
        ? document.facts.find(
            (fact) =>
              fact.type === relation.type &&
              startOf(fact) === relation.trigger.start &&
              idOf(fact.source) === relation.source &&
              idOf(fact.target) === relation.target,
          )
        : document.events.find(
            (event) =>
              event.type === relation.type &&
              startOf(event) === relation.trigger.start &&
              event.targets.some((m) => idOf(m) === relation.target),
          );
    return claim === undefined ? undefined : patterns.get(key(claim));
  });
  return { graph, patternOf };
}

function goldSamples(folder: string): Sample[] {
  const judged = new Map<string, number>();
  const file = path.join(folder, 'judged.tsv');
  for (const line of fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : []) {
    const [article, source, type, target, right] = line.split('\t');
    if (!line.startsWith('#')) judged.set([article, source, type, target].join('\t'), Number(right));
  }
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => {
    const gold = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as GoldGraph;
    const text = fs.readFileSync(path.join(folder, name.replace(/json$/, 'txt')), 'utf8');
    const { graph, patternOf } = read(gold.article.id, text);
    const right = rightRelations(gold, graph);
    const names = new Map(graph.entities.map((e) => [e.id, e.name]));
    return graph.relations.flatMap((relation, i) => {
      const pattern = patternOf[i];
      const { source, target, type, event } = relation;
      const said = judged.get([gold.article.id, names.get(source), type, names.get(target)].join('\t'));
      if (pattern === undefined) return [];
      return [{ article: name, kind: event === null ? 'fact' : 'event', pattern, right: right[i] ? 1 : (said ?? 0) }];
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
      graph.entities.map((e) => [e.id, new Set([e.name, ...e.aliases, ...e.mentions.map((m) => plain(m.text))])]),
    );
    const seen = new Set<number>();
    return rows.flatMap((row): Sample[] => {
      const kind = row.kind ?? 'event';
      const at = graph.relations.findIndex(
        (r) =>
          (r.event === null ? 'fact' : 'event') === kind &&
          r.type === row.type &&
          plain(r.evidence.text) === plain(row.sentence) &&
          forms.get(r.source)?.has(row.sourceMention) &&
          forms.get(r.target)?.has(row.targetMention),
      );
      const pattern = patternOf[at];
      if (pattern === undefined || seen.has(at)) return [];
      seen.add(at);
      const mended = row.cause === 'factuality' && row.factuality !== graph.relations[at]?.factuality;
      return [{ article: id, kind, pattern, right: row.right || mended ? 1 : row.soft ? 0.5 : 0 }];
    });
  });
}

const isBias = (name: string) => name === 'bias' || name.endsWith('.bias');

/** Newton's method would do; plain descent is as exact with so few features. */
function fitWeights(samples: readonly Sample[], kind: Kind): Map<string, number> {
  const { ridge, least } = SETTINGS[kind];
  const counts = new Map<string, number>();
  for (const { pattern } of samples)
    for (const [name, value] of Object.entries(pattern)) if (value !== 0) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => counts.get(name)! >= least).sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = samples.map(({ pattern }) =>
    Object.entries(pattern).flatMap(([name, value]) =>
      value !== 0 && index.has(name) ? [[index.get(name)!, value] as const] : [],
    ),
  );
  const weights = new Float64Array(names.length);
  for (let step = 0; step < 4000; step++) {
    const slope = Float64Array.from(weights, (w, i) => (isBias(names[i]!) ? 0 : ridge * w));
    rows.forEach((row, r) => {
      let z = 0;
      for (const [i, value] of row) z += weights[i]! * value;
      const miss = 1 / (1 + Math.exp(-z)) - samples[r]!.right;
      for (const [i, value] of row) slope[i]! += miss * value;
    });
    for (let i = 0; i < names.length; i++) weights[i]! -= (1.5 / samples.length) * slope[i]!;
  }
  return new Map(names.map((name, i) => [name, weights[i]!]));
}

const sure = (pattern: Pattern, weights: ReadonlyMap<string, number>): number =>
  1 / (1 + Math.exp(-Object.entries(pattern).reduce((z, [name, value]) => z + value * (weights.get(name) ?? 0), 0)));

interface Kept {
  readonly promise: number;
  readonly right: number;
}

/** Each sample with what is promised of it by weights that have not seen its article. */
function crossed(samples: readonly Sample[], kind: Kind): Kept[] {
  const articles = [...new Set(samples.map((s) => s.article))].sort();
  const foldOf = new Map(articles.map((article, i) => [article, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const rest = samples.filter((s) => foldOf.get(s.article) !== fold);
    const weights = fitWeights(rest, kind);
    return samples
      .filter((s) => foldOf.get(s.article) === fold)
      .map((s) => ({ promise: sure(s.pattern, weights), right: s.right }));
  });
}

/** How often a right one is promised more than a wrong one; 0.5 is chance. */
function order(tested: readonly Kept[]): number {
  const right = tested.filter((t) => t.right === 1);
  const wrong = tested.filter((t) => t.right === 0);
  const above = right.flatMap((r) =>
    wrong.map((w) => (r.promise > w.promise ? 1 : r.promise === w.promise ? 0.5 : 0) as number),
  );
  return above.reduce((sum, one) => sum + one, 0) / above.length;
}

function report(samples: readonly Sample[], kind: Kind): void {
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const percent = (of: readonly number[]) => (100 * mean(of)).toFixed(0);
  const articles = new Set(samples.map((s) => s.article)).size;
  console.log(
    `${kind}s: ${samples.length} relations of ${articles} articles, ${percent(samples.map((s) => s.right))} % right`,
  );
  const tested = crossed(samples, kind);
  const brier = mean(tested.map((t) => (t.promise - t.right) ** 2));
  console.log(
    `Brier ${brier.toFixed(3)}, order ${(100 * order(tested)).toFixed(0)} % (each by weights of other articles)`,
  );
  for (const low of [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const high = low === 0 ? 0.4 : low + 0.1;
    const bin = tested.filter((t) => t.promise >= low && t.promise < high + (low === 0.9 ? 1 : 0));
    if (bin.length === 0) continue;
    const [promised, right] = [percent(bin.map((t) => t.promise)), percent(bin.map((t) => t.right))];
    console.log(`${low} to ${high.toFixed(1)}: ${bin.length} relations, promised ${promised} %, right ${right} %`);
  }
}

function main(): void {
  const args = process.argv.slice(2);
  const judged = args.indexOf('--judged');
  const folders = (judged < 0 ? args : args.slice(0, judged)).filter((arg) => arg !== '--write');
  const samples = folders.flatMap(goldSamples);
  if (judged >= 0) samples.push(...judgedSamples(args[judged + 1]!, args[judged + 2]!));
  const rows = (['event', 'fact'] as const).flatMap((kind) => {
    const own = samples.filter((s) => s.kind === kind);
    report(own, kind);
    return [...fitWeights(own, kind)].map(([name, weight]) => `${name}\t${weight.toFixed(3)}`);
  });
  console.log(rows.join('\n'));
  if (!args.includes('--write')) return;
  const head = words('confidence')
    .split('\n')
    .filter((line) => line.startsWith('#'));
  fs.writeFileSync(lexiconFile('confidence'), `${[...head, ...rows].join('\n')}\n`);
}

main();
