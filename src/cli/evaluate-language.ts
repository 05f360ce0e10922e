/** `dateline evaluate language|names|coreference`: the layers of the language core against treebanks and name corpora. */
import { EXIT } from '../errors';
import { LANGUAGE_MEASURES, type LanguageScores, evaluateLanguage as scoreLanguage } from '../evaluate/language';
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
