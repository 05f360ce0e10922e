/** `dateline train LAYER`: teaches a layer from corpora and writes its weights with their card. */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../config';
import { badSetting, Failure, missingFile } from '../errors';
import { dataFolder } from '../pipeline';
import type { Training } from './training';

const LAYERS: Readonly<Record<string, () => Promise<(training: Training) => Promise<number>>>> = {
  vectors: async () => (await import('./train-vectors')).trainVectorsLayer,
  syntax: async () => (await import('./train-syntax')).trainSyntaxLayer,
};

/** Its arguments come after the layer: `--corpora DIR --out DIR --seed N --without CORPUS --source FILE`. */
export async function train(layer: string, options: readonly string[]): Promise<number> {
  const load = LAYERS[layer];
  if (load === undefined) throw badSetting('train', layer, `one of ${Object.keys(LAYERS).join(', ')}`);
  return (await load())(readTraining(options));
}

function readTraining(options: readonly string[]): Training {
  const { values } = parse(options);
  const out = values.out ?? path.join(dataFolder(), 'models');
  fs.mkdirSync(out, { recursive: true });
  const seed = Number(values.seed);
  if (!Number.isInteger(seed) || seed < 0) throw badSetting('--seed', values.seed, 'a whole number');
  const corpora = values.corpora ?? readSettings().corpora;
  if (corpora === null) {
    throw new Failure(
      'usage',
      'train',
      'no folder of corpora was named',
      'Give --corpora DIR, or set DATELINE_CORPORA.',
    );
  }
  if (!fs.existsSync(corpora)) throw missingFile(corpora);
  return { corpora, out, seed, without: values.without, source: values.source ?? null };
}

function parse(options: readonly string[]) {
  try {
    return parseArgs({
      args: [...options],
      options: {
        corpora: { type: 'string' },
        out: { type: 'string' },
        seed: { type: 'string', default: '1' },
        without: { type: 'string', multiple: true, default: [] as string[] },
        source: { type: 'string' },
      },
    });
  } catch (error) {
    throw badSetting(
      'train',
      options.join(' '),
      error instanceof Error ? error.message.split('.')[0]! : 'known options',
    );
  }
}
