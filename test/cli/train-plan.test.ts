import { describe, expect, it } from 'vitest';
import { type Job, runJobs } from '../../src/cli/jobs';
import type { Task } from '../../src/cli/train-aside';
import { planOf } from '../../src/cli/train-plan';
import type { Training } from '../../src/cli/training';

const TRAINING: Training = { corpora: '.', out: '.', seed: 7, without: [], source: 'vectors.json' };

/** Runs a plan whose tasks take so many ticks; what began and ended, in order. */
async function watch(layer: Parameters<typeof planOf>[0], training = TRAINING, ticks: Record<string, number> = {}) {
  const seen: string[] = [];
  const tasks: Task[] = [];
  const jobs = planOf(layer, training, async (task) => {
    tasks.push(task);
    const what = task.kind === 'teacher' ? task.what : task.kind;
    seen.push(`${what} begins`);
    for (let i = 0; i < (ticks[what] ?? 1); i++) await Promise.resolve();
    seen.push(`${what} ends`);
    return Buffer.from(what);
  });
  await runJobs(jobs, 2);
  return { seen, tasks };
}

describe('the plan of training', () => {
  it('teaches what others learn with before them, and the names beside the syntax', async () => {
    const { seen } = await watch('all', TRAINING, { 'syntax, teacher 2': 9, names: 20, syntax: 40 });
    expect(seen).toEqual([
      'vectors begins',
      'sentences begins',
      'vectors ends',
      'sentences ends',
      'syntax, teacher 1 begins',
      'syntax, teacher 2 begins',
      'syntax, teacher 1 ends',
      'names begins',
      'syntax, teacher 2 ends',
      'syntax begins',
      'names ends',
      'syntax ends',
      'coref begins',
      'coref ends',
    ]);
  });

  it('gives the pupil its teachers in their order, whichever ends first', async () => {
    for (const slow of ['syntax, teacher 1', 'syntax, teacher 2']) {
      const { tasks } = await watch('syntax', TRAINING, { [slow]: 20 });
      const pupil = tasks.find((task) => task.kind === 'syntax');
      expect(pupil?.teachers.map(String)).toEqual(['syntax, teacher 1', 'syntax, teacher 2']);
      expect(tasks.flatMap((task) => (task.kind === 'teacher' ? [task.options.seed] : []))).toEqual([7, 8]);
    }
  });

  it('teaches a layer alone, and leaves the vectors where there is no source', async () => {
    expect((await watch('coref')).seen).toEqual(['coref begins', 'coref ends']);
    expect((await watch('names')).seen).toEqual(['names begins', 'names ends']);
    expect((await watch('all', { ...TRAINING, source: null })).seen).not.toContain('vectors begins');
  });
});

describe('jobs', () => {
  const job = (name: string, after: string[], run: Job<string>['run'] = async () => name) => ({ name, after, run });

  it('fail with the first that fails', async () => {
    const bad = async () => {
      throw new Error('no corpora');
    };
    await expect(runJobs([job('a', [], bad), job('b', ['a'])], 2)).rejects.toThrow('no corpora');
  });

  it('do not wait for ever for one that is not there', async () => {
    await expect(runJobs([job('a', []), job('b', ['c'])], 2)).rejects.toThrow('b must wait');
  });
});
