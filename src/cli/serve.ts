/** `dateline serve`: the page of a store, until it is stopped. */
import { spawn } from 'node:child_process';
import { parsePort } from '../config';
import { EXIT } from '../errors';
import { startServer } from '../serve';
import type { StoreFlags } from './build';
import { print, say } from './output';

export interface ServeFlags extends StoreFlags {
  readonly port: string;
  readonly open?: boolean;
}

export async function serve(flags: ServeFlags): Promise<number> {
  const port = parsePort(flags.port);
  const server = await startServer({ store: flags.store, documents: flags.documents, port, log: say });
  await print(`The page is at ${server.url}\nStop it with Ctrl+C.\n`);
  if (flags.open) openBrowser(server.url);
  await untilStopped();
  await server.close();
  return EXIT.done;
}

/** Waits for Ctrl+C or a polite end; a closed standard input is none. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.removeAllListeners(signal);
      process.once(signal, () => resolve());
    }
  });
}

function openBrowser(url: string): void {
  const programs: Readonly<Record<string, readonly string[]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', '""'],
  };
  const [program = 'xdg-open', ...before] = programs[process.platform] ?? [];
  const child = spawn(program, [...before, url], { stdio: 'ignore', detached: true });
  child.on('error', () => say(`dateline: no browser could be opened; open ${url} yourself`));
  child.unref();
}
