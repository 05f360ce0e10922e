/** Jobs that wait for one another, some side by side. */
export interface Job<T> {
  readonly name: string;
  /** Names of the jobs that must be done before. */
  readonly after: readonly string[];
  /** `results`: of the jobs that are done, by name. */
  run(results: ReadonlyMap<string, T>): Promise<T>;
}

/** At most `most` at once; of those that wait for nothing more the first of the list goes first. Rejects with the first failure. */
export function runJobs<T>(jobs: readonly Job<T>[], most: number): Promise<ReadonlyMap<string, T>> {
  const results = new Map<string, T>();
  const waiting = [...jobs];
  let running = 0;
  return new Promise((resolve, reject) => {
    const next = () => {
      while (running < most) {
        const at = waiting.findIndex(({ after }) => after.every((name) => results.has(name)));
        if (at < 0) break;
        const [job] = waiting.splice(at, 1);
        running++;
        job!.run(results).then((result) => {
          results.set(job!.name, result);
          running--;
          next();
        }, reject);
      }
      if (running > 0) return;
      if (waiting.length === 0) resolve(results);
      else reject(new Error(`nobody does what ${waiting.map(({ name }) => name).join(', ')} must wait for`));
    };
    next();
  });
}
