/** `dateline annotate`: what the language core saw, as CoNLL-U or JSON. */

import { EXIT, Failure, noInput } from '../errors';
import { readConllu, tokenisedFromConllu } from '../learn/corpus/conllu';
import { writeConllu } from '../learn/corpus/write-conllu';
import { loadPipeline } from '../pipeline';
import { openBatch } from './batch';
import { complain, print } from './output';
import type { InputFlags } from './read-articles';
import { listSources } from './read-bytes';
import { readPacked } from './read-packed';
import { annotated } from './understand';

interface AnnotateFlags extends InputFlags {
  readonly format: 'conllu' | 'json';
}

export async function annotate(paths: string[], flags: AnnotateFlags): Promise<number> {
  if (flags.from === 'conllu') return annotateConllu(paths, flags);
  const batch = openBatch(paths, flags, 'annotate');
  const pipeline = loadPipeline();
  let firstChain = 1;
  for await (const { article } of batch.articles()) {
    const document = annotated(pipeline, article);
    await print(flags.format === 'json' ? `${JSON.stringify(document)}\n` : writeConllu(document, { firstChain }));
    firstChain += document.chains.length;
  }
  return batch.exitCode();
}

/** Sentences and tokens as given: what the file has besides comes out where it stood. */
async function annotateConllu(paths: string[], flags: AnnotateFlags): Promise<number> {
  if (paths.length === 0) throw noInput('annotate');
  const pipeline = loadPipeline();
  let refused = 0;
  let firstChain = 1;
  const sources = listSources(paths, '.conllu');
  for (const source of sources) {
    try {
      if (source instanceof Failure) throw source;
      for (const gold of readConllu(await readPacked(source))) {
        const document = pipeline.annotateTokens(tokenisedFromConllu(gold));
        const rows = () => writeConllu(document, { source: gold, firstChain });
        await print(flags.format === 'json' ? `${JSON.stringify(document)}\n` : rows());
        firstChain += document.chains.length;
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      complain(error);
      refused++;
    }
  }
  if (refused === 0) return EXIT.done;
  return refused === sources.length ? EXIT.nothingDone : EXIT.partlyDone;
}
