/** `dateline evaluate language|names|coreference`: the layers of the language core against treebanks and name corpora. */
import { EXIT } from '../errors';
import {
  type CoreferenceScore,
  type CoreferenceScores,
  evaluateCoreference as scoreChains,
} from '../evaluate/coreference';
import { LANGUAGE_MEASURES, type LanguageScores, evaluateLanguage as scoreLanguage } from '../evaluate/language';
import { type NamesReport, namesTable, evaluateNames as scoreNames } from '../evaluate/names';
import { parsedFromConllu, readConllu } from '../learn/corpus/conllu';
import { loadPipeline } from '../pipeline';
import { formatTable, print } from './output';
import { readPackedFile } from './read-packed';

interface Flags {
  readonly format: 'text' | 'json';
  readonly raw?: boolean;
}

export async function scoreLanguageFile(file: string, raw: boolean): Promise<LanguageScores> {
  const gold = readConllu(await readPackedFile(file)).map((document) => parsedFromConllu(document));
  const pipeline = loadPipeline();
  return scoreLanguage(gold, { tokenise: pipeline.tokenise, parse: pipeline.annotateTokens }, raw);
}

export async function evaluateLanguage(file: string, flags: Flags): Promise<number> {
  const scores = await scoreLanguageFile(file, flags.raw ?? false);
  if (flags.format === 'json') await print(`${JSON.stringify(scores, null, 2)}\n`);
  else {
    const rows = LANGUAGE_MEASURES.map((name) => {
      const { precision, recall, f1, gold, right } = scores.measures[name];
      return [name, ...[precision, recall, f1].map((rate) => rate.toFixed(2)), String(right), String(gold)];
    });
    await print(formatTable(['measure', 'P', 'R', 'F1', 'right', 'gold'], rows));
  }
  return EXIT.done;
}

export async function scoreNamesFile(file: string): Promise<NamesReport> {
  return scoreNames(await readPackedFile(file), loadPipeline().annotateTokens);
}

export async function evaluateNames(file: string, flags: Flags): Promise<number> {
  const report = await scoreNamesFile(file);
  await print(flags.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : `${namesTable(report)}\n`);
  return EXIT.done;
}

export type CoreferenceReport = ReturnType<typeof scoreChains>;

export async function scoreCoreferenceFile(file: string): Promise<CoreferenceReport> {
  return scoreChains(readConllu(await readPackedFile(file)), loadPipeline());
}

export async function evaluateCoreference(file: string, flags: Flags): Promise<number> {
  const report = await scoreCoreferenceFile(file);
  if (flags.format === 'json') await print(`${JSON.stringify(report, null, 2)}\n`);
  else
    await print(`own mentions\n${chainTable(report.ownMentions)}\ngold mentions\n${chainTable(report.goldMentions)}`);
  return EXIT.done;
}

function chainTable(scores: CoreferenceScores): string {
  const row = (name: string, { precision, recall, f1 }: CoreferenceScore) => [
    name,
    ...[precision, recall, f1].map((rate) => rate.toFixed(2)),
  ];
  const rows = [
    row('MUC', scores.muc),
    row('B3', scores.b3),
    row('CEAF-e', scores.ceafe),
    row('mentions', scores.mentions),
  ];
  return `${formatTable(['measure', 'P', 'R', 'F1'], rows)}mean F1 of MUC, B3 and CEAF-e: ${scores.mean.toFixed(2)}\n`;
}
