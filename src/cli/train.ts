/** `dateline train [LAYER]`: teaches a layer, or all, from corpora and writes the weights with their cards. */
import fs from 'node:fs';
import path from 'node:path';
import { readSettings } from '../config';
import { badSetting, EXIT, missingFile, noCorpora } from '../errors';
import { dataFolder } from '../pipeline';
import { type Job, runJobs } from './jobs';
import { say } from './output';
import { stopAside } from './train-aside';
import { LAYERS, type Layer, planOf } from './train-plan';
import type { Training } from './training';

const THREADS = 2;

export interface TrainFlags {
  readonly corpora?: string;
  readonly out?: string;
  readonly seed: string;
  readonly without: readonly string[];
  readonly source?: string;
}

export async function train(layer: string, flags: TrainFlags): Promise<number> {
  if (!isLayer(layer)) throw badSetting('train', layer, `one of ${LAYERS.join(', ')}`);
  // The vectors come from a package, not from the corpora.
  const training = readTraining(layer === 'vectors' ? { corpora: '.', ...flags } : flags);
  const vectors = path.join(training.out, 'vectors.bin');
  const plan = planOf(layer, training);
  const needsVectors = layer !== 'sentences' && !plan.some(({ name }) => name === 'vectors');
  if (needsVectors && !fs.existsSync(vectors)) throw missingFile(vectors);
  const began = Date.now();
  try {
    await runJobs(plan.map(timed), THREADS);
  } finally {
    await stopAside();
  }
  say(`train ${layer}: ${minutesSince(began)} minutes in all`);
  return EXIT.done;
}

function isLayer(layer: string): layer is Layer {
  return (LAYERS as readonly string[]).includes(layer);
}

function timed(job: Job<Uint8Array>): Job<Uint8Array> {
  return {
    ...job,
    async run(results) {
      const began = Date.now();
      const result = await job.run(results);
      say(`${job.name}: done, ${minutesSince(began)} minutes`);
      return result;
    },
  };
}

function minutesSince(began: number): string {
  return ((Date.now() - began) / 60_000).toFixed(1);
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
