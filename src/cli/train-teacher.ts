/** A worker thread that teaches one net of syntax from treebanks alone: two of them run side by side. */
import fs from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type SyntaxOptions, trainSyntax } from '../learn/syntax/train';
import { readVectors } from '../learn/vectors';
import { say } from './output';
import { progressLine, readTreebanks } from './treebanks';

interface Task {
  readonly what: string;
  readonly corpora: string;
  readonly vectors: string;
  readonly options: SyntaxOptions;
}

/** The weight file, taught in a thread of its own. */
export function teachAside(task: Task): Promise<Uint8Array> {
  const extension = path.extname(__filename);
  const execArgv = extension === '.ts' ? ['-r', 'ts-node/register'] : [];
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(__dirname, `train-teacher${extension}`), { workerData: task, execArgv });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function work(task: Task): Promise<void> {
  const gold = (await readTreebanks(task.corpora, 'train')).flatMap(({ documents }) => documents);
  const vectors = readVectors(fs.readFileSync(task.vectors));
  const bytes = trainSyntax(gold, vectors, task.options, undefined, (progress) =>
    say(progressLine(task.what, progress)),
  );
  parentPort?.postMessage(new Uint8Array(bytes));
}

if (!isMainThread && parentPort !== null) void work(workerData as Task);
