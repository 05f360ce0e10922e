/** The treebanks that training reads, and how it tells how far it is. */
import fs from 'node:fs';
import path from 'node:path';
import type { Parsed } from '../document';
import { Failure } from '../errors';
import { parsedFromConllu, readConllu } from '../learn/corpus/conllu';
import type { Progress } from '../learn/syntax/train';
import { readPackedFile } from './read-packed';

/** Every `NAME-PART.conllu` or `.conllu.gz` of the folder, sorted. `part`: train, dev or test. */
export function treebankFiles(corpora: string, part: string): string[] {
  const ends = [`-${part}.conllu`, `-${part}.conllu.gz`];
  return fs
    .readdirSync(corpora)
    .filter((file) => ends.some((end) => file.endsWith(end)))
    .sort();
}

export async function readTreebanks(corpora: string, part: string): Promise<{ name: string; documents: Parsed[] }[]> {
  const files = treebankFiles(corpora, part);
  if (files.length === 0 && part === 'train') {
    const remedy = 'Treebanks are named NAME-train.conllu or NAME-train.conllu.gz, with -dev and -test beside them.';
    throw new Failure('input', corpora, 'it holds no treebank', remedy);
  }
  const found = [];
  for (const file of files) {
    const text = await readPackedFile(path.join(corpora, file));
    const documents = readConllu(text).map((document) => parsedFromConllu(document));
    found.push({ name: file.replace(/\.conllu(?:\.gz)?$/, ''), documents });
  }
  return found;
}

export function progressLine(what: string, { epoch, epochs, batch, batches, losses }: Progress): string {
  const shown = Object.entries(losses).map(([name, loss]) => `${name} ${loss.toFixed(3)}`);
  return `${what}: epoch ${epoch} of ${epochs}, batch ${batch} of ${batches}: ${shown.join(', ')}`;
}
