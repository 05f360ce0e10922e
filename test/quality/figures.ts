/** Every figure of quality that we watch, by name; what the machine has no gold for is left out. */
import fs from 'node:fs';
import path from 'node:path';
import { scoreEventFile, scoreGraphFolder } from '../../src/cli/evaluate';
import { scoreCoreferenceFile, scoreLanguageFile, scoreNamesFile } from '../../src/cli/evaluate-language';
import type { GoldSentence } from '../../src/evaluate/events';
import type { GraphScore } from '../../src/evaluate/graphs';
import type { LanguageMeasure } from '../../src/evaluate/language';
import { type LexiconFigures, scoreLexicon } from '../../src/evaluate/lexicon';
import { readEventLexicon } from '../../src/extract';
import { ingest } from '../../src/ingest';
import { dataFolder, loadPipeline } from '../../src/pipeline';

export interface Figure {
  readonly name: string;
  readonly value: number;
  /** Where less is better, for example false alarms. */
  readonly lowerIsBetter?: boolean;
  /** How far below the recorded figure its floor lies, where it rests on few pieces: one of them. */
  readonly slack?: number;
}

const percent = (rate: number): number => Math.round(1000 * rate) / 10;
const rounded = (value: number): number => Math.round(10 * value) / 10;

const GOLD = path.join(__dirname, 'gold');
const SEED = 'iraq-troops-2020-01-11';

function meanFigures(group: string, score: GraphScore): Figure[] {
  const { mean, pooled, pooledCounts } = score;
  const details = [
    { name: `${group}: date right`, value: percent(pooled.date), gold: pooledCounts.details.date.gold },
    {
      name: `${group}: factuality right`,
      value: percent(pooled.factuality),
      gold: pooledCounts.details.factuality.gold,
    },
    { name: `${group}: attribution right`, value: percent(pooled.source), gold: pooledCounts.details.source.gold },
  ];
  return [
    { name: `${group}: entities F1`, value: percent(mean.entities.f1) },
    { name: `${group}: relations strict F1`, value: percent(mean.strict.f1) },
    { name: `${group}: relations relaxed F1`, value: percent(mean.relaxed.f1) },
    ...details.filter(({ gold }) => gold > 0).map(({ name, value, gold }) => ({ name, value, slack: 100 / gold })),
  ];
}

export async function goldFigures(): Promise<Figure[]> {
  const four = await scoreGraphFolder(GOLD);
  const own = await scoreGraphFolder(path.join(GOLD, 'own'));
  const seed = four.articles.find((article) => article.id === SEED)!;
  return [
    { name: `seed: core entities found, of ${seed.counts.entity.core}`, value: seed.counts.entity.coreFound },
    {
      name: `seed: core relations found strictly, of ${seed.counts.levels.strict.core}`,
      value: seed.counts.levels.strict.coreFound,
    },
    { name: 'seed: relations strict precision', value: percent(seed.figures.strict.precision) },
    ...meanFigures('gold, 4 articles', four),
    ...meanFigures('own gold, 10 articles', own),
  ];
}

/** How much of a bench the event lexicon has words for. */
function lexiconFigures(file: string): LexiconFigures {
  const words = (name: string) => fs.readFileSync(path.join(dataFolder(), 'lexicons', `${name}.tsv`), 'utf8');
  const lexicon = readEventLexicon({
    events: words('events'),
    embedding: words('embedding'),
    supports: words('support-verbs'),
    opinions: words('opinions'),
  });
  const { annotate } = loadPipeline();
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const sentences = lines.map((line) => {
    const { id, text, expected } = JSON.parse(line) as GoldSentence;
    return { expected, doc: annotate(ingest({ id, text })) };
  });
  return scoreLexicon(sentences, lexicon).figures;
}

export async function benchFigures(folder: string): Promise<Figure[]> {
  const plover = (await scoreEventFile(path.join(folder, 'plv_train.jsonl'))).figures;
  const lexicon = lexiconFigures(path.join(folder, 'plv_train.jsonl'));
  const petrarch = (await scoreEventFile(path.join(folder, 'petr2_gsr.jsonl'))).figures;
  return [
    { name: 'plv_train: dyad recall', value: percent(plover.levels.dyad.recall) },
    { name: 'plv_train: class right where the dyad is', value: percent(plover.typedGivenDyad) },
    { name: 'plv_train: wrong direction', value: percent(plover.wrongDirection), lowerIsBetter: true },
    { name: 'plv_train: sentences with a sense of their class', value: percent(lexicon.senses) },
    { name: 'plv_train: the same, refusals and duties read', value: percent(lexicon.readings) },
    { name: 'petr2_gsr: dyad recall', value: percent(petrarch.levels.dyad.recall) },
    { name: 'petr2_gsr: class right where the dyad is', value: percent(petrarch.typedGivenDyad) },
    {
      name: `petr2_gsr: false alarms, of ${petrarch.noEventSentences}`,
      value: petrarch.falseAlarms,
      lowerIsBetter: true,
    },
  ];
}

/** Reported with the others; held by the floors' test once they have floors. */
export async function markedFigures(folder: string): Promise<Figure[]> {
  const re3d = (await scoreEventFile(path.join(folder, 're3d_dev.jsonl'))).marked!.figures;
  return [
    { name: 're3d_dev: entities F1', value: percent(re3d.entities.f1) },
    { name: 're3d_dev: entities mapped F1', value: percent(re3d.entitiesMapped.f1) },
    { name: 're3d_dev: relations F1', value: percent(re3d.relations.f1) },
    { name: 're3d_dev: relations mapped F1', value: percent(re3d.relationsMapped.f1) },
  ];
}

const MEASURES: readonly (readonly [LanguageMeasure, string])[] = [
  ['upos', 'UPOS'],
  ['lemma', 'lemma'],
  ['uas', 'UAS'],
  ['las', 'LAS'],
];

export async function corporaFigures(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const corpus of ['ud-gum-test', 'ud-ewt-test']) {
    const { measures } = await scoreLanguageFile(path.join(folder, `${corpus}.conllu.gz`), false);
    figures.push(
      ...MEASURES.map(([measure, label]) => ({ name: `${corpus}: ${label}`, value: rounded(measures[measure].f1) })),
    );
  }
  for (const corpus of ['uner-ewt-test.iob2', 'world-news-dev.conll']) {
    const { all } = await scoreNamesFile(path.join(folder, `${corpus}.gz`));
    figures.push({ name: `${corpus.split('.')[0]}: names F1`, value: rounded(all.f1) });
  }
  const chains = await scoreCoreferenceFile(path.join(folder, 'ud-gum-test.conllu.gz'));
  figures.push({ name: 'ud-gum-test: coreference mean F1, own mentions', value: rounded(chains.ownMentions.mean) });
  figures.push({ name: 'ud-gum-test: coreference mean F1, gold mentions', value: rounded(chains.goldMentions.mean) });
  return figures;
}
