import { type Snapshot, takeSnapshot } from './snapshot';
import type { GraphSource } from './source';

export interface Keeper {
  /** The graph as last taken. */
  current(): Promise<Snapshot>;
  /** The stamp of what would be served now: takes a new snapshot where the documents have changed and lie still. */
  refresh(): Promise<string>;
}

/**
 * Holds the one snapshot that is served. A changed store is read only when two looks in a row see the same stamp,
 * so that a build in progress is not read half-way; until then, and when reading fails, the old snapshot stands.
 */
export function createKeeper(source: GraphSource): Keeper {
  let snapshot: Promise<Snapshot> | null = null;
  let taken = '';
  let lastSeen = '';

  async function take(stamp: string): Promise<Snapshot> {
    return takeSnapshot(await source.documents(), { stamp, store: source.name });
  }

  async function current(): Promise<Snapshot> {
    if (snapshot === null) {
      taken = await source.stamp();
      lastSeen = taken;
      snapshot = take(taken);
      snapshot.catch(() => {
        snapshot = null;
      });
    }
    return snapshot;
  }

  async function refresh(): Promise<string> {
    await current();
    const now = await source.stamp().catch(() => taken);
    const still = now === lastSeen;
    lastSeen = now;
    if (now !== taken && still) {
      try {
        const fresh = await take(now);
        snapshot = Promise.resolve(fresh);
        taken = now;
      } catch {
        // The old snapshot stands; the next look tries again.
      }
    }
    return taken;
  }

  return { current, refresh };
}
