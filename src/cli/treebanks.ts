/** The treebanks that training reads, and how it tells how far it is. */
import path from 'node:path';
import type { Parsed } from '../document';
import { parsedFromConllu, readConllu } from '../learn/corpus/conllu';
import type { Progress } from '../learn/syntax/train';
import { readPackedFile } from './read-packed';

const TREEBANKS = ['ud-ewt', 'ud-gum'];

/** `part`: train, dev or test. */
export async function readTreebanks(corpora: string, part: string): Promise<{ name: string; documents: Parsed[] }[]> {
  const found = [];
  for (const bank of TREEBANKS) {
    const name = `${bank}-${part}`;
    const text = await readPackedFile(path.join(corpora, `${name}.conllu.gz`));
    found.push({ name, documents: readConllu(text).map((document) => parsedFromConllu(document)) });
  }
  return found;
}

export function progressLine(what: string, { epoch, epochs, batch, batches, losses }: Progress): string {
  const shown = Object.entries(losses).map(([name, loss]) => `${name} ${loss.toFixed(3)}`);
  return `${what}: epoch ${epoch} of ${epochs}, batch ${batch} of ${batches}: ${shown.join(', ')}`;
}
