/** A real Neo4j for a test file: its own until it gives it back, and empty at the start. */
import net from 'node:net';
import { inject } from 'vitest';
import { type Server, TEST_LABEL, withDriver } from './server';

export interface Lease extends Omit<Server, 'stop'> {
  /** Takes everything away but the mark of a test database. */
  clear(): Promise<void>;
  /** Runs a statement of the test's own, outside of the store. */
  run(text: string, parameters?: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  release(): void;
}

export async function leaseNeo4j(): Promise<Lease> {
  const connection = net.connect(inject('neo4jDesk'), '127.0.0.1');
  const server = await new Promise<Omit<Server, 'stop'>>((resolve, reject) => {
    let said = '';
    connection.on('error', reject);
    connection.on('data', (data) => {
      said += data.toString();
      if (!said.endsWith('\n')) return;
      const reply = JSON.parse(said) as Server | { error: string };
      if ('error' in reply) reject(new Error(reply.error));
      else resolve(reply);
    });
  });
  const run = (text: string, parameters: Record<string, unknown> = {}) =>
    withDriver(server, async (driver) => {
      const config = server.database === null ? {} : { database: server.database };
      const { records } = await driver.executeQuery(text, parameters, config);
      return records.map((record) => record.toObject());
    });
  const clear = async (): Promise<void> => {
    await run(`MATCH (n) WHERE NOT n:${TEST_LABEL} DETACH DELETE n`);
  };
  await clear();
  return { ...server, clear, run, release: () => void connection.end() };
}
