/** `dateline train sentences`: the judge of sentence ends, from the treebanks' text. */
import path from 'node:path';
import { createTokeniser, readJudge, tokenise } from '../annotate/tokenise';
import { JUDGE_TRAINING, trainJudge } from '../annotate/tokenise/train';
import type { Article, Tokenised } from '../document';
import { addTallies, sameSentences, scoreOf, type Tally } from '../evaluate/language';
import { readContainer } from '../learn/container';
import { readConllu, tokenisedFromConllu } from '../learn/corpus/conllu';
import { formatTable, say } from './output';
import { readPackedFile } from './read-packed';
import { type Training, today, writeModel } from './training';

const TREEBANKS = ['ud-ewt', 'ud-gum'];

export async function trainSentencesLayer(training: Training): Promise<void> {
  const read = async (name: string): Promise<Tokenised[]> =>
    readConllu(await readPackedFile(path.join(training.corpora, `${name}.conllu.gz`))).map((d) =>
      tokenisedFromConllu(d),
    );
  const gold: Tokenised[] = [];
  for (const name of TREEBANKS) gold.push(...(await read(`${name}-train`)));
  const options = { ...JUDGE_TRAINING, seed: training.seed };
  const bytes = trainJudge(gold, options);
  writeModel(training, 'sentences.bin', bytes);
  const judged = createTokeniser(readJudge(bytes));
  const rows: string[][] = [];
  for (const name of TREEBANKS) {
    const texts = await read(`${name}-dev`);
    for (const [what, tokeniser] of [
      ['rules', tokenise],
      ['judged', judged],
    ] as const) {
      const { precision, recall, f1 } = scoreOf(texts.map((d) => tally(d, tokeniser)).reduce(addTallies));
      rows.push([`${name}-dev`, what, ...[precision, recall, f1].map((rate) => rate.toFixed(2))]);
    }
  }
  const table = formatTable(['sentences', 'by', 'P', 'R', 'F1'], rows);
  writeModel(training, 'sentences.card.md', cardOf(bytes, options, training, table));
  say(table);
}

function tally(gold: Tokenised, tokeniser: (article: Article) => Tokenised): Tally {
  const guess = tokeniser(gold.article);
  return { gold: gold.sentences.length, guess: guess.sentences.length, right: sameSentences(gold, guess) };
}

function cardOf(bytes: Uint8Array, options: object, training: Training, table: string): string {
  return `# sentences.bin
Where sentences end: a linear model over hashed features of each boundary between tokens, which hears what the rules say.

- Taught with the text of UD English EWT, train part (Silveira et al. 2014; CC BY-SA 4.0), and of GUM, train part, the genres
  with a free licence (Zeldes 2017; annotations CC BY 4.0, texts CC BY or CC BY-SA), cut into tokens by the rules.
- These weights: CC BY-SA 4.0.
- Made ${today()}; options ${JSON.stringify(options)}.
- Size: ${bytes.length} bytes; SHA-256 of the sections ${readContainer(bytes).header['hash']}.
- Again, in half a minute: \`DATELINE_CORPORA=DIR dateline train sentences --seed ${training.seed}\`

From the text alone, on dev, where all choices were made:
\`\`\`
${table}\`\`\`
`;
}
