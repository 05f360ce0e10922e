/** One writer at a time: a file with the number of the process that writes. A lock whose process is gone is taken over. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { errorCode, storeHeld } from '../errors';

export const LOCK_FILE = 'lock';

export interface Lock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When it was taken, ISO; for the message alone. */
  readonly since: string;
}

export function takeLock(folder: string): Lock {
  const file = path.join(folder, LOCK_FILE);
  const mine = JSON.stringify({
    pid: process.pid,
    host: os.hostname(),
    since: new Date().toISOString(),
  } satisfies Holder);
  for (let attempt = 0; ; attempt++) {
    try {
      fs.writeFileSync(file, mine, { flag: 'wx' });
      break;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      const holder = readHolder(file);
      if (holder && isAlive(holder)) throw storeHeld(folder, describe(holder));
      if (attempt > 0) throw storeHeld(folder);
      fs.rmSync(file, { force: true });
    }
  }
  const release = (): void => {
    process.off('exit', release);
    if (readText(file) === mine) fs.rmSync(file, { force: true });
  };
  process.once('exit', release);
  return { release };
}

function readText(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function readHolder(file: string): Holder | null {
  try {
    const { pid, host, since } = JSON.parse(readText(file) ?? '') as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string'
      ? { pid, host, since }
      : null;
  } catch {
    return null; // not written to its end, or not ours
  }
}

/** A process of another machine (a shared disk) cannot be asked: it counts as alive. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== os.hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

function describe({ pid, host, since }: Holder): string {
  return `process ${pid}${host === os.hostname() ? '' : ` on ${host}`} (since ${since})`;
}
