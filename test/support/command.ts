/** The real command in a process of its own, as a user in a checkout runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(__dirname, '../..');

export const SEED = path.join(root, 'data/articles/iraq-troops-2020-01-11.txt');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Arguments that make Node run the command from its sources. */
export const FROM_SOURCE: readonly string[] = ['-r', 'ts-node/register', path.join(root, 'src/cli/main.ts')];

export interface Circumstances {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

export function dateline(args: readonly string[], { input = '', env = {} }: Circumstances = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...FROM_SOURCE, ...args], {
    cwd: root,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'dateline-test-'));
}

export function fileWith(content: string | Uint8Array, name = 'article.txt'): string {
  const file = path.join(newFolder(), name);
  writeFileSync(file, content);
  return file;
}
