/** A query in a process of its own, which is ended when it takes too long or too much: for queries that come from a page. */
import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isServerUrl, type Neo4jSettings } from '../config';
import { Failure, type FailureKind, queryTooSlow } from '../errors';
import { checkQuery } from './guard';
import type { Parameters, QueryAnswer, QueryLimits } from './store';

export interface ReadQuery {
  /** Of the child: where it makes its copy. It is killed, so somebody else has to sweep up. */
  readonly copyIn?: string;
  readonly target: string;
  readonly settings: Neo4jSettings;
  readonly text: string;
  readonly parameters: Parameters;
  readonly limits: QueryLimits;
}

export type ReadReply =
  | { readonly answer: QueryAnswer }
  | { readonly failure: { readonly kind: FailureKind; readonly message: string } }
  | { readonly defect: string };

/** For the process to start and to open its copy, before the query's own time counts. */
const START_MS = 15_000;

export async function runReadQuery(
  target: string,
  settings: Neo4jSettings,
  text: string,
  parameters: Parameters = {},
  limits: QueryLimits = {},
): Promise<QueryAnswer> {
  checkQuery(text);
  if (isServerUrl(target)) return queryServer({ target, settings, text, parameters, limits });
  return queryChild({ target, settings, text, parameters, limits });
}

/** A server ends a query by itself. */
async function queryServer({ target, settings, text, parameters, limits }: ReadQuery): Promise<QueryAnswer> {
  const { openNeo4j } = await import('./neo4j');
  const store = await openNeo4j(target, settings, true);
  try {
    return await store.query(text, parameters, limits);
  } finally {
    await store.close();
  }
}

function queryChild(query: ReadQuery): Promise<QueryAnswer> {
  const copyIn = fs.mkdtempSync(path.join(os.tmpdir(), 'dateline-query-'));
  // the same ending as this file: compiled code starts compiled code, a checkout goes through ts-node
  const ending = path.extname(__filename);
  const child = fork(path.join(__dirname, `read-query-child${ending}`), {
    execArgv: ending === '.ts' ? ['-r', 'ts-node/register'] : [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const end = (): void => {
    child.kill('SIGKILL');
    fs.rmSync(copyIn, { recursive: true, force: true });
  };
  process.once('exit', end);
  return converse(child, { ...query, copyIn }).finally(() => {
    process.off('exit', end);
    end();
  });
}

function converse(child: ChildProcess, request: ReadQuery): Promise<QueryAnswer> {
  const { timeoutMs } = request.limits;
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => reject(queryTooSlow(START_MS)), START_MS);
    let complaint = '';
    child.stderr?.on('data', (data: Buffer) => {
      complaint = `${complaint}${data}`.slice(-2_000);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the process of the query ended (${code}) ${complaint}`)));
    child.on('message', (message: ReadReply | 'ready' | 'running') => {
      if (message === 'ready') return void child.send(request);
      clearTimeout(timer);
      if (message === 'running') {
        if (timeoutMs !== undefined) timer = setTimeout(() => reject(queryTooSlow(timeoutMs)), timeoutMs);
      } else if ('answer' in message) resolve(message.answer);
      else if ('failure' in message) reject(failureOf(message.failure));
      else reject(new Error(message.defect));
    });
  });
}

function failureOf({ kind, message }: { kind: FailureKind; message: string }): Failure {
  const failure = new Failure(kind, '', '');
  failure.message = message;
  return failure;
}
