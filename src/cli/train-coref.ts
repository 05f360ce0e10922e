/** `dateline train coref`: the ranker of coreference, from GUM's chains, on gold trees and on the shipped models' own. */
import path from 'node:path';
import { readRanker } from '../annotate/coref';
import { prepareLexicons } from '../annotate/coref/lexicons';
import { lessonOf, RANKER_OPTIONS, trainRanker, writeRanker } from '../annotate/coref/train';
import type { Parsed, TokenSpan } from '../document';
import { type CoreferenceScores, evaluateCoreference } from '../evaluate/coreference';
import { parsedFromConllu, readConllu, tokenisedFromConllu } from '../learn/corpus/conllu';
import { readEntities } from '../learn/corpus/entities';
import { dataFolder, loadPipeline } from '../pipeline';
import { say } from './output';
import { readPackedFile } from './read-packed';
import { type Training, today, writeModel } from './training';

export async function trainCorefLayer(training: Training): Promise<void> {
  const pipeline = loadPipeline(dataFolder(), training.out);
  const lookup = prepareLexicons(pipeline.lexicons);
  const read = async (part: string) =>
    readConllu(await readPackedFile(path.join(training.corpora, `ud-gum-${part}.conllu.gz`)));
  const lessons = (await read('train')).flatMap((source) => {
    const guess = pipeline.annotateTokens(tokenisedFromConllu(source));
    const tree = parsedFromConllu(source);
    const gold = readEntities(source).map(({ start, end, chain }) => ({
      start,
      end,
      chain,
      head: highestIn(tree, { start, end }),
    }));
    // the same names on the gold tree and on our own
    return [lessonOf({ ...tree, names: guess.names }, gold, lookup), lessonOf(guess, gold, lookup)];
  });
  const options = { ...RANKER_OPTIONS, seed: training.seed };
  const weights = trainRanker(lessons, options, (epoch) => say(`coref: epoch ${epoch} of ${options.epochs}`));
  const bytes = writeRanker(weights, { seed: training.seed, options });
  writeModel(training, 'coref.bin', bytes);
  const chain = pipeline.chainWith(readRanker(bytes));
  const scores = evaluateCoreference(await read('dev'), {
    annotateTokens: (document) => chain(pipeline.annotateTokens(document)),
    chain,
  });
  writeModel(training, 'coref.card.md', cardOf(bytes, training, scores));
}

/** The token of a span that hangs highest in the tree, the first of several: our own mentions take theirs alike. */
function highestIn(document: Parsed, span: TokenSpan): number {
  let best = span.start;
  let bestDepth = Number.POSITIVE_INFINITY;
  for (let i = span.start; i < span.end; i++) {
    const head = document.heads[i]!;
    if (head >= span.start && head < span.end) continue;
    let depth = 0;
    for (let at = head; at >= 0 && depth < 500; at = document.heads[at]!) depth++;
    if (depth < bestDepth) [best, bestDepth] = [i, depth];
  }
  return best;
}

function cardOf(
  bytes: Uint8Array,
  training: Training,
  scores: { readonly ownMentions: CoreferenceScores; readonly goldMentions: CoreferenceScores },
): string {
  const row = (what: string, s: CoreferenceScores) =>
    `| ${what} | ${[s.muc.f1, s.b3.f1, s.ceafe.f1, s.mean].map((value) => value.toFixed(1)).join(' | ')} |`;
  return `# coref.bin: what pronouns and descriptions go back to
A linear mention ranker (after Durrett and Klein 2013) over hashed features, ${bytes.length} bytes, made by \`dateline train coref\` on ${today()}.

- Taught on: GUM train, the genres with a free licence (Zeldes 2017; annotations CC BY 4.0, texts CC BY or CC BY-SA), on gold trees and on the trees of syntax.bin; names by names.bin in both.
- Options: seed ${training.seed}, ${JSON.stringify(RANKER_OPTIONS)}.
- Licence of the weights: CC BY-SA 4.0.

GUM dev, gold tokens, own tags, trees and names; F1 as the CorefUD scorer counts (head match, no singletons):

| mentions | MUC | B3 | CEAF-e | mean |
| --- | --- | --- | --- | --- |
${row('own', scores.ownMentions)}
${row('gold', scores.goldMentions)}
`;
}
