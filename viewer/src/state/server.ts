import type {
  ArticleAnswer,
  ArticleSummary,
  CypherAnswer,
  EdgeAnswer,
  GraphPayload,
  NodeAnswer,
  Question,
  StatusAnswer,
} from '../../../src/serve/api';

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(new URL(path, document.baseURI), init);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const said = (body as { error?: unknown } | null)?.error;
  throw new Error(typeof said === 'string' ? said : `The server answered ${response.status}.`);
}

const part = encodeURIComponent;

export const server = {
  graph: () => ask<GraphPayload>('api/graph'),
  status: () => ask<StatusAnswer>('api/status'),
  articles: () => ask<ArticleSummary[]>('api/articles'),
  edge: (id: string) => ask<EdgeAnswer>(`api/edge/${part(id)}`),
  node: (id: string) => ask<NodeAnswer>(`api/node/${part(id)}`),
  article: (id: string) => ask<ArticleAnswer>(`api/article/${part(id)}`),
  questions: () => ask<Question[]>('api/questions'),
  cypher: (query: string, params: Readonly<Record<string, unknown>>) =>
    ask<CypherAnswer>('api/cypher', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, params }),
    }),
};
