/** What the training commands share. */
import fs from 'node:fs';
import path from 'node:path';
import { say } from './output';

/** What every layer's training gets. */
export interface Training {
  /** Folder of the corpora. */
  readonly corpora: string;
  /** Folder that the weights go to. */
  readonly out: string;
  readonly seed: number;
  /** Corpora to do without ("world-news"). */
  readonly without: readonly string[];
  /** `--source`: the unpacked vectors, for the layer `vectors`. */
  readonly source: string | null;
}

/** Writes a file of the models' folder and says so. */
export function writeModel(training: Training, name: string, bytes: Uint8Array | string): void {
  const file = path.join(training.out, name);
  fs.writeFileSync(file, bytes);
  say(`${file}: ${Math.ceil(Buffer.byteLength(bytes) / 1024)} kB`);
}

/** Today, for cards alone: the weights do not know it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
