/** In which order the layers are taught: each waits for what it learns with, and two are taught at once. */
import type { Job } from './jobs';
import { doAside, type Task } from './train-aside';
import { TEACHERS, teacherOptions } from './train-syntax';
import type { Training } from './training';

/** By what they teach; `all`: every layer. */
export const LAYERS = ['all', 'vectors', 'syntax', 'names', 'coref', 'sentences'] as const;
export type Layer = (typeof LAYERS)[number];

type LayerJob = Job<Uint8Array> & { readonly layer: Layer };

/**
 * The jobs of a layer, or of all: those of other layers are done, then. On two threads the teachers of syntax come first,
 * and while their pupil learns (the longest job) the names are taught beside it. Without a source the vectors stay.
 */
export function planOf(
  layer: Layer,
  training: Training,
  run: (task: Task) => Promise<Uint8Array> = doAside,
): Job<Uint8Array>[] {
  const teachers = TEACHERS.map((_, i) => `syntax, teacher ${i + 1}`);
  const jobs: LayerJob[] = [
    { layer: 'vectors', name: 'vectors', after: [], run: () => run({ kind: 'vectors', training }) },
    ...teachers.map((what, i): LayerJob => {
      const options = teacherOptions(training, i);
      return {
        layer: 'syntax',
        name: what,
        after: ['vectors'],
        run: () => run({ kind: 'teacher', what, training, options }),
      };
    }),
    {
      layer: 'syntax',
      name: 'syntax',
      after: teachers,
      run: (results) => run({ kind: 'syntax', training, teachers: teachers.map((name) => results.get(name)!) }),
    },
    { layer: 'names', name: 'names', after: ['vectors'], run: () => run({ kind: 'names', training }) },
    { layer: 'sentences', name: 'sentences', after: [], run: () => run({ kind: 'sentences', training }) },
    { layer: 'coref', name: 'coref', after: ['syntax', 'names'], run: () => run({ kind: 'coref', training }) },
  ];
  const wanted = jobs.filter((job) =>
    layer === 'all' ? job.layer !== 'vectors' || training.source !== null : job.layer === layer,
  );
  const names = new Set(wanted.map(({ name }) => name));
  return wanted.map((job) => ({ ...job, after: job.after.filter((name) => names.has(name)) }));
}
