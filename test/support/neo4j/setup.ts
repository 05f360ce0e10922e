/**
 * One Neo4j a test run, started when the first test asks for it. Test files run in processes of their own and share its
 * one database, so they take turns: a connection to this process is a lease, given to one at a time with its details.
 */
import net from 'node:net';
import type { TestProject } from 'vitest/node';
import { type Server, startServer } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    neo4jDesk: number;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<Server> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const desk = net.createServer((lease) => {
    const released = new Promise((done) => lease.once('close', done));
    lease.on('error', () => lease.destroy());
    turn = turn
      .then(() => {
        server ??= startServer();
        return server;
      })
      .then(
        (started) => lease.write(`${JSON.stringify({ ...started, stop: undefined })}\n`),
        (error: unknown) => lease.write(`${JSON.stringify({ error: String(error) })}\n`),
      )
      .then(() => released);
  });
  await new Promise<void>((ready) => desk.listen(0, '127.0.0.1', ready));
  const address = desk.address();
  project.provide('neo4jDesk', typeof address === 'object' && address ? address.port : 0);
  return async () => {
    desk.close();
    const started: Server | null = await Promise.resolve(server).catch(() => null);
    await started?.stop();
  };
}
