/** The other side of read-query.ts: one question in, one answer out. It is killed when the answer has come, or not in time. */
import { isFailure } from '../errors';
import { openEmbedded } from './embedded';
import type { ReadQuery, ReadReply } from './read-query';

async function answer({ target, copyIn, text, parameters, limits }: ReadQuery): Promise<void> {
  const store = await openEmbedded(target, false, copyIn);
  try {
    await store.counts(); // opens the copy: that is not the query's time
    process.send?.('running');
    const { maxRows } = limits;
    const reply: ReadReply = { answer: await store.query(text, parameters, maxRows === undefined ? {} : { maxRows }) };
    await new Promise((done) => process.send?.(reply, undefined, undefined, done));
  } finally {
    await store.close();
  }
}

process.once('message', (request: ReadQuery) => {
  answer(request)
    .catch((error: unknown) => {
      const reply: ReadReply = isFailure(error)
        ? { failure: { kind: error.kind, message: error.message } }
        : { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      return new Promise((done) => process.send?.(reply, undefined, undefined, done));
    })
    .finally(() => process.disconnect?.());
});
process.send?.('ready');
