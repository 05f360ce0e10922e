/** What a thread of training runs: see train-aside.ts. */
import fs from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { trainSyntax } from '../learn/syntax/train';
import { readVectors } from '../learn/vectors';
import { say } from './output';
import type { Task, TeacherTask } from './train-aside';
import { trainCorefLayer } from './train-coref';
import { trainNamesLayer } from './train-names';
import { trainSentencesLayer } from './train-sentences';
import { trainSyntaxLayer } from './train-syntax';
import { trainVectorsLayer } from './train-vectors';
import { progressLine, readTreebanks } from './treebanks';

async function teachTeacher({ what, training, options }: TeacherTask): Promise<Uint8Array> {
  const gold = (await readTreebanks(training.corpora, 'train')).flatMap(({ documents }) => documents);
  const vectors = readVectors(fs.readFileSync(path.join(training.out, 'vectors.bin')));
  return trainSyntax(gold, vectors, options, undefined, (progress) => say(progressLine(what, progress)));
}

async function work(task: Task): Promise<void> {
  switch (task.kind) {
    case 'teacher':
      parentPort?.postMessage(new Uint8Array(await teachTeacher(task)));
      return;
    case 'syntax':
      return trainSyntaxLayer(task.training, task.teachers);
    case 'vectors':
      return trainVectorsLayer(task.training);
    case 'names':
      return trainNamesLayer(task.training);
    case 'coref':
      return trainCorefLayer(task.training);
    case 'sentences':
      return trainSentencesLayer(task.training);
  }
}

if (!isMainThread) void work(workerData as Task);
