/** Threads of training: two layers are taught side by side, and the first thread stays free for the user's ^C. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SyntaxOptions } from '../learn/syntax/train';
import type { Training } from './training';

/** A net of syntax taught with treebanks alone. */
export interface TeacherTask {
  readonly kind: 'teacher';
  readonly what: string;
  readonly training: Training;
  readonly options: SyntaxOptions;
}

export type Task =
  | TeacherTask
  | { readonly kind: 'vectors' | 'names' | 'coref' | 'sentences'; readonly training: Training }
  | { readonly kind: 'syntax'; readonly training: Training; readonly teachers: readonly Uint8Array[] };

const NOTHING = new Uint8Array(0);
const workers = new Set<Worker>();

/** Does a task in a thread of its own. Teachers give their weight file; layers write theirs. */
export function doAside(task: Task): Promise<Uint8Array> {
  const extension = path.extname(__filename);
  const execArgv = extension === '.ts' ? ['-r', 'ts-node/register'] : [];
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(__dirname, `train-worker${extension}`), { workerData: task, execArgv });
    workers.add(worker);
    let result: Uint8Array = NOTHING;
    worker.once('message', (bytes: Uint8Array) => {
      result = bytes;
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      workers.delete(worker);
      resolve(result);
    });
  });
}

/** Ends what still runs. */
export async function stopAside(): Promise<void> {
  await Promise.all([...workers].map((worker) => worker.terminate()));
}
