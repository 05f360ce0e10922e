/**
 * `dateline train names`: two teachers, then the net that is kept, which also learns what they say of plain text;
 * the same again without the newspapers, so that the card can tell both.
 */

import fs from 'node:fs';
import path from 'node:path';
import { createGazetteers, createNamer, type Gazetteers } from '../annotate/names';
import { askTeachers } from '../annotate/names/teachers';
import { NAME_TRAINING, type NameTraining, type Opinions, type SilverText, trainNames } from '../annotate/names/train';
import type { Named, Tokenised } from '../document';
import { evaluateNames } from '../evaluate/names';
import { readContainer } from '../learn/container';
import { readConllu, tokenisedFromConllu } from '../learn/corpus/conllu';
import { nameCorpora, readNameCorpora } from '../learn/corpus/name-corpora';
import { parseCountries, parseGivenNames, parseOrganizations, parsePlaces, parseTitles } from '../learn/lexicons';
import { readVectors, type Vectors } from '../learn/vectors';
import { dataFolder } from '../pipeline';
import { formatTable, say } from './output';
import { readPackedFile } from './read-packed';
import { type Training, today, writeModel } from './training';

const NEWS = 'world-news';
const PLAIN = 'ud-ewt-train.conllu.gz';
const TEACHER_SEEDS = [1, 2];
const TEACHER_EPOCHS = 2;
/** What is chosen on, then what is only reported. */
const SCORED = ['world-news-dev.conll.gz', 'uner-ewt-test.iob2.gz'];

export async function trainNamesLayer(training: Training): Promise<void> {
  const vectors = readVectors(fs.readFileSync(path.join(training.out, 'vectors.bin')));
  const lexicons = readLexicons();
  const gazetteers = createGazetteers(lexicons);
  const options = { ...NAME_TRAINING, seed: training.seed };
  const rows: string[][] = [];
  const teach = async (worldNews: boolean): Promise<Uint8Array> => {
    const named = await readTexts(training, worldNews, lexicons);
    const plain = await readPlain(training);
    const label = worldNews ? 'names' : 'names without world-news';
    const train = (what: string, seed: number, epochs: number, opinions: Opinions | null) =>
      trainNames(
        named,
        vectors,
        gazetteers,
        {
          ...options,
          seed,
          epochs,
          onEpoch: (epoch, loss) => say(`${what}: epoch ${epoch + 1} of ${epochs}: loss ${loss.toFixed(4)}`),
        },
        opinions,
      ).bytes;
    const teachers = TEACHER_SEEDS.map((more, i) =>
      train(`${label}, teacher ${i + 1}`, training.seed + more, TEACHER_EPOCHS, null),
    );
    const ask = (of: readonly Omit<SilverText, 'chances'>[]) => askTeachers(teachers, of, vectors, gazetteers);
    const bytes = train(label, training.seed, options.epochs, { plain: ask(plain), named: ask(named) });
    rows.push(...(await scoreRows(training, worldNews, bytes, vectors, gazetteers)));
    return bytes;
  };
  const writeCard = (): string => {
    const table = formatTable(['taught with', 'scored on', 'PER', 'ORG', 'LOC', 'all'], rows);
    writeModel(training, 'names.card.md', cardOf(bytes, options, training, worldNews, table));
    return table;
  };
  const worldNews = !training.without.includes(NEWS);
  const bytes = await teach(worldNews);
  writeModel(training, 'names.bin', bytes);
  if (worldNews) {
    writeCard();
    await teach(false);
  }
  say(writeCard());
}

/** The corpora of names. */
async function readTexts(training: Training, worldNews: boolean, lexicons: ReturnType<typeof readLexicons>) {
  const texts = new Map<string, string>();
  for (const { file } of nameCorpora(worldNews)) {
    texts.set(file, await readPackedFile(path.join(training.corpora, file)));
  }
  return readNameCorpora((file) => texts.get(file)!, worldNews, lexicons);
}

/** A treebank, for its sentences alone. */
async function readPlain(training: Training): Promise<Omit<SilverText, 'chances'>[]> {
  const text = await readPackedFile(path.join(training.corpora, PLAIN));
  return readConllu(text).map((document) => {
    const { tokens, sentences } = tokenisedFromConllu(document);
    return {
      convention: 'treebank',
      tokens: tokens.map((token) => token.text),
      starts: sentences.map((sentence) => sentence.start),
    };
  });
}

function readLexicons() {
  const read = (name: string) => fs.readFileSync(path.join(dataFolder(), 'lexicons', `${name}.tsv`), 'utf8');
  return {
    countries: parseCountries(read('countries')),
    places: parsePlaces(read('cities')),
    organizations: parseOrganizations(read('organizations')),
    titles: parseTitles(read('titles')),
    givenNames: parseGivenNames(read('given-names')),
  };
}

async function scoreRows(
  training: Training,
  worldNews: boolean,
  names: Uint8Array,
  vectors: Vectors,
  gazetteers: Gazetteers,
): Promise<string[][]> {
  const namer = createNamer({ names, vectors }, gazetteers);
  const rows: string[][] = [];
  for (const file of SCORED) {
    const report = evaluateNames(await readPackedFile(path.join(training.corpora, file)), (document) =>
      namer(untagged(document)),
    );
    const figures = [...Object.values(report.types), report.all].map(({ f1 }) => f1.toFixed(2));
    rows.push([worldNews ? 'all corpora' : 'all but world-news', file.split('.')[0]!, ...figures]);
  }
  return rows;
}

/** The namer looks at no tags and no trees. */
function untagged(document: Tokenised): Named {
  const none = document.tokens.map(() => '');
  return {
    ...document,
    upos: none,
    xpos: none,
    lemmas: none,
    feats: none,
    heads: document.tokens.map(() => -1),
    deprels: none,
    names: [],
  };
}

function cardOf(
  bytes: Uint8Array,
  options: NameTraining,
  training: Training,
  worldNews: boolean,
  table: string,
): string {
  const corpora = nameCorpora(worldNews).map(({ source, licence }) => `  - ${source}; ${licence}`);
  return `# names.bin
Names of English news: persons, organizations, places (countries are told apart by the lexicons), nationalities, others.

- Taught with
${corpora.join('\n')}
- These weights: CC BY-SA 4.0.${
    worldNews
      ? ' Who cannot use what was taught with newspapers whose licence is not stated trains without them: `dateline train names --without world-news`; the figures of both are below.'
      : ''
  }
- Plain text: the sentences of UD English EWT, train part (Silveira et al. 2014; CC BY-SA 4.0), as two teachers read them, whose opinion of the texts above counts too (seeds ${TEACHER_SEEDS.map((more) => training.seed + more).join(' and ')}, ${TEACHER_EPOCHS} epochs).
- Words: vectors.bin; lists: countries, cities, organizations, titles, given-names of data/lexicons.
- Made ${today()}; options ${JSON.stringify(options)}.
- Size: ${bytes.length} bytes; SHA-256 of the sections ${readContainer(bytes).header['hash']}.
- Again: \`DATELINE_CORPORA=DIR dateline train names${worldNews ? '' : ' --without world-news'} --seed ${training.seed}\`

F1 of names (span and type), tokens given; facilities and countries count as places. Chosen on dev:
\`\`\`
${table}\`\`\`
`;
}
