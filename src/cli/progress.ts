/** Progress on standard error: a bar on a terminal, now and then a line elsewhere. */
import { SingleBar } from 'cli-progress';
import { countOf, say } from './output';

/** Off a terminal, a line after so many articles. */
const ARTICLES_A_LINE = 100;

export interface Progress {
  step(): void;
  stop(): void;
}

/** `total` is null where it is not known before the end (standard input). */
export function startProgress(what: string, total: number | null): Progress {
  let done = 0;
  if (!process.stderr.isTTY) {
    const line = () => say(`${what}: ${countOf(done, 'article')}${total === null ? '' : ` of ${total}`}`);
    return {
      step: () => {
        done++;
        if (done % ARTICLES_A_LINE === 0) line();
      },
      stop: () => {},
    };
  }
  const known = total === null ? '{value} articles' : '{value} of {total} articles';
  const bar = new SingleBar({
    format: `${what} [{bar}] ${known}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total ?? 0, 0);
  return {
    step: () => {
      done++;
      if (total === null) bar.setTotal(done);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
