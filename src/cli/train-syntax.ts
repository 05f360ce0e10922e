/** `dateline train syntax`: tags, trees and lemmas. When the teachers are taught: the net that is kept, then the lemmas. */

import fs from 'node:fs';
import path from 'node:path';
import { createEncoder } from '../annotate/encode';
import { createParser } from '../annotate/parse';
import { createTagger, readLemmas } from '../annotate/tag';
import { trainLemmas } from '../annotate/tag/train';
import { tokenise } from '../annotate/tokenise';
import type { Parsed, Tokenised } from '../document';
import { evaluateLanguage, LANGUAGE_MEASURES } from '../evaluate/language';
import { readContainer } from '../learn/container';
import { plainSentences } from '../learn/corpus/plain-sentences';
import { readSyntax, type SyntaxWeights } from '../learn/syntax/read';
import { SYNTAX_OPTIONS, type SyntaxOptions, trainSyntax } from '../learn/syntax/train';
import { readVectors, type Vectors } from '../learn/vectors';
import { formatTable, say } from './output';
import { readPackedFile } from './read-packed';
import { type Training, today, writeModel } from './training';
import { progressLine, readTreebanks, treebankFiles } from './treebanks';

const NEWS = 'world-news';
/** What each teacher adds to the seed. */
export const TEACHERS = [0, 1];
const TEACHER_EPOCHS = 12;

export function teacherOptions(training: Training, teacher: number): SyntaxOptions {
  return { ...SYNTAX_OPTIONS, epochs: TEACHER_EPOCHS, seed: training.seed + TEACHERS[teacher]! };
}

/** `taught`: weight files of the teachers. */
export async function trainSyntaxLayer(training: Training, taught: readonly Uint8Array[]): Promise<void> {
  const gold = (await readTreebanks(training.corpora, 'train')).flatMap(({ documents }) => documents);
  const vectors = readVectors(fs.readFileSync(path.join(training.out, 'vectors.bin')));
  const text = await readNews(training);
  const teachers = taught.map((bytes) => readSyntax(bytes, vectors));
  const options = { ...SYNTAX_OPTIONS, seed: training.seed };
  const bytes = trainSyntax(gold, vectors, options, { teachers, text }, (progress) =>
    say(progressLine('syntax', progress)),
  );
  await publishSyntax(training, bytes, gold, vectors);
}

/** Writes the net, the lemmas and their card, with scores on whatever dev and test parts the folder holds. */
async function publishSyntax(
  training: Training,
  bytes: Uint8Array,
  gold: readonly Parsed[],
  vectors: Vectors,
): Promise<void> {
  writeModel(training, 'syntax.bin', bytes);
  const lemmas = trainLemmas(gold);
  writeModel(training, 'lemmas.bin', lemmas);
  const table = await scoreParts(training, readSyntax(bytes, vectors), lemmas);
  say(table);
  writeModel(training, 'syntax.card.md', cardOf(bytes, lemmas, training, table));
}

/** Newspapers, for their sentences alone; none where the folder has none. */
async function readNews({ corpora, without }: Training): Promise<string[][]> {
  const file = path.join(corpora, `${NEWS}-train.conll.gz`);
  if (without.includes(NEWS) || !fs.existsSync(file)) return [];
  return plainSentences(await readPackedFile(file));
}

/** Tokens and sentences are given. */
const SHOWN = LANGUAGE_MEASURES.filter((measure) => measure !== 'tokens' && measure !== 'sentences');

async function scoreParts(training: Training, weights: SyntaxWeights, lemmas: Uint8Array): Promise<string> {
  const [encode, tag, parse] = [
    createEncoder(weights),
    createTagger(weights, readLemmas(lemmas)),
    createParser(weights),
  ];
  const annotate = (doc: Tokenised): Parsed => {
    const encoding = encode(doc);
    return parse(tag(doc, encoding), encoding);
  };
  const rows: string[][] = [];
  for (const part of ['dev', 'test']) {
    for (const { name, documents } of await readTreebanks(training.corpora, part)) {
      const { measures } = evaluateLanguage(documents, { tokenise, parse: annotate });
      rows.push([name, ...SHOWN.map((measure) => measures[measure].f1.toFixed(2))]);
    }
  }
  return formatTable(['F1', ...SHOWN], rows);
}

const SOURCES: Readonly<Record<string, string>> = {
  'ud-ewt-train.conllu.gz': 'UD English EWT, train part (Silveira et al. 2014; CC BY-SA 4.0)',
  'ud-gum-train.conllu.gz':
    'UD English GUM, train part of the genres with a free licence (Zeldes 2017; annotations CC BY 4.0, texts CC BY or CC BY-SA)',
};

function sourcesOf({ corpora }: Training): string[] {
  const files = treebankFiles(corpora, 'train');
  const found = files.map((file) => SOURCES[file] ?? file);
  return files.some((file) => file in SOURCES) ? [...found, 'so these weights are CC BY-SA 4.0'] : found;
}

function cardOf(bytes: Uint8Array, lemmas: Uint8Array, training: Training, table: string): string {
  const without = training.without.includes(NEWS);
  return `# syntax.bin, lemmas.bin
Tags, features, trees (syntax.bin) and lemmas (lemmas.bin) of English, Universal Dependencies 2 with subtypes.

- Taught with ${sourcesOf(training).join('; ')}.
- ${without ? 'No other text.' : 'The words (not the names) of the newspapers of English Worldwide Newswire, train part (Shan et al. 2023), as two teachers that were taught with the treebanks alone read them; its authors state no licence, they published it to train and test name taggers with. `--without world-news` trains without it.'}
- Words: vectors.bin.
- Made ${today()}, seed ${training.seed}; options ${JSON.stringify(readContainer(bytes).header['options'])}; teachers: seeds ${TEACHERS.map((more) => training.seed + more).join(' and ')}, ${TEACHER_EPOCHS} epochs.
- Size: syntax.bin ${bytes.length} bytes, lemmas.bin ${lemmas.length} bytes; SHA-256 of the sections ${readContainer(bytes).header['hash']} and ${readContainer(lemmas).header['hash']}.
- Again: \`DATELINE_CORPORA=DIR dateline train syntax${without ? ' --without world-news' : ''} --seed ${training.seed}\`

Given tokens, own tags, punctuation counted; chosen on dev:
\`\`\`
${table}\`\`\`
`;
}
