import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isFailure } from '../errors';
import type { CypherAnswer, ProblemAnswer, StatusAnswer } from './api';
import type { Keeper } from './keeper';
import type { GraphSource, QueryLimits } from './source';

export const QUERY_LIMITS: QueryLimits = { maxRows: 500, timeoutMs: 10_000 };
const MAX_QUERY_BYTES = 64 * 1024;

const problem = (error: string): ProblemAnswer => ({ error });

/** The route table of /api. */
export function apiRoutes(source: GraphSource, keeper: Keeper): Hono {
  const api = new Hono();

  api.get('/status', async (c) => c.json({ stamp: await keeper.refresh() } satisfies StatusAnswer));
  api.get('/graph', async (c) => c.json((await keeper.current()).graph));
  api.get('/articles', async (c) => c.json((await keeper.current()).articles));
  api.get('/questions', async (c) => c.json(await source.questions()));

  api.get('/edge/:id', async (c) => {
    const answer = (await keeper.current()).edge(c.req.param('id'));
    return answer ? c.json(answer) : c.json(problem('There is no such relation in the graph.'), 404);
  });
  api.get('/node/:id', async (c) => {
    const answer = (await keeper.current()).node(c.req.param('id'));
    return answer ? c.json(answer) : c.json(problem('There is no such entity in the graph.'), 404);
  });
  api.get('/article/:id', async (c) => {
    const answer = (await keeper.current()).article(c.req.param('id'));
    return answer ? c.json(answer) : c.json(problem('There is no such article in the graph.'), 404);
  });

  api.post(
    '/cypher',
    bodyLimit({ maxSize: MAX_QUERY_BYTES, onError: (c) => c.json(problem('The query is too long.'), 413) }),
    async (c) => {
      const asked = readQuestion(await c.req.json().catch(() => null));
      if (!asked) return c.json(problem('Send {"query": "MATCH ...", "params": {}}.'), 400);
      const start = performance.now();
      try {
        const answer = await source.query(asked.query, asked.params, QUERY_LIMITS);
        const milliseconds = Math.round(performance.now() - start);
        return c.json({ ...answer, milliseconds } satisfies CypherAnswer);
      } catch (error) {
        if (isFailure(error)) return c.json(problem(error.message), 400);
        throw error;
      }
    },
  );

  api.all('*', (c) => c.json(problem(`${c.req.path}: there is nothing here.`), 404));
  return api;
}

function readQuestion(body: unknown): { query: string; params: Record<string, unknown> } | null {
  if (typeof body !== 'object' || body === null) return null;
  const { query, params } = body as { query?: unknown; params?: unknown };
  if (typeof query !== 'string' || query.trim() === '') return null;
  if (params === undefined || params === null) return { query, params: {} };
  if (typeof params !== 'object' || Array.isArray(params)) return null;
  return { query, params: params as Record<string, unknown> };
}
