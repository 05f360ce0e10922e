/** A run over many articles: what was refused is said and counted, and decides on the exit status. */
import { EXIT, Failure } from '../errors';
import { complain, countOf, say } from './output';
import { startProgress } from './progress';
import { type InputFlags, type Read, readArticles } from './read-articles';

export interface Batch {
  /** One article after another; refusals are said as they come. */
  articles(): AsyncGenerator<Read>;
  readonly refused: number;
  readonly read: number;
  exitCode(): number;
}

export function openBatch(paths: readonly string[], flags: InputFlags, command: string): Batch {
  let refused = 0;
  let read = 0;
  async function* articles(): AsyncGenerator<Read> {
    const progress = startProgress(command, null);
    try {
      for await (const item of readArticles(paths, flags, command)) {
        if (item instanceof Failure) {
          refused++;
          complain(item);
          continue;
        }
        read++;
        if (item.warning !== null) say(`dateline: ${item.warning}`);
        yield item;
        progress.step();
      }
    } finally {
      progress.stop();
    }
  }
  return {
    articles,
    get refused() {
      return refused;
    },
    get read() {
      return read;
    },
    exitCode: () => {
      if (refused === 0) return EXIT.done;
      if (read > 0 && refused > 0)
        say(`dateline: ${countOf(refused, 'record')} refused, ${countOf(read, 'article')} done`);
      return read === 0 ? EXIT.nothingDone : EXIT.partlyDone;
    },
  };
}
