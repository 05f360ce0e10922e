/** `dateline train LAYER`: teaches a layer from corpora and writes its weights with their card. */
import fs from 'node:fs';
import path from 'node:path';
import { readSettings } from '../config';
import { badSetting, missingFile, noCorpora } from '../errors';
import { dataFolder } from '../pipeline';
import type { Training } from './training';

const LAYERS: Readonly<Record<string, () => Promise<(training: Training) => Promise<number>>>> = {
  vectors: async () => (await import('./train-vectors')).trainVectorsLayer,
  syntax: async () => (await import('./train-syntax')).trainSyntaxLayer,
  coref: async () => (await import('./train-coref')).trainCorefLayer,
  names: async () => (await import('./train-names')).trainNamesLayer,
};

export interface TrainFlags {
  readonly corpora?: string;
  readonly out?: string;
  readonly seed: string;
  readonly without: readonly string[];
  readonly source?: string;
}

export async function train(layer: string, flags: TrainFlags): Promise<number> {
  const load = LAYERS[layer];
  if (load === undefined) throw badSetting('train', layer, `one of ${Object.keys(LAYERS).join(', ')}`);
  // The vectors come from a package, not from the corpora.
  const training = readTraining(layer === 'vectors' ? { corpora: '.', ...flags } : flags);
  return (await load())(training);
}

function readTraining({
  corpora = readSettings().corpora ?? undefined,
  out,
  seed: given,
  without,
  source,
}: TrainFlags): Training {
  const seed = Number(given);
  if (!Number.isInteger(seed) || seed < 0) throw badSetting('--seed', given, 'a whole number');
  if (corpora === undefined) throw noCorpora();
  if (!fs.existsSync(corpora)) throw missingFile(corpora);
  const folder = out ?? path.join(dataFolder(), 'models');
  fs.mkdirSync(folder, { recursive: true });
  return { corpora, out: folder, seed, without, source: source ?? null };
}
